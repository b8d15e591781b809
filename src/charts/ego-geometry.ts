import { oneColumn, stacked, twoColumns, type EgoRow, type PlacedRow } from './ego-layout.ts';
import type { Partner } from './ego-partners.ts';
import { onRing, type Oval } from './ego-ring.ts';
import { textWidth, widest, wrap } from './measure.ts';
import type { Point } from './projection.ts';

export interface EgoLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Where a partner stands: its dot on the ring, its name in a column, and the line between at one height. */
export interface EgoSpot {
  readonly partner: Omit<Partner, 'number'> & { readonly number: string | null };
  readonly at: Point;
  readonly radius: number;
  readonly label: EgoLabel;
  readonly guide: readonly [from: number, to: number];
}

export interface EgoGeometry {
  readonly centre: Oval;
  readonly centreLines: readonly string[];
  readonly ring: Oval;
  readonly spots: ReadonlyMap<string, EgoSpot>;
  readonly titles: readonly (EgoLabel & { readonly words: string })[];
  readonly rest: {
    readonly at: Point;
    readonly radius: number;
    readonly label: EgoLabel & { readonly lines: readonly string[] };
  } | null;
  readonly height: number;
}

type Sized = EgoSpot['partner'];

/** Lines of a column lie this far apart, in its type. */
const STEP = 1.24;
/** From a column to the ring's farthest dot. */
const GAP = 12;

/**
 * Where everything stands. On a wide sheet a whole ring between two columns of names; on a narrow one half a ring to the
 * left of one column, since names on both sides would leave it no room.
 * @param rest words of the remainder, null where nothing is left out
 */
export function egoGeometry(
  partners: readonly Partner[],
  focus: string,
  rest: string | null,
  width: number,
  size: number,
): EgoGeometry {
  const whole = width >= 480;
  const most = whole ? 7 : 5;
  const centreLines = wrap(focus, size * 6, size);
  const disc = {
    rx: widest(centreLines, size * 1.05) / 2 + size * 0.9,
    ry: (centreLines.length * size * 1.15) / 2 + size * 0.8,
  };
  const numbered = withNumbers(partners, width, size);
  const columns = numbered ?? named(partners, width * (whole ? 0.26 : 0.34), size);
  const step = size * STEP;
  const rows = whole ? twoColumns(columns, step) : [[], oneColumn(columns, step)];
  const [leftRoom, rightRoom] = rows.map((column) => roomOf(column as EgoRow<Sized>[], size)) as [
    number,
    number,
  ];
  const inner = [leftRoom && leftRoom + GAP, width - rightRoom - GAP] as const;
  const cx = whole ? (inner[0] + inner[1]) / 2 : disc.rx + 1;
  const rx = inner[1] - cx - most - 2;
  const tallest = Math.max(...rows.map((column) => column.reduce((sum, row) => sum + row.height, 0)));
  const height = Math.max(tallest, disc.ry * 2 + step * 4, Math.min(rx * (whole ? 1.9 : 2), 420));
  const cy = height / 2 + size * 0.3;
  const ring: Oval = { at: [cx, cy], rx, ry: height / 2 + step * 0.4 };
  const largest = Math.max(...partners.map(({ weight }) => weight));
  const radiusOf = (weight: number): number => Math.max(1.8, Math.sqrt(weight / largest) * most);

  const spots = new Map<string, EgoSpot>();
  const titles: EgoGeometry['titles'][number][] = [];
  rows.forEach((column, i) => {
    const side = i === 0 ? -1 : 1;
    const edge = side < 0 ? leftRoom : width - rightRoom;
    const anchor = side < 0 ? 'end' : 'start';
    for (const row of stacked(column, cy, height) as (PlacedRow & EgoRow<Sized>)[]) {
      if (!row.node) {
        titles.push({ words: row.lines.join(' '), x: edge, y: row.bottom - step * 0.3, anchor });
        continue;
      }
      const at = onRing(ring, row.y, side);
      const radius = radiusOf(row.node.weight);
      spots.set(row.node.iso3, {
        partner: row.node,
        at,
        radius,
        label: { x: edge, y: row.y, anchor },
        guide: [at[0] + side * (radius + 1), edge - side * 4],
      });
    }
  });
  const placed = rest === null ? null : restAt(rest, ring, cy + height / 2, width, size, whole);
  return {
    centre: { at: [cx, cy], ...disc },
    centreLines,
    ring,
    spots,
    titles,
    rest: placed,
    height: placed
      ? placed.label.y + (placed.label.lines.length - 1) * size * 1.3 + size * 0.5
      : cy + height / 2,
  };
}

function restAt(words: string, ring: Oval, bottom: number, width: number, size: number, whole: boolean) {
  const radius = size * 0.5;
  const at: Point = [ring.at[0], bottom + size * 0.9];
  const lines = wrap(words, whole ? width : width - at[0] - size * 1.5, size);
  const label: EgoLabel & { lines: string[] } = whole
    ? { lines, x: at[0], y: at[1] + size * 1.9, anchor: 'middle' }
    : { lines, x: at[0] + size, y: at[1] + size * 0.35, anchor: 'start' };
  return { at, radius, label };
}

/** Names with their numbers, where the ring keeps enough room beside them; else null. */
function withNumbers(partners: readonly Partner[], width: number, size: number): Sized[] | null {
  if (width < 480) return null;
  const most = width * 0.29;
  const numbers = partners.map(({ number }) => textWidth(number, size) + size * 0.4);
  if (Math.max(...numbers) > most * 0.75) return null;
  return partners.map((partner, i) => {
    const lines = wrap(partner.name, most, size);
    const last = lines.at(-1) ?? '';
    // The number stands behind the last line; where it does not fit there, the name breaks once more.
    return textWidth(last, size) + (numbers[i] ?? 0) <= most
      ? { ...partner, lines }
      : { ...partner, lines: wrap(partner.name, Math.max(most - (numbers[i] ?? 0), most * 0.25), size) };
  });
}

/** Names alone, but for the letters of flags, which the foot explains. */
const named = (partners: readonly Partner[], most: number, size: number): Sized[] =>
  partners.map((partner) => ({
    ...partner,
    lines: wrap(partner.name, most, size),
    number: partner.letters || null,
  }));

/** Width of a column: its widest line with its number. */
const roomOf = (rows: readonly EgoRow<Sized>[], size: number): number =>
  Math.ceil(
    Math.max(
      0,
      ...rows.flatMap(({ node, lines }) =>
        lines.map((line, i) => {
          const number =
            node?.number && i === lines.length - 1 ? textWidth(node.number, size) + size * 0.4 : 0;
          return textWidth(line, size) + number;
        }),
      ),
    ),
  );
