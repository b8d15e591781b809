import { STANDARD_CAMERA, WORLD, type Camera } from './camera.ts';
import type { Basemap, Frame } from './chart.ts';
import { drawCurve, numeric } from './curve.ts';
import { PathData } from './path-data.ts';
import { project, projectFromCentre, SOUTH, type MapWindow, type Point } from './projection.ts';
import { el, round, text, type Markup } from './svg.ts';
import type { Place } from '../model/country.ts';

/** A window on the map, scaled to a figure. Marks keep the coordinates of the whole map at that scale. */
export interface MapView {
  /** Central meridian, degrees east. */
  readonly meridian: number;
  /** The window in map pixels. */
  readonly window: MapWindow;
  /** Figure pixels in a pixel of the map. */
  readonly scale: number;
  /** The window, in figure pixels of the whole map. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The view of a camera in a figure; where the camera leaves the window to the chart, the whole map. */
export function mapView(width: number, { meridian, window }: Camera = STANDARD_CAMERA): MapView {
  const shown = window ?? WORLD;
  const scale = width / shown.width;
  return {
    meridian,
    window: shown,
    scale,
    left: shown.x * scale,
    top: shown.y * scale,
    width,
    height: Math.ceil(shown.height * scale),
  };
}

/** Whether the view shows the whole map. */
export const isWhole = ({ window }: MapView): boolean =>
  window.x <= WORLD.x &&
  window.y <= WORLD.y &&
  window.x + window.width >= WORLD.width &&
  window.y + window.height >= WORLD.height;

/** Whether the map's edge may run through the view: it lies outermost at the pole, which is a line. */
export const meetsEdge = ({ window }: MapView): boolean =>
  window.x < projectFromCentre(-180, 90)[0] || window.x + window.width > projectFromCentre(180, 90)[0];

/** A figure narrower than this has room for few labels and a legend in lines. */
export const isNarrow = (width: number): boolean => width < 560;

/** Where a place stands, in figure pixels of the whole map. */
export function anchorOf(place: Place, { scale, meridian }: MapView): Point {
  const [x, y] = project(place.anchor_lon, place.anchor_lat, meridian);
  return [x * scale, y * scale];
}

export const inView = ([x, y]: Point, { left, top, width, height }: MapView): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** Reference to a shape of the base map. */
export const shapeHref = ({ href, prefix = '' }: Basemap, name: string): string => `${href}#${prefix}${name}`;

/** A shape of the base map; fill and stroke come from its class. */
export const shape = (
  basemap: Basemap,
  name: string,
  className: string,
  more: Record<string, string | number | undefined> = {},
  title: Markup | null = null,
): Markup => el('use', { href: shapeHref(basemap, name), class: className, ...more }, title);

/** Sea, land and whatever lies between land and borders. Line widths are given in figure pixels. */
export function mapBase(basemap: Basemap, view: MapView, between: readonly (Markup | null)[] = []): Markup {
  const hair = (pixels: number): number => Math.round((pixels / view.scale) * 100) / 100;
  const line = (name: string, width: number): Markup =>
    shape(basemap, name, name, { 'stroke-width': String(hair(width)) });
  return el(
    'g',
    { class: 'base', transform: `scale(${String(Math.round(view.scale * 1e4) / 1e4)})` },
    line('sphere', 0.8),
    line('graticule', 0.5),
    shape(basemap, 'land', 'land'),
    // A group of its own, there even when empty: what lies around it then keeps its place when a live map changes.
    el('g', {}, ...between),
    line('borders', isNarrow(view.width) ? 0.4 : 0.6),
  );
}

/** Diagonal lines for what is not there: `{id}` for use among marks, `{id}-map` for use within mapBase. */
export const mapHatch = (
  id: string,
  gap: number,
  { scale }: MapView,
  className = 'hatch',
): readonly Markup[] => [
  el(
    'pattern',
    { id, width: gap, height: gap, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    el('path', { class: className, d: `M0 0v${gap}`, 'stroke-width': 1.4 }),
  ),
  el('pattern', {
    id: `${id}-map`,
    href: `#${id}`,
    patternTransform: `scale(${String(Math.round(1e4 / scale) / 1e4)}) rotate(45)`,
  }),
];

/** The map's edge as a clip path: flows that leave the map end on it. */
export function edgeClip(id: string, { scale }: MapView): Markup {
  const side = (lambda: number) =>
    numeric((lat) => projectFromCentre(lambda, lat).map((v) => v * scale) as unknown as Point, SOUTH, 90);
  const [east, west] = [side(180), side(-180)];
  const data = new PathData().move(east.at(SOUTH));
  drawCurve(data, east, SOUTH, 90);
  data.line(west.at(90));
  drawCurve(data, west, 90, SOUTH);
  return el('clipPath', { id }, el('path', { d: data.close(east.at(SOUTH)).toString() }));
}

/** The svg element of a map, with its text alternative; the map itself stands in a window that cuts off the rest. */
export function mapFigure(
  frame: Frame,
  className: string,
  view: MapView,
  defs: readonly (Markup | null)[],
  map: readonly (Markup | null)[],
  below: { readonly markup: Markup; readonly height: number },
): Markup {
  const { width, id, title, desc } = frame;
  const height = Math.ceil(view.height + below.height);
  const box = [view.left, view.top, view.width, view.height].map(round).join(' ');
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `chart map ${className}`,
      width,
      height,
      viewBox: `0 0 ${round(width)} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
    },
    el('title', { id: `${id}-title` }, text(title)),
    el('desc', { id: `${id}-desc` }, text(desc)),
    defs.some(Boolean) ? el('defs', {}, ...defs) : null,
    el('svg', { class: 'window', width: view.width, height: view.height, viewBox: box }, ...map),
    isWhole(view)
      ? null
      : el('rect', { class: 'edge', x: 0.4, y: 0.4, width: view.width - 0.8, height: view.height - 0.8 }),
    below.markup,
  );
}
