import { readCamera, settleCamera, writeCamera } from '../charts/camera-text.ts';
import { isRatio, TIE_MEASURES } from '../model/tie-measures.ts';
import { LAYER_IDS, type LayerId } from '../model/layer.ts';
import {
  FIELDS,
  TERM_IDS,
  type Asked,
  type Direction,
  type FieldName,
  type State,
  type TermId,
} from './params.ts';
import { settleTies } from './settle-ties.ts';
import type { Atlas } from './view.ts';

/** A state that makes sense, and what had to be changed for that, in words for the reader. */
export interface Settled<S> {
  readonly state: S;
  readonly problems: readonly string[];
}

/**
 * Checks what was asked against the schema and the release. Nothing a URL can hold gets past this as anything but a
 * known code, a year with data or a number in range; what does not fit is replaced by its default and named in `problems`.
 * Tables alone are taken by the form of their names, as the atlas has no list of them: one that is not there has no rows,
 * which its view says.
 */
export function settle<F extends FieldName>(
  fields: readonly F[],
  asked: Asked,
  defaults: Readonly<Partial<State>>,
  atlas: Atlas,
): Settled<Pick<State, F>> {
  const problems: string[] = [];
  const said = (name: FieldName): unknown =>
    fields.includes(name as F) ? written(name, asked, problems) : undefined;

  const indicator = settleIndicator(
    said('indicator') as string | undefined,
    defaults.indicator,
    atlas,
    problems,
  );
  const layer = settleLayer(
    said('layer') as LayerId | undefined,
    defaults.layer,
    fields.includes('indicator' as F) ? indicator : null,
    atlas,
    problems,
  );
  const measure = settleMeasure(said('measure') as string | undefined, defaults.measure, atlas, problems);
  const series = fields.includes('measure' as F)
    ? atlas.totals.filter((t) => t.measure === measure)
    : atlas.flows.filter((f) => f.layer === layer);
  const source = settleSource(
    said('source') as string | undefined,
    defaults.source ?? atlas.layers.get(layer)?.default_source,
    series,
    problems,
  );
  const span = series.find((s) => s.source === source);
  const year = settleYear(said('year') as number | undefined, defaults.year, span, problems);
  const [country, partner] = settleEnds(
    settlePlace(said('country') as string | null | undefined, atlas, problems),
    settlePlace(said('partner') as string | null | undefined, atlas, problems),
    defaults,
    atlas,
    problems,
  );
  const directed = atlas.layers.get(layer)?.directed ?? false;
  const ties = settleTies(
    {
      by: said('by') as State['by'] | undefined,
      from: said('from') as number | undefined,
      among: said('among') as string | undefined,
      against: said('against') as string | undefined,
    },
    { layer, source, year, country, span },
    atlas,
    problems,
  );
  const asymmetric = directed && country !== null && isRatio(ties.by);
  const state: State = {
    layer,
    source,
    year,
    country,
    partner,
    direction: !directed
      ? 'both'
      : onlyOneWay((said('direction') as Direction | undefined) ?? defaults.direction ?? 'both', asymmetric),
    top: (said('top') as number | undefined) ?? defaults.top ?? 60,
    measure,
    indicator,
    term: (said('term') as TermId | undefined) ?? defaults.term ?? 'log_distance',
    table: (said('table') as string | undefined) ?? defaults.table ?? 'flows',
    ...ties,
    ends: (said('ends') as State['ends'] | undefined) ?? 'both',
    min: (said('min') as number | undefined) ?? (isRatio(ties.by) ? LEAST_FOR_A_RATIO : 1),
    order: (said('order') as State['order'] | undefined) ?? defaults.order ?? 'region',
    x: settleAxis(said('x') as string | undefined, defaults.x, atlas, problems),
    y: settleAxis(said('y') as string | undefined, defaults.y, atlas, problems),
    map: settleMap(said('map') as string | undefined, problems),
  };
  return {
    state: Object.fromEntries(fields.map((name) => [name, state[name]])) as Pick<State, F>,
    problems: [...new Set(problems)],
  };
}

/** A ratio of fewer links than this is mostly chance: maps and rankings leave them out unless a reader asks. */
export const LEAST_FOR_A_RATIO = 20;

/** A ratio has one value for each way, so a country is seen from one side. */
const onlyOneWay = (direction: Direction, ratio: boolean): Direction =>
  ratio && direction === 'both' ? 'out' : direction;

const NUMBERS: readonly FieldName[] = ['year', 'top', 'from', 'min'];
const CODES: readonly FieldName[] = ['country', 'partner'];

/** The value of a field as it was written, or undefined where it was left out or does not fit. */
function written(name: FieldName, asked: Asked, problems: string[]): unknown {
  const raw = asked[name];
  if (raw == null || raw === '') return undefined;
  let value: unknown = raw;
  if (NUMBERS.includes(name) && typeof raw === 'string') value = /^-?\d{1,6}$/.test(raw) ? Number(raw) : raw;
  if (CODES.includes(name) && typeof raw === 'string') value = raw.toUpperCase();
  const parsed = FIELDS[name].safeParse(value);
  if (parsed.success) return parsed.data;
  problems.push(`“${brief(raw)}” is no ${WORDS[name]}, so it is left out.`);
  return undefined;
}

const WORDS: Record<FieldName, string> = {
  layer: `layer (${LAYER_IDS.join(', ')})`,
  source: 'source',
  year: 'year',
  country: 'country code (three letters)',
  partner: 'country code (three letters)',
  direction: 'direction (both, out, in)',
  top: 'number from 1 to 300',
  measure: 'measure',
  indicator: 'indicator',
  term: `term of the gravity model (${TERM_IDS.join(', ')})`,
  table: 'name of a table',
  from: 'year',
  by: `measure (${TIE_MEASURES.join(', ')})`,
  among: 'group or list of country codes (DEU.FRA.ITA)',
  ends: 'choice of ends (both, one)',
  min: 'number from 1 on',
  against: 'year, country, source or layer to compare with',
  order: 'order (region, cluster, size)',
  x: 'indicator',
  y: 'indicator',
  map: 'part of the map',
};

