import type { Frame } from './chart.ts';
import { absentMark, between, sideMark } from './paired-marks.ts';
import type { PairedColumns, PairedWords } from './paired-columns.ts';
import type { PairedRankingInput, PairedValue } from './paired-ranking.ts';
import { textWidth } from './measure.ts';
import type { PixelAxis } from './pixel-axis.ts';
import { el, round, text, type Markup } from './svg.ts';

/** Numbers of the axis and heads of the columns, above the rows. */
export function pairedHeads(
  { sides, relation }: PairedRankingInput,
  { axis, strip: [x0], stacked, numbers, said }: PairedColumns,
  y: number,
): Markup {
  const head = (words: string, x: number, anchor: string): Markup =>
    el('text', { class: 'head', x, y, 'text-anchor': anchor }, text(words));
  const tick = ({ at, words }: PixelAxis['ticks'][number]): Markup =>
    el('text', { x: x0 + at, y }, text(words));
  return [
    el('g', { class: 'axis' }, ...axis.ticks.map(tick)),
    ...(stacked
      ? []
      : [
          head(sides[0].name, numbers.a, 'end'),
          head(sides[1].name, numbers.b, 'end'),
          head(relation === 'time' ? 'Change' : 'Difference', said, 'start'),
        ]),
  ].join('') as Markup;
}

/** One place: its dots and what joins them, both numbers, and the difference in words. */
export function pairedRow(
  row: PairedWords,
  input: PairedRankingInput,
  columns: PairedColumns,
  y: number,
  frame: Frame,
  size: number,
): { markup: Markup; height: number } {
  const { height, middle, strip, lines } = columns.stacked
    ? stackedRow(row, input, y, frame.width, size)
    : wideRow(row, columns, y, size);
  return {
    height,
    markup: el(
      'g',
      { class: row.iso3 === null ? 'paired-row rest' : 'paired-row', ...dataOf(row) },
      el('title', {}, text(rowWords(row, input))),
      el('path', { class: 'row-rule', d: `M0 ${Math.round(y) + 0.5}H${round(frame.width)}` }),
      gridOf(input, columns, strip),
      ...marks(row, input, columns, middle, frame.id),
      ...lines.flatMap(({ words, kind, x, y: first, anchor }) =>
        words.map((one, i) =>
          el('text', { class: kind, x, y: first + i * size * STEP, 'text-anchor': anchor }, text(one)),
        ),
      ),
    ),
  };
}

const STEP = 1.3;
const PAD = 0.42;

interface Lines {
  readonly words: readonly string[];
  readonly kind: string;
  readonly x: number;
  /** Baseline of the first. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

interface RowParts {
  readonly height: number;
  /** Where the marks stand, and how far the lines of the axis go. */
  readonly middle: number;
  readonly strip: readonly [top: number, bottom: number];
  readonly lines: readonly Lines[];
}

const nameKind = ({ iso3 }: PairedWords): string => (iso3 === null ? 'label rest-words' : 'label');

function wideRow(row: PairedWords, { numbers, said }: PairedColumns, y: number, size: number): RowParts {
  const most = Math.max(row.names.length, row.said.length);
  const height = size * (PAD * 2 + most * STEP);
  const middle = y + height / 2;
  const base = (count: number): number => middle - ((count - 1) * size * STEP) / 2 + size * 0.35;
  const number = (side: 'a' | 'b'): Lines[] =>
    'absent' in row[side]
      ? []
      : [{ words: [row.numbers[side]], kind: 'value', x: numbers[side], y: base(1), anchor: 'end' }];
  return {
    height,
    middle,
    strip: [y, y + height],
    lines: [
      { words: row.names, kind: nameKind(row), x: 0, y: base(row.names.length), anchor: 'start' },
      ...number('a'),
      ...number('b'),
      { words: row.said, kind: 'note', x: said, y: base(row.said.length), anchor: 'start' },
    ],
  };
}

