import { list, sentence, span } from '../charts/format.ts';
import { causesOf, known, lastFirm } from '../charts/series.ts';
import { flagWords, hasFlag } from '../model/flag.ts';
import type { LayerId } from '../model/layer.ts';
import { throughLine, type IndicatorPoint, type SourceLines } from './indicator-lines.ts';
import {
  amountOf,
  bandNote,
  besideOf,
  indicatorOf,
  isLog,
  numberOf,
  rangeOf,
  whenOf,
} from './indicator-phrases.ts';
import { sourceName } from './phrases.ts';
import type { Atlas, Table, Words } from './view.ts';

/** What the words of an indicator through time are made of, beside its rows. */
export interface Said {
  readonly indicator: string;
  readonly layer: LayerId;
  /** Without the years, which follow from the rows. */
  readonly title: string;
  /**
   * A sentence of the value in a year, without its full stop, and the limits that follow it in brackets with the source.
   * `others` are the values of the other lines in the same source and year, provisional ones left out.
   */
  readonly sentence: (
    point: IndicatorPoint,
    others: readonly IndicatorPoint[],
  ) => { readonly words: string; readonly limits: string | null };
  /** What follows a value of another source: "for Germany "; nothing where the figure is of one thing. */
  readonly whose: (point: IndicatorPoint) => string;
  /** Said where there are no rows at all. */
  readonly empty: string;
  readonly notes: readonly string[];
}

/** The words of lines through time, whatever they are lines of. */
export function indicatorWords(sources: readonly SourceLines[], said: Said, atlas: Atlas): Words {
  const label = indicatorOf(said.indicator, atlas);
  const points = allPoints(sources);
  const years = points.map(({ year }) => year);
  const last = Math.max(...years);
  const pooled = label.pooled?.includes(said.layer) ?? false;
  const when = pooled ? whenOf(last, label, said.layer) : span(Math.min(...years), last);
  const title = years.length ? `${said.title}, ${when}` : said.title;
  const banded = points.some(({ low, high }) => high !== null && low !== high);
  // Values of single years, as falls are, make no line whose course could be compared.
  const lined = sources.some(({ lines }) => lines.some((line) => line.points.length > 1));
  return {
    title,
    takeaway: takeaway(sources, said, atlas),
    alt: points.length ? altOf(sources, said, atlas) : `No line: ${said.empty}`,
    coverage: coverageOf(sources, said, atlas),
    notes: [
      label.says,
      banded ? bandNote(label, lined) : null,
      isLog(label) ? 'The scale is logarithmic: half and twice stand equally far from one.' : null,
      lined && sources.length > 1
        ? 'Two sources of one thing: how far they lie apart is the error bar.'
        : null,
      ...said.notes,
      pooled && years.length
        ? `One value for all whole years together. It stands at the last of them, ${last}, and is not of that year alone.`
        : null,
      label.counting[said.layer] ?? null,
      said.layer === 'students' ? ONLY_REPORTED : null,
    ].filter((note) => note !== null),
    sources: sources.map(({ source }) => source),
    method: said.indicator,
    table: tableOf(sources, title, said, atlas),
  };
}

const ONLY_REPORTED =
  'Only hosts that reported count: where a large one is silent, its students are missing. What is not reported is not zero.';

const allPoints = (sources: readonly SourceLines[]): IndicatorPoint[] =>
  sources.flatMap(({ lines }) => lines.flatMap(({ points }) => points));

/** The last value of a line that will not be revised. */
const firmOf = (points: readonly IndicatorPoint[]): IndicatorPoint | undefined =>
  lastFirm(known(points)) as IndicatorPoint | undefined;

