import type { PairPartners } from './ego-pair-partners.ts';
import type { Partner } from './ego-partners.ts';
import { edgeOf, type Oval } from './ego-ring.ts';
import { widest, wrap } from './measure.ts';
import type { Point } from './projection.ts';

/** A dot of one tie. */
export interface PairSpot {
  readonly at: Point;
  readonly radius: number;
}

export interface PairLine {
  readonly words: readonly string[];
  readonly kind: 'label' | 'number' | 'group-head' | 'rest-words';
  readonly x: number;
  /** Middle of its lines. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The partner it names; null for heads and remainders. */
  readonly iso3: string | null;
}

/** What belongs to one of the two centres. */
export interface PairSide {
  readonly centre: Oval;
  readonly centreLines: readonly string[];
  /** Dots of its ties, by the code of the partner. */
  readonly spots: ReadonlyMap<string, PairSpot>;
  /** Where the remainder's dotted line starts and ends; null where it is only said. */
  readonly rest: readonly [from: Point, to: Point] | null;
}

/** Where two centres, their dots and all names stand. */
export interface EgoPairGeometry {
  readonly sides: readonly [PairSide, PairSide];
  readonly lines: readonly PairLine[];
  /** Whether numbers stand beside the names. */
  readonly numbered: boolean;
  /** How far below the centres the tie of the two with each other goes. */
  readonly depth: number;
  readonly height: number;
}

/** Lines of a column lie this far apart, in its type. */
const STEP = 1.36;
/** Names and spokes take this much; where a fifth of what is left holds a number, numbers stand beside the names. */
const NUMBERED = 640;
/** Share of the width that a name may take. */
const NAME = 0.16;
const COMMON = 'Both';

interface Setting {
  readonly width: number;
  readonly size: number;
  readonly narrow: boolean;
  readonly numbered: boolean;
  /** Largest radius of a dot, and what it takes between a line and a name. */
  readonly most: number;
  readonly gap: number;
  readonly radius: (partner: Partner) => number;
}

/** A row of a column: a partner, or a remainder. */
interface Row {
  readonly partner: Partner | null;
  readonly words: readonly string[];
}

/**
 * Common partners in the middle, a centre on each side of them, partners of one alone beyond it. A narrow sheet has room
 * for the common ones only; the others are then told in words.
 */
export function egoPairGeometry(
  partners: PairPartners,
  width: number,
  size: number,
  tied: boolean,
): EgoPairGeometry {
  const set = settingOf(partners, width, size);
  const middleRows = partners.common.map(([partner]): Row => ({
    partner,
    words: wrap(partner.name, width * (set.narrow ? 0.3 : NAME), size),
  }));
  const own = both((i) => (set.narrow ? [] : ownRows(partners, i, set)));
  const heads = both((i) => wrap(`${partners.names[i]} alone`, width * NAME, size));
  const rooms = both((i) => (own[i].length ? roomOf(own[i], heads[i], set) + set.gap : 0));
  const half = middleHalf(partners, middleRows, set);
  const step = size * STEP;
  const top = step * (set.narrow ? 1.6 : 2.6);
  const height = Math.max(...[middleRows, ...own].map((rows) => tall(rows, step)), size * 9);
  const y = top + height / 2;
  const middle = (width + rooms[0] - rooms[1]) / 2;
  const columns = both((i) => {
    const way = i === 0 ? -1 : 1;
    const edge = i === 0 ? rooms[0] : width - rooms[1];
    const ys = placed(own[i], y, height, step);
    return { way, edge, rows: own[i].map((row, k) => ({ ...row, y: ys[k] ?? y })) } as const;
  });
  const middleYs = placed(middleRows, y, height, step);
  const sides = both((i): PairSide => {
    const { way, edge, rows } = columns[i];
    const centreLines = wrap(partners.names[i], size * (set.narrow ? 5 : 6), size);
    const disc = {
      rx: widest(centreLines, size * 1.05) / 2 + size * 0.7,
      ry: (centreLines.length * size * 1.15) / 2 + size * 0.7,
    };
    const inner = middle + way * half;
    const x = rooms[i] ? (edge + inner) / 2 : edge - way * (disc.rx + 1);
    const centre: Oval = { at: [x, y], ...disc };
    const dot = (partner: Partner, at: Point): [string, PairSpot] => [
      partner.iso3,
      { at, radius: set.radius(partner) },
    ];
    const restRow = rows.find(({ partner }) => !partner);
    const restEnd: Point | null = restRow ? [edge + way * set.most, restRow.y] : null;
    return {
      centre,
      centreLines,
      spots: new Map([
        ...partners.common.map((pair, k) => dot(pair[i], [inner - way * set.most, middleYs[k] ?? y])),
        ...rows.flatMap(({ partner, y: at }) => (partner ? [dot(partner, [edge + way * set.most, at])] : [])),
      ]),
      rest: restEnd && [rimOf(centre, restEnd), restEnd],
    };
  });
  const lines = [
    ...middleLines(partners, middleRows, middleYs, middle, half, top - step * 0.9, set),
    ...([0, 1] as const).flatMap((i) => ownLines(columns[i], heads[i], set)),
  ];
  return {
    sides,
    lines,
    numbered: set.numbered,
    depth: height / 2 + size * 1.6,
    height: top + height + (tied ? size * 2.4 : 0),
  };
}

