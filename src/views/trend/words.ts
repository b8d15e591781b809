import { count, list, percent, quantity, span } from '../../charts/format.ts';
import { known, lastFirm, runs } from '../../charts/series.ts';
import { flagWords } from '../../model/flag.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';
import { gapNote } from '../gap-note.ts';
import { capital, COUNTING, inText, sourceName } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { TrendField } from './index.ts';
import { seriesOf, way } from './series.ts';
import { silenceLine } from './silence.ts';
import { isLinks, thing } from './things.ts';
import type { TrendPoint, TrendRows } from './sql.ts';

type Params = Pick<State, TrendField>;

export function words({ points, missing }: TrendRows, params: Params, atlas: Atlas): Words {
  const years = points.map((p) => p.year);
  const range = years.length ? `, ${span(Math.min(...years), Math.max(...years))}` : '';
  const title = `${titleOf(params, atlas)}${range}`;
  const series = seriesOf(points, params, atlas);
  const derived = points.some((p) => p.source === 'uis-student-totals' && p.direction === 'out');
  const coverage = [silenceLine(missing, params, atlas), gapNote(series, params.layer)].filter(
    (line) => line !== null,
  );
  return {
    title,
    takeaway: takeaway(points, params, atlas),
    alt: series.length
      ? `Lines through time, from zero: ${list(series.map((s) => lineInWords(s.label, s.points)))}. All values are in the table.`
      : 'No line: nothing is reported.',
    coverage: coverage.length ? coverage.join(' ') : null,
    notes: [
      derived ? 'Outbound students are derived: inbound minus the net flow that the source publishes.' : null,
      new Set(points.map((p) => p.source)).size > 1 && params.layer === 'scholars'
        ? 'Two bases for one thing: how far they lie apart is the error bar.'
        : null,
      isLinks(params) ? COUNTING[params.layer] : null,
      params.layer === 'students' && !params.country
        ? "World totals are the source's own estimates, which fill in for hosts that did not report."
        : null,
    ].filter((n) => n !== null),
    sources: [...new Set(points.map((p) => p.source))],
    table: {
      caption: title,
      columns: [
        { key: 'year', label: 'Year', numeric: true },
        { key: 'series', label: 'Series' },
        { key: 'value', label: unitOf(params, atlas), numeric: true },
        { key: 'flag', label: 'Note' },
      ],
      rows: series.flatMap((s) =>
        known(s.points).map((p) => ({
          year: p.year,
          series: s.label,
          value: p.value,
          flag: flagWords(p.flag),
        })),
      ),
    },
  };
}

/** What the axis counts. */
export function unitOf(params: Params, atlas: Atlas): string {
  const { layer, country, partner } = params;
  if (isLinks(params))
    return layer === 'papers'
      ? 'Links between countries (sum over pairs)'
      : country
        ? 'Links (sum over partners)'
        : 'Links between countries (sum over pairs)';
  if (layer === 'papers' && country && !partner) return 'Internationally co-authored works';
  return capital(layer === 'students' ? 'students' : (atlas.layers.get(layer)?.unit ?? ''));
}

function titleOf({ layer, country, partner, direction }: Params, atlas: Atlas): string {
  const place = country ? inText(country, atlas) : '';
  if (country && partner) {
    const other = inText(partner, atlas);
    const both: Record<LayerId, string> = {
      students: `Students between ${place} and ${other}`,
      scholars: `Scholars moving between ${place} and ${other}`,
      papers: `Papers that ${place} and ${other} share`,
      projects: `Horizon 2020 projects that ${place} and ${other} share`,
    };
    if (direction === 'both') return both[layer];
    const [from, to] = direction === 'out' ? [place, other] : [other, place];
    return layer === 'students'
      ? `Students from ${from} in ${to}`
      : `Scholars who moved from ${from} to ${to}`;
  }
  if (country)
    return {
      students:
        direction === 'in'
          ? `Foreign students in ${place}`
          : direction === 'out'
            ? `Students from ${place} abroad`
            : `Students who come to ${place} and who leave it`,
      scholars:
        direction === 'in'
          ? `Scholars who moved to ${place}`
          : direction === 'out'
            ? `Scholars who left ${place}`
            : `Scholars who moved to ${place} and left it`,
      papers: `Internationally co-authored works of ${place}`,
      projects: `Links of ${place} in Horizon 2020 projects`,
    }[layer];
  return {
    students: 'Students enrolled outside their own country, world',
    scholars: 'Scholars who moved between countries, world',
    papers: 'Links between countries in papers, world',
    projects: 'Links between countries in Horizon 2020 projects',
  }[layer];
}

function lineInWords(label: string, points: Parameters<typeof known>[0]): string {
  const all = known(points);
  const [first, last] = [all[0], lastFirm(all)];
  return first && last
    ? `${label}, ${count(first.value)} in ${first.year}, ${count(last.value)} in ${last.year}`
    : label;
}

/**
 * The last firm year of the default source against ten years before, or against the start of the unbroken line; what the
 * other source says of the same years stands beside it.
 */
function takeaway(points: readonly TrendPoint[], params: Params, atlas: Atlas): string | null {
  const first =
    (params.layer === 'scholars' && points.some((p) => p.source === DEFAULT_SCHOLARS(atlas))
      ? DEFAULT_SCHOLARS(atlas)
      : points[0]?.source) ?? '';
  const direction = points.find((p) => p.source === first)?.direction ?? '';
  const main = changeOf(points, first, direction, params);
  if (!main) return null;
  const what = thing(direction, params, atlas);
  const lead =
    direction === 'both' || params.direction !== 'both' ? '' : `${way(direction, params, atlas)}: `;
  const others = [...new Set(points.map((p) => p.source))]
    .filter((source) => source !== first)
    .flatMap((source) => {
      const other = changeOf(points, source, direction, params);
      return other?.last.year === main.last.year && other.start.year === main.start.year
        ? [`; ${inWords(other.factor)} in ${sourceName(source, atlas)}`]
        : [];
    });
  return `${lead}${quantity(main.last.value, what[0])}${what[1]} in ${main.last.year}, ${inWords(main.factor)} ${main.factor >= 2 || main.factor === 1 ? 'as' : 'than'} in ${main.start.year} (${sourceName(first, atlas)}${others.join('')}).`;
}

const DEFAULT_SCHOLARS = (atlas: Atlas): string => atlas.layers.get('scholars')?.default_source ?? '';

function changeOf(points: readonly TrendPoint[], source: string, direction: string, { layer }: Params) {
  const firm = points.filter(
    (p) =>
      p.source === source &&
      p.direction === direction &&
      !p.flag?.includes('p') &&
      !(layer === 'projects' && p.flag?.includes('u')),
  );
  const run = runs(firm).sort((a, b) => (b.at(-1)?.year ?? 0) - (a.at(-1)?.year ?? 0))[0] ?? [];
  const last = run.at(-1);
  const start = last && run.find((p) => p.year >= last.year - 10);
  if (!last || !start || last.year - start.year < 4 || start.value < 20) return null;
  return { start, last, factor: last.value / start.value };
}

const inWords = (factor: number): string =>
  factor >= 2
    ? `${(Math.round(factor * 10) / 10).toLocaleString('en-GB')} times as many`
    : factor === 1
      ? 'as many'
      : factor > 1
        ? `${percent(factor - 1)} more`
        : `${percent(1 - factor)} fewer`;