/** Name and difference on a line, or on two where they do not fit; then the marks; then both numbers. */
function stackedRow(
  row: PairedWords,
  input: PairedRankingInput,
  y: number,
  width: number,
  size: number,
): RowParts {
  const together =
    row.names.length === 1 &&
    row.said.length === 1 &&
    textWidth(`${row.name} ${row.difference}`, size) + size < width;
  const first = y + size * (PAD + 1);
  const above = row.names.length + (together ? 0 : row.said.length);
  const top = y + size * (PAD + above * STEP);
  const bottom = top + size * 1.6;
  return {
    height: bottom + size * (STEP + 0.15 + PAD) - y,
    middle: (top + bottom) / 2 + size * 0.15,
    strip: [top + size * 0.15, bottom],
    lines: [
      { words: row.names, kind: nameKind(row), x: 0, y: first, anchor: 'start' },
      together
        ? { words: row.said, kind: 'note', x: width, y: first, anchor: 'end' }
        : { words: row.said, kind: 'note', x: 0, y: first + row.names.length * size * STEP, anchor: 'start' },
      { words: [bothNumbers(row, input)], kind: 'value', x: 0, y: bottom + size * 1.15, anchor: 'start' },
    ],
  };
}

/** Lines of the axis within a row: in a narrow figure words stand between the rows' strips. */
function gridOf(
  { scale }: PairedRankingInput,
  { axis, strip: [x0] }: PairedColumns,
  [top, bottom]: readonly [number, number],
): Markup {
  const line = (at: number, kind: string): Markup =>
    el('path', { class: kind, d: `M${round(x0 + at)} ${round(top)}V${round(bottom)}` });
  return [
    ...axis.ticks.map(({ at, words }) => line(at, words === '0' && !axis.log ? 'baseline' : 'grid')),
    axis.zeroBand ? line(axis.zeroBand, 'zero-edge') : '',
    scale.neutral === null ? '' : line(axis.at(scale.neutral), 'neutral-rule'),
  ].join('') as Markup;
}

/** The numbers of a narrow row: "2014: 9,551 · 2019: 12,030". */
function bothNumbers(row: PairedWords, { sides, relation }: PairedRankingInput): string {
  const parts = (['a', 'b'] as const).flatMap((side, i) =>
    row.iso3 === null && 'absent' in row[side] ? [] : [`${sides[i]?.name ?? ''}: ${row.numbers[side]}`],
  );
  return (relation === 'time' ? parts.reverse() : parts).join(' · ');
}

/** "Germany. 2014: 7,072 · 2019: 9,551; up 2,479 (+35%)". */
const rowWords = (row: PairedWords, input: PairedRankingInput): string =>
  [`${row.name}. ${bothNumbers(row, input)}`, row.difference].filter(Boolean).join('; ');

/** What scripts find a row and its marks by. */
function dataOf({ iso3 }: PairedWords): Record<string, string> {
  if (iso3 === null) return {};
  return typeof iso3 === 'string' ? { 'data-c': iso3 } : { 'data-o': iso3[0], 'data-d': iso3[1] };
}

function marks(
  row: PairedWords,
  { sides, relation }: PairedRankingInput,
  { axis, strip: [x0, x1], apart }: PairedColumns,
  y: number,
  id: string,
): Markup[] {
  const { iso3, a, b, comparable } = row;
  const place = (side: PairedValue): number | null => ('value' in side ? x0 + axis.at(side.value) : null);
  const [atA, atB] = [place(a), place(b)];
  // A remainder beyond the axis has its numbers alone.
  if ([atA, atB].some((x) => x !== null && x > x1 + 1)) return [];
  const mark = (name: 'a' | 'b', side: PairedValue, x: number | null): Markup => {
    const value = 'value' in side ? String(side.value) : null;
    if (x === null && iso3 === null) return '' as Markup;
    return x === null
      ? absentMark([apart, y], id, dataOf(row))
      : sideMark(name, sides[name === 'a' ? 0 : 1].layer, [x, y], { ...dataOf(row), 'data-v': value });
  };
  return [
    atA !== null && atB !== null && comparable ? between(atA, atB, y, relation === 'time') : ('' as Markup),
    mark('b', b, atB),
    mark('a', a, atA),
  ];
}
