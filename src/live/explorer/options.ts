import type { FlowSeries } from '../../model/atlas.ts';
import type { LayerId } from '../../model/layer.ts';
import { sourceName } from '../../views/phrases.ts';
import type { Atlas } from '../../views/view.ts';
import type { ExplorerState } from './state.ts';

type Option = readonly [value: string, label: string];
/** What a select offers, some of it under headings. */
export type Options = readonly (Option | { readonly label: string; readonly options: readonly Option[] })[];

export const sourceOptions = (layer: LayerId, atlas: Atlas): Option[] =>
  atlas.flows.filter((f) => f.layer === layer).map((f) => [f.source, sourceName(f.source, atlas)]);

/** First years that a range may have: all before the year that is shown. */
export const rangeOptions = ({ year }: ExplorerState, span: FlowSeries | undefined): Option[] => [
  ['', 'One year'],
  ...yearsOf(span, (y) => y < year),
];

/** What a state can be held against: another layer, another source, another year, another country. */
export function comparisonOptions(state: ExplorerState, span: FlowSeries | undefined, atlas: Atlas): Options {
  const { layer, source, year, country, from } = state;
  const sources = sourceOptions(layer, atlas).filter(([id]) => id !== source);
  const places = [...atlas.withData]
    .filter((code) => code !== country)
    .map((code): Option => [code, atlas.places.get(code)?.short_name ?? code])
    .sort((a, b) => a[1].localeCompare(b[1], 'en'));
  return [
    ['', 'Nothing'],
    {
      label: 'Another layer',
      options: [...atlas.layers.values()]
        .filter(({ id }) => id !== layer)
        .map(({ id, title }) => [id, title]),
    },
    ...(sources.length ? [{ label: 'Another source', options: sources }] : []),
    ...(from === null ? [{ label: 'Another year', options: yearsOf(span, (y) => y !== year) }] : []),
    ...(country ? [{ label: 'Another country', options: places }] : []),
  ];
}

/** Indicators of countries under the chapters of their methods. */
export function indicatorOptions(atlas: Atlas): Options {
  const ofCountries = [...atlas.indicators.values()].filter(({ subject }) => subject === 'country');
  return [...Map.groupBy(ofCountries, ({ chapter }) => chapter)].map(([label, of]) => ({
    label,
    options: of.map(({ id, title }) => [id, title]),
  }));
}

function yearsOf(span: FlowSeries | undefined, keep: (year: number) => boolean): Option[] {
  if (!span) return [];
  const years = Array.from({ length: span.last_year - span.first_year + 1 }, (_, i) => span.last_year - i);
  return years.filter(keep).map((year) => [String(year), String(year)]);
}
