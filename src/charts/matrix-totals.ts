import { placeOf } from '../model/country.ts';
import { quantity } from './format.ts';
import type { MatrixInput } from './matrix.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import type { SideCells } from './matrix-side.ts';
import { el, text, type Markup } from './svg.ts';

/** Beside each row, what its ties add up to: full for those in the matrix, an outline for those with other places. */
export function totalBars(
  { blocks, places, rest, sumUnit }: MatrixInput,
  { shown, side }: SideCells,
  { totals, y, cell }: MatrixLayout,
): Markup {
  const codes = blocks.flatMap((block) => block.places);
  const inside = new Map<string, number>();
  for (const { origin, destination, count } of shown) {
    inside.set(origin, (inside.get(origin) ?? 0) + count);
    // A pair that stands once belongs to the rows of both its ends.
    if (side.reads === 'pair') inside.set(destination, (inside.get(destination) ?? 0) + count);
  }
  const rows = codes.map((iso3) => ({
    iso3,
    inside: inside.get(iso3) ?? 0,
    outside: rest?.ofPlace.get(iso3)?.out ?? 0,
  }));
  const most = Math.max(1, ...rows.map((row) => row.inside + row.outside));
  const scale = (totals?.width ?? 0) / most;
  const height = Math.min(14, cell.height * 0.62);
  return el(
    'g',
    { class: 'totals' },
    ...rows.map((row, i) => {
      const top = (y[i] ?? 0) + (cell.height - cell.gap - height) / 2;
      const x = totals?.x ?? 0;
      const words = `${placeOf(places, row.iso3).short_name}: ${quantity(row.inside, sumUnit)} in this matrix, ${quantity(row.outside, sumUnit)} with other places`;
      return el(
        'g',
        { 'data-c': row.iso3, 'data-v': String(row.inside + row.outside) },
        el('title', {}, text(words)),
        el('rect', { class: 'bar bar-plain', x, y: top, width: row.inside * scale, height }),
        row.outside > 0 &&
          el('rect', {
            class: 'bar bar-rest',
            x: x + row.inside * scale,
            y: top + 0.5,
            width: row.outside * scale,
            height: height - 1,
          }),
      );
    }),
  );
}
