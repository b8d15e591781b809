import type { Point } from './projection.ts';
import { round } from './svg.ts';

/** Regions of M49 and how their places are told: by a hue and by a shape of the same area. */
export const REGION_LOOKS = [
  { region: 'Africa', className: 'r-africa', shape: 'triangle' },
  { region: 'Americas', className: 'r-americas', shape: 'diamond' },
  { region: 'Asia', className: 'r-asia', shape: 'square' },
  { region: 'Europe', className: 'r-europe', shape: 'circle' },
  { region: 'Oceania', className: 'r-oceania', shape: 'wedge' },
] as const;
export const ELSEWHERE = { region: 'Elsewhere', className: 'r-elsewhere', shape: 'cross' } as const;

export type RegionLook = (typeof REGION_LOOKS)[number] | typeof ELSEWHERE;
export type Shape = RegionLook['shape'];

/** How a place of that region looks; null is in none. */
export const regionLook = (region: string | null): RegionLook =>
  REGION_LOOKS.find((look) => look.region === region) ?? ELSEWHERE;

/** Half of a shape's width and height, at most: what labels keep off. */
export const reach = (shape: Shape, area: number): number =>
  shape === 'circle' ? Math.sqrt(area / Math.PI) : Math.sqrt(area) * (shape === 'square' ? 0.5 : 0.76);

/** Path data of a shape around a point; its area in square pixels is the same for every shape. */
export function shapePath(shape: Shape, [x, y]: Point, area: number): string {
  const polygon = (corners: readonly Point[]): string =>
    `M${corners.map(([dx, dy]) => `${round(x + dx)} ${round(y + dy)}`).join('L')}Z`;
  const side = Math.sqrt(area);
  switch (shape) {
    case 'circle': {
      const r = Math.sqrt(area / Math.PI);
      return `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`;
    }
    case 'square':
      return polygon(corners(side / 2, side / 2));
    case 'diamond': {
      const half = side / Math.SQRT2;
      return polygon([
        [0, -half],
        [half, 0],
        [0, half],
        [-half, 0],
      ]);
    }
    case 'triangle':
      return polygon(pointed(side, -1));
    case 'wedge':
      return polygon(pointed(side, 1));
    case 'cross': {
      // Five squares.
      const [a, b] = [side / Math.sqrt(5) / 2, (side / Math.sqrt(5)) * 1.5];
      return polygon([
        [-a, -b],
        [a, -b],
        [a, -a],
        [b, -a],
        [b, a],
        [a, a],
        [a, b],
        [-a, b],
        [-a, a],
        [-b, a],
        [-b, -a],
        [-a, -a],
      ]);
    }
  }
}

const corners = (w: number, h: number): Point[] => [
  [-w, -h],
  [w, -h],
  [w, h],
  [-w, h],
];

/** An equilateral triangle around its centre of mass, pointing up (−1) or down (1). */
function pointed(side: number, way: 1 | -1): Point[] {
  const edge = (2 * side) / 3 ** 0.25;
  const tall = (edge * Math.sqrt(3)) / 2;
  return [
    [0, (way * tall * 2) / 3],
    [edge / 2, (-way * tall) / 3],
    [-edge / 2, (-way * tall) / 3],
  ];
}