const both = <T>(of: (i: 0 | 1) => T): [T, T] => [of(0), of(1)];

function settingOf({ common, own }: PairPartners, width: number, size: number): Setting {
  const all = [...common.flat(), ...own.flat()];
  const narrow = width < 480;
  const most = narrow ? 5 : 7;
  const largest = Math.max(...all.map(({ weight }) => weight));
  return {
    width,
    size,
    narrow,
    numbered: widestNumber(all, size) < (width - NUMBERED) / 5,
    most,
    gap: 2 * most + 3,
    // A dot's area is its tie, on one scale for both centres.
    radius: ({ weight }) => Math.max(1.8, Math.sqrt(weight / largest) * most),
  };
}

const widestNumber = (partners: readonly Partner[], size: number): number =>
  widest(
    partners.map(({ number }) => number),
    size,
  );

/** Partners of one alone, then what is left out of it. */
function ownRows({ own, rest }: PairPartners, i: 0 | 1, { width, size, numbered }: Setting): Row[] {
  const rows = own[i].map((partner): Row => {
    const words = wrap(partner.name, width * NAME, size);
    return {
      partner,
      words: numbered ? [...words.slice(0, -1), `${words.at(-1) ?? ''} ${partner.number}`] : words,
    };
  });
  const left = rest[i];
  return left === null ? rows : [...rows, { partner: null, words: wrap(left, width * NAME, size) }];
}

const roomOf = (rows: readonly Row[], head: readonly string[], { size }: Setting): number =>
  widest([...head, ...rows.flatMap(({ words }) => words)], size);

/** Half of what the common partners take: name, numbers and dots. */
function middleHalf(
  { common }: PairPartners,
  rows: readonly Row[],
  { size, numbered, gap }: Setting,
): number {
  const names = widest([COMMON, ...rows.flatMap(({ words }) => words)], size) / 2;
  return names + (numbered ? widestNumber(common.flat(), size) + size * 0.8 : 0) + gap;
}

/** Before a remainder is some air. */
const rowTall = ({ words, partner }: Row, step: number): number =>
  step * ((partner ? 1 : 1.3) + (words.length - 1) * 0.85);
const tall = (rows: readonly Row[], step: number): number =>
  rows.reduce((sum, row) => sum + rowTall(row, step), 0);

/** Middles of rows around a middle, spread over at most two thirds more than they need. */
function placed(rows: readonly Row[], middle: number, height: number, step: number): number[] {
  const need = tall(rows, step);
  const stretch = Math.min(1.67, height / (need || 1));
  let y = middle - (need * stretch) / 2;
  return rows.map((row) => {
    const own = rowTall(row, step) * stretch;
    y += own;
    return y - own / 2;
  });
}

/** The point of a disc's edge that faces another point. */
function rimOf(disc: Oval, towards: Point): Point {
  const far = edgeOf(disc, towards) / Math.hypot(towards[0] - disc.at[0], towards[1] - disc.at[1]);
  return [disc.at[0] + (towards[0] - disc.at[0]) * far, disc.at[1] + (towards[1] - disc.at[1]) * far];
}

function middleLines(
  { common }: PairPartners,
  rows: readonly Row[],
  ys: readonly number[],
  x: number,
  half: number,
  headY: number,
  { size, numbered, gap }: Setting,
): PairLine[] {
  const names = rows.map(({ partner, words }, k): PairLine => ({
    words,
    kind: 'label',
    x,
    y: ys[k] ?? 0,
    anchor: 'middle',
    iso3: partner?.iso3 ?? null,
  }));
  const numbers = common.flatMap((pair, k) =>
    pair.map((partner, i): PairLine => ({
      words: [partner.number],
      kind: 'number',
      x: x + (i === 0 ? -1 : 1) * (half - gap - size * 0.2),
      y: ys[k] ?? 0,
      anchor: i === 0 ? 'start' : 'end',
      iso3: partner.iso3,
    })),
  );
  const head: PairLine = { words: [COMMON], kind: 'group-head', x, y: headY, anchor: 'middle', iso3: null };
  return [head, ...names, ...(numbered ? numbers : [])];
}

function ownLines(
  {
    way,
    edge,
    rows,
  }: {
    readonly way: 1 | -1;
    readonly edge: number;
    readonly rows: readonly (Row & { readonly y: number })[];
  },
  head: readonly string[],
  { size, gap }: Setting,
): PairLine[] {
  const [first] = rows;
  if (!first) return [];
  const anchor = way < 0 ? 'end' : 'start';
  const x = edge + way * gap;
  const above = size * STEP * (0.45 + (first.words.length + head.length) * 0.42);
  return [
    ...(first.partner
      ? [{ words: head, kind: 'group-head', x, y: first.y - above, anchor, iso3: null } as const]
      : []),
    ...rows.map(({ partner, words, y }): PairLine => ({
      words,
      kind: partner ? 'label' : 'rest-words',
      x,
      y,
      anchor,
      iso3: partner?.iso3 ?? null,
    })),
  ];
}