const brief = (raw: string | number): string =>
  String(raw).length > 24 ? `${String(raw).slice(0, 24)}…` : String(raw);
const nameOf = (iso3: string, atlas: Atlas): string => atlas.places.get(iso3)?.short_name ?? iso3;

/** A view whose standard indicator is one of pairs takes those of pairs only, and so with countries. */
function settleIndicator(
  asked: string | undefined,
  fallback: string | undefined,
  atlas: Atlas,
  problems: string[],
): string {
  const standard = fallback === undefined ? undefined : atlas.indicators.get(fallback);
  const known = [...atlas.indicators.values()].filter(
    ({ subject }) => standard === undefined || subject === standard.subject,
  );
  if (asked !== undefined && known.some(({ id }) => id === asked)) return asked;
  if (asked !== undefined) problems.push(`There is no indicator “${brief(asked)}” here; another is shown.`);
  return standard?.id ?? known[0]?.id ?? '';
}

/** What an axis shows: an indicator of countries. */
function settleAxis(
  asked: string | undefined,
  fallback: string | undefined,
  atlas: Atlas,
  problems: string[],
): string {
  const known = (id: string | undefined): id is string =>
    id !== undefined && atlas.indicators.get(id)?.subject === 'country';
  if (known(asked)) return asked;
  if (asked !== undefined)
    problems.push(`There is no indicator of countries “${brief(asked)}”; another is shown.`);
  if (known(fallback)) return fallback;
  return [...atlas.indicators.keys()].find(known) ?? '';
}

/** A camera as its address says it; the standard one has no text. */
function settleMap(asked: string | undefined, problems: string[]): string | null {
  const { camera, reason } = readCamera(asked ?? null);
  if (reason) problems.push(reason);
  return camera && writeCamera(settleCamera(camera));
}

/** The layer asked for, or the standard one; of an indicator, one of those in which it is defined. */
function settleLayer(
  asked: LayerId | undefined,
  fallback: LayerId | undefined,
  indicator: string | null,
  atlas: Atlas,
  problems: string[],
): LayerId {
  const label = indicator === null ? undefined : atlas.indicators.get(indicator);
  const fits = (layer: LayerId): boolean => !label || label.layers.includes(layer);
  if (asked !== undefined && fits(asked)) return asked;
  if (asked !== undefined)
    problems.push(`“${label?.title ?? ''}” is not reckoned for ${asked}; another layer is shown.`);
  const standard = fallback ?? 'papers';
  return fits(standard) ? standard : (label?.layers[0] ?? standard);
}

function settleMeasure(
  asked: string | undefined,
  fallback: string | undefined,
  atlas: Atlas,
  problems: string[],
): string {
  if (asked !== undefined && atlas.totals.some((t) => t.measure === asked)) return asked;
  if (asked !== undefined) problems.push(`There is no measure “${brief(asked)}”.`);
  return fallback ?? atlas.totals[0]?.measure ?? '';
}

function settleSource(
  asked: string | undefined,
  fallback: string | undefined,
  series: readonly { source: string }[],
  problems: string[],
): string {
  if (asked !== undefined && series.some((s) => s.source === asked)) return asked;
  if (asked !== undefined)
    problems.push(`The source “${brief(asked)}” does not have this; another is shown.`);
  return series.find((s) => s.source === fallback)?.source ?? series[0]?.source ?? '';
}

function settleYear(
  asked: number | undefined,
  fallback: number | undefined,
  span: { first_year: number; last_year: number; shown_year: number } | undefined,
  problems: string[],
): number {
  if (!span) return fallback ?? 0;
  const within = (year: number): boolean => year >= span.first_year && year <= span.last_year;
  if (asked !== undefined && within(asked)) return asked;
  if (asked !== undefined)
    problems.push(
      `There is nothing for ${asked}: this source has ${span.first_year} to ${span.last_year}. ${span.shown_year} is shown.`,
    );
  return fallback !== undefined && within(fallback) ? fallback : span.shown_year;
}

function settlePlace(asked: string | null | undefined, atlas: Atlas, problems: string[]): string | null {
  if (asked == null) return null;
  if (atlas.withData.has(asked)) return asked;
  problems.push(
    atlas.places.has(asked)
      ? `There are no data for ${nameOf(asked, atlas)}.`
      : `There is no country with the code ${asked}.`,
  );
  return null;
}

/** Both ends of a pair, or one country, or none. An end that was asked stands before a default one, which gives way where it is the same. */
function settleEnds(
  country: string | null,
  asked: string | null,
  defaults: Readonly<Partial<State>>,
  atlas: Atlas,
  problems: string[],
): [country: string | null, partner: string | null] {
  const partner = asked === country ? null : asked;
  if (asked && !partner)
    problems.push(`${nameOf(asked, atlas)} has no ties with itself; choose another partner.`);
  const other = (than: string | null, ...standing: (string | null | undefined)[]): string | null =>
    standing.find((iso3) => iso3 != null && iso3 !== than) ?? null;
  const first = country ?? other(partner, defaults.country, defaults.partner);
  if (first)
    return [first, partner ?? (defaults.partner ? other(first, defaults.partner, defaults.country) : null)];
  if (partner)
    problems.push(`${nameOf(partner, atlas)} alone is no pair: choose a country that it is the partner of.`);
  return [null, null];
}
