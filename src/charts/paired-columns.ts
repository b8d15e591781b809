import type { PairedRankingInput, PairedRow, PairedValue } from './paired-ranking.ts';
import { ABSENT, differenceWords } from './paired-words.ts';
import { lettersOf } from './marks.ts';
import { widest, wrap } from './measure.ts';
import { measuredNumber } from './measured.ts';
import { niceCeil } from './nice.ts';
import { pixelAxis, type PixelAxis } from './pixel-axis.ts';

/** A row with its words; the remainder is one too, where it fits the axis. */
export interface PairedWords {
  /** Null for the remainder. */
  readonly iso3: PairedRow['iso3'] | null;
  readonly a: PairedValue;
  readonly b: PairedValue;
  readonly comparable: boolean;
  readonly name: string;
  readonly names: readonly string[];
  readonly numbers: { readonly a: string; readonly b: string };
  readonly difference: string;
  /** The difference in lines as wide as its place. */
  readonly said: readonly string[];
}

/** Where things stand: side by side on a wide sheet, below each other on a narrow one. */
export interface PairedColumns {
  readonly stacked: boolean;
  readonly rows: readonly PairedWords[];
  /** From the axis' low end to its high end. */
  readonly strip: readonly [x0: number, x1: number];
  /** Where marks without a number stand: left of the axis, so that none is read as a zero. */
  readonly apart: number;
  readonly axis: PixelAxis;
  /** Right edges of the numbers and left edge of the difference; of no use where stacked. */
  readonly numbers: { readonly a: number; readonly b: number };
  readonly said: number;
}

/** The remainder is drawn while it is not much longer than the longest row. */
const FITS = 1.15;
const GAP = 14;
/** Below this width the numbers would leave the axis no room. */
const STACKED = 560;

export function pairedColumns(input: PairedRankingInput, width: number, size: number): PairedColumns {
  const stacked = width < STACKED;
  const rows = allRows(input);
  const numbers = rows.map((row) => ({ a: numberOf(row.a, input), b: numberOf(row.b, input) }));
  const differences = rows.map((row) => saidOf(row, input));
  const nameRoom = stacked ? width : width * 0.24;
  const saidRoom = stacked ? width : width * 0.22;
  const names = rows.map(({ name }) => wrap(name, nameRoom, size));
  const words = rows.map((row, i): PairedWords => {
    const { a = '', b = '' } = numbers[i] ?? {};
    return {
      ...row,
      comparable: row.incomparable === null,
      names: names[i] ?? [],
      numbers: { a, b },
      difference: differences[i] ?? '',
      said: wrap(differences[i] ?? '', saidRoom, size),
    };
  });
  const absent = input.rows.some(({ a, b }) => 'absent' in a || 'absent' in b);
  const heads = input.sides.map(({ name }) => name);
  const wide = (side: 'a' | 'b', head: string): number =>
    widest(
      [head, ...numbers.map((number, i) => ('absent' in (rows[i]?.[side] ?? {}) ? '' : number[side]))],
      size,
    );
  const [numberA, numberB] = [wide('a', heads[0] ?? ''), wide('b', heads[1] ?? '')];
  const said =
    width -
    widest(
      words.flatMap((row) => row.said),
      size,
    );
  // The earlier stands left of the later; of two places or layers the first stands first.
  const [left, right] = input.relation === 'time' ? [numberB, numberA] : [numberA, numberB];
  const edges = [said - GAP - right - GAP, said - GAP] as const;
  const first = stacked ? 6 : widest(names.flat(), size) + GAP;
  const apart = first + 6;
  const x0 = first + (absent ? 24 : 6);
  const x1 = stacked ? width - tickRoom(rows, input, size) / 2 - 1 : edges[0] - left - GAP * 2.2;
  return {
    stacked,
    rows: words,
    strip: [x0, x1],
    apart,
    axis: axisOf(input, rows, x1 - x0, size),
    numbers: input.relation === 'time' ? { b: edges[0], a: edges[1] } : { a: edges[0], b: edges[1] },
    said,
  };
}

type Row = Omit<PairedRow, 'iso3'> & Pick<PairedWords, 'iso3'>;

function allRows({ rows, rest }: PairedRankingInput): Row[] {
  if (!rest) return [...rows];
  const side = (value: number | null): PairedValue =>
    value === null ? { absent: 'missing' } : { value, flag: null };
  return [...rows, { iso3: null, name: rest.name, a: side(rest.a), b: side(rest.b), incomparable: null }];
}

const valueOf = (side: PairedValue): number | null => ('value' in side ? side.value : null);

/** What a number of the axis takes at most. */
function tickRoom(rows: readonly Row[], { scale }: PairedRankingInput, size: number): number {
  const values = rows.flatMap(({ iso3, a, b }) => (iso3 === null ? [] : [valueOf(a), valueOf(b)]));
  const largest = Math.max(1, ...values.map((value) => Math.abs(value ?? 0)));
  const negative = values.some((value) => (value ?? 0) < 0);
  return widest(
    [`${negative ? '−' : ''}${measuredNumber(niceCeil(largest), 0)}`, scale.kind === 'ratio' ? '0.05' : ''],
    size,
  );
}

/** An axis that holds every row, and the remainder if that would not press them together. */
function axisOf(input: PairedRankingInput, rows: readonly Row[], length: number, size: number): PixelAxis {
  const { scale } = input;
  const values = (some: readonly Row[]): number[] =>
    some.flatMap(({ a, b }) => [valueOf(a), valueOf(b)]).filter((value) => value !== null);
  const own = values(rows.filter(({ iso3 }) => iso3 !== null));
  const most = Math.max(0, ...own.map(Math.abs));
  const rest = values(rows.filter(({ iso3 }) => iso3 === null)).filter(
    (v) => !own.length || v <= most * FITS,
  );
  const ratio = scale.kind === 'ratio' && scale.neutral !== null && scale.neutral > 0;
  return pixelAxis(
    {
      title: scale.title,
      unit: scale.unit,
      digits: scale.digits,
      log: ratio,
      neutral: scale.neutral === null ? null : { value: scale.neutral, words: '' },
    },
    own.length || rest.length ? [...own, ...rest] : [0, 1],
    ratio ? [] : [0],
    length,
    tickRoom(rows, input, size) + size * 1.2,
  );
}

function numberOf(side: PairedValue, { scale }: PairedRankingInput): string {
  if ('absent' in side) return ABSENT[side.absent];
  const number = measuredNumber(side.value, scale.digits);
  return [scale.unit === '%' ? `${number}%` : number, lettersOf(side.flag)].filter(Boolean).join('\u00a0');
}

/** The difference, or why there is none to tell. */
function saidOf({ iso3, a, b, incomparable }: Row, input: PairedRankingInput): string {
  const [first, second] = input.sides;
  if (iso3 === null && ('absent' in a || 'absent' in b)) return '';
  if ('absent' in a && 'absent' in b) return ABSENT[a.absent];
  if ('absent' in a) return `${first.name}: ${ABSENT[a.absent]}`;
  if ('absent' in b) return `${second.name}: ${ABSENT[b.absent]}`;
  if (incomparable !== null) return `not comparable: ${incomparable}`;
  return differenceWords(a.value, b.value, input.scale, input.relation);
}
