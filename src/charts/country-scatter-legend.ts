import { placeOf } from '../model/country.ts';
import type { CountryScatterInput } from './country-scatter.ts';
import { dotAreas, largestOf, type KnownDot } from './country-scatter-dots.ts';
import { ELSEWHERE, REGION_LOOKS, regionLook, shapePath, type RegionLook } from './country-scatter-shapes.ts';
import { keyRow, layBlocks, type Block, type KeyItem } from './legend.ts';
import { measured } from './measured.ts';
import { niceFloor } from './nice.ts';
import { el } from './svg.ts';

/** What shapes, areas and crosses mean; regions in their order, as many as occur. */
export function scatterLegend(
  input: CountryScatterInput,
  known: readonly KnownDot[],
  width: number,
  size: number,
) {
  const seen = new Set(known.map(({ iso3 }) => regionLook(placeOf(input.places, iso3).region).region));
  const looks = input.byRegion ? [...REGION_LOOKS, ELSEWHERE].filter(({ region }) => seen.has(region)) : [];
  const blocks: Block[] = looks.map((look) => keyRow(null, [regionKey(look)], size));
  if (input.size) blocks.push(keyRow(input.size.title, areaKeys(input.size, known, width), size, size * 2.2));
  if (input.limits && crossed(input, known)) blocks.push(keyRow(null, [crossKey(input.limits)], size));
  return layBlocks(blocks, width, 0);
}

/** Whether a country that stands out has limits, which alone are drawn. */
const crossed = ({ focus }: CountryScatterInput, known: readonly KnownDot[]): boolean =>
  known.some(({ iso3, x, y }) => focus.includes(iso3) && (x.low !== null || y.low !== null));

const regionKey = ({ region, className, shape }: RegionLook): KeyItem => ({
  words: region,
  markWidth: 10,
  mark: (middle) => el('path', { class: `country-dot ${className}`, d: shapePath(shape, [5, middle], 62) }),
});

function areaKeys(
  measure: NonNullable<CountryScatterInput['size']>,
  known: readonly KnownDot[],
  width: number,
): KeyItem[] {
  const largest = largestOf(known);
  const first = niceFloor(largest);
  return [first, niceFloor(first / 8)].map((value) => {
    const r = Math.sqrt(((value / largest) * dotAreas(width).most) / Math.PI);
    return {
      words: measured(value, measure),
      markWidth: 2 * r,
      mark: (middle) => el('circle', { class: 'area-key', cx: r, cy: middle, r }),
    };
  });
}

const crossKey = (words: string): KeyItem => ({
  words,
  markWidth: 16,
  mark: (middle) => el('path', { class: 'limit', d: `M0 ${middle}h16M8 ${middle - 6}v12` }),
});