/** The first line that has a value, in the first source that has it; what other sources say of the year stands beside. */
function takeaway(sources: readonly SourceLines[], said: Said, atlas: Atlas): string | null {
  const label = indicatorOf(said.indicator, atlas);
  const [first, ...others] = sources;
  const line = first?.lines.find(({ points }) => points.length > 0);
  const point = line && firmOf(line.points);
  if (!first || !point) return null;
  const sameYear = first.lines.flatMap(({ id, points }) =>
    id === line.id ? [] : points.filter(({ year, flag }) => year === point.year && !hasFlag(flag, 'p')),
  );
  const { words, limits } = said.sentence(point, sameYear);
  const beside = others.flatMap(({ source, lines }) => {
    const other = lines.find(({ id }) => id === line.id)?.points.find(({ year }) => year === point.year);
    if (!other) return [];
    const itsRange = besideOf(other, label, rangeOf(other, label));
    return [
      `; ${amountOf(other.value, label)} ${said.whose(other)}by ${sourceName(source, atlas)}${itsRange ? ` (${itsRange})` : ''}`,
    ];
  });
  return `${words} (${limits ? `${limits}; ` : ''}${sourceName(first.source, atlas)})${beside.join('')}.`;
}

function altOf(sources: readonly SourceLines[], { indicator }: Said, atlas: Atlas): string {
  const label = indicatorOf(indicator, atlas);
  const several = sources.length > 1;
  const lines = sources.flatMap(({ source, lines }) =>
    lines.flatMap(({ name, points }) => {
      const [first, last] = [known(points)[0], firmOf(points)];
      if (!first || !last) return [];
      const range = rangeOf(last, label);
      const named = several ? `${name} by ${sourceName(source, atlas)}` : name;
      return [
        `${named}, ${first.year === last.year ? '' : `${numberOf(first.value, label)} in ${first.year}, `}${numberOf(last.value, label)}${range ? ` (${range})` : ''} in ${last.year}`,
      ];
    }),
  );
  return `Lines through time${isLog(label) ? ' on a logarithmic scale' : ''}${several ? ', a panel a source' : ''}: ${lines.join('; ')}. All values are in the table.`;
}

/** Lines without any value, and gaps in those that have some. */
function coverageOf(
  sources: readonly SourceLines[],
  { empty, indicator }: Said,
  atlas: Atlas,
): string | null {
  const points = allPoints(sources);
  if (!points.length) return sentence(empty);
  const first = sources[0]?.lines ?? [];
  const without = first.filter(({ id }) => !points.some(({ line }) => line === id)).map(({ name }) => name);
  const label = indicatorOf(indicator, atlas);
  const causes = causesOf(
    sources.flatMap(({ lines }) => lines.map((line) => ({ points: throughLine(line.points, label) }))),
  );
  const parts = [
    without.length ? `No value for ${list(without)}: not reported, or not defined.` : null,
    causes.size
      ? `A gap in a line is a year without a value, ${causes.has('definition') ? 'a break in the series, or a change of definition' : 'or a break in the series'}: no line is drawn across it.`
      : null,
  ].filter((part) => part !== null);
  return parts.length ? parts.join(' ') : null;
}

function tableOf(sources: readonly SourceLines[], caption: string, { indicator }: Said, atlas: Atlas): Table {
  const label = indicatorOf(indicator, atlas);
  const banded = allPoints(sources).some(({ high }) => high !== null);
  // As text: a table writes two decimals, and an indicator says itself how many it is shown with.
  const cell = (value: number | null): string | null => (value === null ? null : numberOf(value, label));
  return {
    caption,
    columns: [
      { key: 'year', label: 'Year', numeric: true },
      { key: 'line', label: 'Line' },
      { key: 'value', label: label.title, numeric: true },
      ...(banded
        ? [
            { key: 'low', label: 'Lower limit', numeric: true },
            { key: 'high', label: 'Upper limit', numeric: true },
          ]
        : []),
      { key: 'source', label: 'Source' },
      { key: 'flag', label: 'Note' },
    ],
    rows: sources.flatMap(({ source, lines }) =>
      lines.flatMap(({ name, points }) =>
        points.map((p) => ({
          year: p.year,
          line: name,
          value: cell(p.value),
          ...(banded ? { low: cell(p.low), high: cell(p.high) } : {}),
          source: sourceName(source, atlas),
          flag: flagWords(p.flag),
        })),
      ),
    ),
  };
}
