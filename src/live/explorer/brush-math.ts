/** A place of a drawing, or a way in it, in the drawing's units: y counts downwards. */
export type Spot = readonly [x: number, y: number];

/** A rectangle of a drawing. */
export interface Area {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** A dot that a brush can find. */
export interface Dot {
  readonly code: string;
  readonly at: Spot;
}

/** Keys reckon in such parts of the plot. */
const STEPS = 24;
/** An area that is begun by a key takes this part of each side, from the middle. */
const BEGUN = 1 / 3;

export const contains = ({ x0, x1, y0, y1 }: Area, [x, y]: Spot): boolean =>
  x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** The rectangle between two corners, as much of it as lies in the plot. */
export function areaBetween([ax, ay]: Spot, [bx, by]: Spot, plot: Area): Area {
  const x = (value: number): number => Math.min(plot.x1, Math.max(plot.x0, value));
  const y = (value: number): number => Math.min(plot.y1, Math.max(plot.y0, value));
  return {
    x0: x(Math.min(ax, bx)),
    x1: x(Math.max(ax, bx)),
    y0: y(Math.min(ay, by)),
    y1: y(Math.max(ay, by)),
  };
}

/** Codes of the dots whose middle lies in an area, its edges included; each once, in the order of the alphabet. */
export const codesIn = (dots: readonly Dot[], area: Area): string[] =>
  [...new Set(dots.filter(({ at }) => contains(area, at)).map(({ code }) => code))].sort();

/** What a key begins with: the middle of the plot. */
export function areaBegun({ x0, x1, y0, y1 }: Area): Area {
  const [dx, dy] = [((x1 - x0) * (1 - BEGUN)) / 2, ((y1 - y0) * (1 - BEGUN)) / 2];
  return { x0: x0 + dx, x1: x1 - dx, y0: y0 + dy, y1: y1 - dy };
}

/** An area moved by so many steps; it stops at the edge of the plot and keeps its size. */
export function moved(area: Area, [right, down]: Spot, plot: Area): Area {
  const [dx, dy] = inUnits([right, down], plot);
  const x = Math.min(plot.x1 - area.x1, Math.max(plot.x0 - area.x0, dx));
  const y = Math.min(plot.y1 - area.y1, Math.max(plot.y0 - area.y0, dy));
  return { x0: area.x0 + x, x1: area.x1 + x, y0: area.y0 + y, y1: area.y1 + y };
}

/** An area whose lower right corner goes by so many steps: not out of the plot, and not closer than a step to the other. */
export function resized(area: Area, [right, down]: Spot, plot: Area): Area {
  const [dx, dy] = inUnits([right, down], plot);
  const [leastX, leastY] = inUnits([1, 1], plot);
  return {
    ...area,
    x1: Math.min(plot.x1, Math.max(Math.min(area.x0 + leastX, plot.x1), area.x1 + dx)),
    y1: Math.min(plot.y1, Math.max(Math.min(area.y0 + leastY, plot.y1), area.y1 + dy)),
  };
}

const inUnits = ([right, down]: Spot, { x0, x1, y0, y1 }: Area): Spot => [
  (right * (x1 - x0)) / STEPS,
  (down * (y1 - y0)) / STEPS,
];
