import * as z from 'zod/mini';
import { LAYER_IDS, type LayerId } from '../model/layer.ts';
import type { GRAVITY_TERMS } from '../model/tables/indicators.ts';
import type { Atlas } from './view.ts';

export type TermId = (typeof GRAVITY_TERMS)[number];
/** As in the model; written anew so that a page does not load the tables' descriptions for it. */
export const TERM_IDS = [
  'log_distance',
  'contiguous',
  'common_language',
  'colonial_tie',
] as const satisfies readonly TermId[];

/**
 * The vocabulary of parameters: every view takes some of these, under these names, in URLs too. A view's schema says what
 * may be written; `settle` says what makes sense in this release, and fills what was left out.
 */
export const FIELDS = {
  layer: z.enum(LAYER_IDS),
  /** Id of a source that has the layer or measure. */
  source: z.string().check(z.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/)),
  year: z.int().check(z.gte(1900), z.lte(2100)),
  /** ISO alpha-3, or null for the whole world. */
  country: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  /** ISO alpha-3 of the other end of a pair. */
  partner: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  /** As the country sees it; always both in undirected layers. */
  direction: z.enum(['both', 'out', 'in']),
  /** How many of the largest are shown. */
  top: z.int().check(z.gte(1), z.lte(300)),
  /** A measure of `totals`, or an indicator of a country. */
  measure: z.string().check(z.regex(/^[a-z_]+$/)),
  /** Id of an indicator: see src/model/indicator.ts. */
  indicator: z.string().check(z.regex(/^[a-z0-9_]{1,40}$/)),
  /** Term of the gravity model. */
  term: z.enum(TERM_IDS),
  /** Name of a table of the release. */
  table: z.string().check(z.regex(/^[a-z_]{1,40}$/)),
} as const;

export type FieldName = keyof typeof FIELDS;
export type Direction = 'both' | 'out' | 'in';
/** A complete state: what each field holds after `settle`. */
export interface State {
  layer: LayerId;
  source: string;
  year: number;
  country: string | null;
  partner: string | null;
  direction: Direction;
  top: number;
  measure: string;
  indicator: string;
  term: TermId;
  table: string;
}

/** What was asked, before it is checked: text from a URL, or values from a program. */
export type Asked = Readonly<Partial<Record<FieldName, string | number | null | undefined>>>;

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
  const state: State = {
    layer,
    source,
    year,
    country,
    partner,
    direction: directed
      ? ((said('direction') as Direction | undefined) ?? defaults.direction ?? 'both')
      : 'both',
    top: (said('top') as number | undefined) ?? defaults.top ?? 60,
    measure,
    indicator,
    term: (said('term') as TermId | undefined) ?? defaults.term ?? 'log_distance',
    table: (said('table') as string | undefined) ?? defaults.table ?? 'flows',
  };
  return {
    state: Object.fromEntries(fields.map((name) => [name, state[name]])) as Pick<State, F>,
    problems: [...new Set(problems)],
  };
}

const NUMBERS: readonly FieldName[] = ['year', 'top'];
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

/** The state as a short query string: only what differs from the defaults, in the order of the vocabulary. */
export function toSearch(state: Readonly<Partial<State>>, standard: Readonly<Partial<State>>): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(FIELDS) as FieldName[]) {
    const value = state[name];
    if (value != null && value !== standard[name]) search.set(name, String(value));
  }
  // Slashes in source ids are legal in a query, and far easier to read than %2F.
  return search.toString().replaceAll('%2F', '/');
}
