import { fixed } from '../../charts/decimal.ts';
import { quantity, span } from '../../charts/format.ts';
import { flagWords } from '../../model/flag.ts';
import type { State } from '../params.ts';
import { sourceName, COUNTING_OF_ALL } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import { baseOf, byLayers, nameOf, newestOf, type Series } from './panels.ts';
import type { LayerLink, LayerLinksRows } from './sql.ts';

/** What the two measures are called. */
export const MEASURES: Readonly<Record<string, string>> = {
  intensity: 'relative to size',
  links: 'as counted',
};

export const EMPTY = 'No two layers are compared in this release.';

export function words({ links }: LayerLinksRows, _: Pick<State, never>, atlas: Atlas): Words {
  const groups = byLayers(links, atlas);
  const years = links.map(({ year }) => year);
  const name = 'Where one layer ties two countries, does another?';
  const title = years.length
    ? `${name} Rank correlations of layers over pairs, ${span(Math.min(...years), Math.max(...years))}`
    : name;
  return {
    title,
    takeaway: takeaway(groups, atlas),
    alt: groups.length
      ? `Small panels of lines through time, one for each two layers, from zero to one: ${groups.map((of) => inWords(of, atlas)).join('; ')}. All values are in the table.`
      : `No line: ${EMPTY}`,
    coverage: null,
    notes: groups.length ? NOTES : [],
    sources: [...new Set(links.flatMap(({ first_source, second_source }) => [first_source, second_source]))],
    table: {
      caption: title,
      columns: [
        { key: 'layers', label: 'Layers' },
        { key: 'measure', label: 'Links' },
        { key: 'year', label: 'Year', numeric: true },
        { key: 'correlation', label: 'Rank correlation', numeric: true },
        { key: 'low', label: 'Lower limit', numeric: true },
        { key: 'high', label: 'Upper limit', numeric: true },
        { key: 'pairs', label: 'Pairs', numeric: true },
        { key: 'sources', label: 'Sources' },
        { key: 'flag', label: 'Note' },
      ],
      rows: groups.flatMap((of) =>
        of.flatMap((series) =>
          series.values.map((link) => ({
            layers: nameOf(series, atlas),
            measure: MEASURES[link.measure] ?? link.measure,
            year: link.year,
            correlation: decimals(link.rank_correlation),
            low: decimals(link.low),
            high: decimals(link.high),
            pairs: link.pairs,
            sources: series.sources.map((source) => sourceName(source, atlas)).join('; '),
            flag: flagWords(link.flag),
          })),
        ),
      ),
    },
  };
}

const decimals = (value: number | null): string | null => (value === null ? null : fixed(value, 2));

const NOTES: readonly string[] = [
  'How to read it: at one both layers put all pairs of countries in the very same order, at zero the order of one says nothing of the other.',
  'Relative to size: links over what the sizes of both countries in the layer let expect. As counted, large countries come first in every layer, which alone makes layers alike.',
  'The band is the 95% interval as if pairs were independent. They are not, as every country is in many of them: take it for the least of the uncertainty.',
  COUNTING_OF_ALL,
  'Only pairs of which enough is expected in both layers are compared, so that their number differs from panel to panel. Of students only what is listed and reported is known, the ten largest partners of each.',
  'An association: that two layers are alike does not say that one makes the other.',
];

const range = ({ low, high }: LayerLink): string =>
  low === null || high === null ? '' : ` (95% interval ${fixed(low, 2)} to ${fixed(high, 2)})`;

/** The two layers that are most alike and least, relative to size, each in its newest year. */
function takeaway(groups: readonly (readonly Series[])[], atlas: Atlas): string | null {
  const newest = groups.flatMap(([series]) => {
    const link = series?.measure === 'intensity' ? newestOf(series) : undefined;
    return series && link ? [{ series, link }] : [];
  });
  const [most, least] = [newest[0], newest.at(-1)];
  if (!most) return null;
  const of = ({ series, link }: typeof most): string =>
    `${nameOf(series, atlas).toLowerCase()}, ${fixed(link.rank_correlation, 2)} in ${link.year}${range(link)}`;
  const sources = [...new Set([most, least].flatMap((one) => one?.series.sources ?? []))];
  const rest = least && least !== most ? `; least alike are ${of(least)}` : '';
  return `Relative to size, the layers most alike are ${of(most)} over ${quantity(most.link.pairs, 'pairs')}${rest} (rank correlation; ${sources.map((source) => sourceName(source, atlas)).join('; ')}).`;
}

function inWords(of: readonly Series[], atlas: Atlas): string {
  const [first] = of;
  if (!first) return '';
  const lines = of.flatMap((series) => {
    const last = newestOf(series);
    if (!last) return [];
    const base = baseOf(series, of, atlas);
    return [
      `${MEASURES[series.measure] ?? series.measure}${base ? ` by ${base}` : ''} ${fixed(last.rank_correlation, 2)} in ${last.year}`,
    ];
  });
  return `${nameOf(first, atlas)}, ${lines.join(', ')}`;
}
