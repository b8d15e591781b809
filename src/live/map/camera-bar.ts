import { STANDARD_CAMERA } from '../../charts/camera.ts';
import { el, text, type Markup } from '../../charts/svg.ts';
import { degrees } from '../../charts/camera-text.ts';
import type { Move } from './gestures.ts';

/** Meridians with a name. Each map's edge runs through water as far as it can: 150° E parts only Greenland, 25° W Siberia's tip. */
export const CENTRES: readonly { readonly name: string; readonly lon: number }[] = [
  { name: 'Europe, Africa', lon: STANDARD_CAMERA.meridian },
  { name: 'Asia', lon: 90 },
  { name: 'Pacific', lon: 150 },
  { name: 'Americas', lon: -90 },
  { name: 'Atlantic', lon: -25 },
];

/** Words of a button, its key and its picture on a field of 16 by 16. */
const MOVES: Readonly<Record<Move, readonly [words: string, key: string, path: string]>> = {
  out: ['Zoom out', '−', 'M3 8h10'],
  in: ['Zoom in', '+', 'M3 8h10M8 3v10'],
  west: ['Move west', 'Shift + ←', 'M10 3L5 8l5 5'],
  north: ['Move north', 'Shift + ↑', 'M3 10l5-5 5 5'],
  south: ['Move south', 'Shift + ↓', 'M3 6l5 5 5-5'],
  east: ['Move east', 'Shift + →', 'M6 3l5 5-5 5'],
  reset: ['Reset the map', '0', 'M3.2 6.5A5 5 0 1 1 3 9.2M3 2.8v3.9h3.9'],
};

const icon = (d: string): Markup =>
  el('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, el('path', { d }));

function button(move: Move): Markup {
  const [words, key, path] = MOVES[move];
  const title = `${words} (${key})`;
  return el('button', { type: 'button', 'data-move': move, 'aria-label': words, title }, icon(path));
}

/** What the list of centres calls a meridian that has no name. */
export const centreWords = (lon: number): string => degrees(lon, 'East', 'West');

/**
 * The bar that moves a map. Written into a page when it is built (in a figure of the class `map-figure`, before its body),
 * nothing moves when scripts come; otherwise they write it. It is inert until then.
 */
export const cameraBar = (): Markup =>
  el(
    'div',
    {
      class: 'map-tools no-print',
      'data-map-tools': true,
      role: 'group',
      'aria-label': 'Move the map',
      inert: true,
    },
    el(
      'span',
      { class: 'map-tool-group' },
      button('out'),
      el('span', { class: 'map-zoom', 'aria-hidden': 'true' }, text('1 ×')),
      button('in'),
    ),
    el(
      'span',
      { class: 'map-tool-group' },
      ...(['west', 'north', 'south', 'east'] as const).map((move) => button(move)),
    ),
    el('span', { class: 'map-tool-group' }, button('reset')),
    el(
      'label',
      { class: 'map-centre' },
      el('span', {}, text('Centre')),
      el(
        'select',
        { 'data-centre': true },
        CENTRES.map(({ name, lon }) => el('option', { value: String(lon) }, text(name))),
      ),
    ),
    el('p', { class: 'map-note', role: 'status', hidden: true }),
  );
