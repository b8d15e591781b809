import { placeOf, type Place } from '../model/country.ts';
import type { MatrixInput } from './matrix.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import { textWidth } from './measure.ts';
import { el, round, text, type Attributes, type Markup } from './svg.ts';
import { fit } from './text-fit.ts';

/** Names of rows and columns, titles of blocks, and what the halves are. Each name carries the code of its place. */
export function matrixLabels(input: MatrixInput, layout: MatrixLayout): Markup {
  const { size, left, right, bottom, titles } = layout;
  const all = input.blocks.flatMap(({ places }) => places).map((iso3) => placeOf(input.places, iso3));
  const titleRoom = right - 2;
  return el(
    'g',
    { class: 'names', 'font-size': size },
    ...all.flatMap((place, i) => [...rowLabel(place, i, layout), columnLabel(place, i, layout)]),
    ...input.blocks.map(
      ({ title }, i) =>
        title !== null &&
        el(
          'text',
          { class: 'group-head', x: 0, y: titles[i] ?? 0, 'text-anchor': 'start' },
          text(fit(title, titleRoom, size)),
        ),
    ),
    ...(input.lower
      ? [
          el(
            'text',
            { class: 'corner', x: right, y: size * 1.05, 'text-anchor': 'end' },
            text(fit(`Above the diagonal: ${input.side.caption}`, right, size)),
          ),
          el(
            'text',
            {
              class: 'corner',
              x: Math.min(left, right / 4),
              y: bottom + size * 1.45,
              'text-anchor': 'start',
            },
            text(fit(`Below the diagonal: ${input.lower.caption}`, right - Math.min(left, right / 4), size)),
          ),
        ]
      : []),
  );
}

function rowLabel({ iso3, short_name }: Place, i: number, layout: MatrixLayout): Markup[] {
  const { left, cell, size, rowWords, nameWidth } = layout;
  const y = (layout.y[i] ?? 0) + (cell.height - cell.gap) / 2 + size * 0.35;
  const edge = left - 6;
  const name = fit(short_name, nameWidth, size);
  if (rowWords === 'codes') return [label(iso3, short_name, iso3, { x: edge, y, 'text-anchor': 'end' })];
  if (rowWords === 'names') return [label(iso3, short_name, name, { x: edge, y, 'text-anchor': 'end' })];
  return [
    label(iso3, short_name, name, { x: nameWidth, y, 'text-anchor': 'end' }),
    el('text', { class: 'code', 'data-c': iso3, x: nameWidth + 6, y, 'text-anchor': 'start' }, text(iso3)),
  ];
}

function columnLabel({ iso3, short_name }: Place, i: number, layout: MatrixLayout): Markup {
  const { cell, size, levels, columnWords, columnHeight, top } = layout;
  const x = (layout.x[i] ?? 0) + (cell.width - cell.gap) / 2 + size * 0.35;
  const y = top - 4 - (i % levels) * Math.ceil(textWidth('MWM', size));
  const words = columnWords === 'codes' ? iso3 : fit(short_name, columnHeight, size);
  return label(iso3, short_name, words, {
    transform: `translate(${round(x)} ${round(y)}) rotate(-90)`,
    'text-anchor': 'start',
  });
}

/** What is shortened says its whole name to who asks. */
const label = (iso3: string, name: string, words: string, at: Attributes): Markup =>
  el(
    'text',
    { class: 'label', 'data-c': iso3, ...at },
    words === name ? null : el('title', {}, text(name)),
    text(words),
  );
