import { placeOf } from '../model/country.ts';
import type { MatrixInput } from './matrix.ts';
import { textWidth, widest } from './measure.ts';

/** Where everything of a matrix stands, from the top left of its drawing. */
export interface MatrixLayout {
  /** Of labels, in pixels. */
  readonly size: number;
  /** Rows say names, codes, or names with the codes that their columns bear. */
  readonly rowWords: 'names' | 'codes' | 'both';
  readonly columnWords: 'names' | 'codes';
  /** Room for a row's name. */
  readonly nameWidth: number;
  /** Column labels stand at so many heights in turn, where columns are narrower than letters are high. */
  readonly levels: number;
  /** Room for a column's name, along its baseline. */
  readonly columnHeight: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
  /** Sides of a cell, and the gap that parts it from the next. */
  readonly cell: { readonly width: number; readonly height: number; readonly gap: number };
  /** Left edge of a column and upper edge of a row, counted from 0. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Baselines of the titles of blocks. */
  readonly titles: readonly number[];
  /** Bars of totals beside the rows; null where there is no room or no need. */
  readonly totals: { readonly x: number; readonly width: number } | null;
}

/** A cell is never larger than this: a matrix of five places is no wall of bricks. */
const LARGEST = 34;
/** Of the width, for names. */
const NAMES = { narrow: 0.3, wide: 0.21 };
/** Height of a rotated name at most. */
const TALLEST = 122;
const CODE = 'MWM';

export function matrixLayout({ blocks, places, rest, lower }: MatrixInput, width: number): MatrixLayout {
  const narrow = width < 480;
  const size = narrow ? 10.5 : 11;
  const codes = blocks.flatMap((block) => block.places);
  const names = codes.map((iso3) => placeOf(places, iso3).short_name);
  const titled = blocks.some(({ title }) => title !== null);
  const blockGap = narrow ? 3 : 5;
  const codeWidth = Math.ceil(textWidth(CODE, size));
  const nameWidth = Math.min(widest(names, size), Math.floor(width * (narrow ? NAMES.narrow : NAMES.wide)));
  // Bars beside a halved matrix would belong to one of its sides only.
  const wanted = rest && !lower && !(narrow && codes.length > 12) ? (narrow ? 48 : 92) : 0;
  // The last of columns narrower than letters are high has a letter that stands out.
  const room = width - (wanted || 2) - blockGap * (blocks.length - 1);
  const pitchWith = (gutter: number): number => (room - gutter - 6) / codes.length;
  const named = pitchWith(nameWidth) >= size * 1.2;
  const rowWords = named ? 'names' : narrow ? 'codes' : 'both';
  const gutter = { names: nameWidth, codes: codeWidth, both: nameWidth + codeWidth + 6 }[rowWords];
  const pitch = Math.min(LARGEST, pitchWith(gutter));
  const rowPitch = Math.max(pitch, size * 1.12);
  const levels = named ? 1 : Math.max(1, Math.ceil((size * 1.12) / pitch));
  const labelHeight = named ? Math.min(TALLEST, widest(names, size)) : levels * codeWidth;
  const caption = lower ? size * 1.7 : 0;

  const left = gutter + 6;
  const top = Math.ceil(caption + labelHeight + 5);
  const [x, y, titles] = [[] as number[], [] as number[], [] as number[]];
  let [across, down] = [left, top];
  blocks.forEach((block, i) => {
    if (i > 0) across += blockGap;
    if (titled) down += size * (i > 0 ? 1.8 : 1.5);
    else if (i > 0) down += blockGap;
    titles.push(down - size * 0.45);
    for (let k = 0; k < block.places.length; k++) {
      x.push(across);
      y.push(down);
      across += pitch;
      down += rowPitch;
    }
  });
  return {
    size,
    rowWords,
    columnWords: named ? 'names' : 'codes',
    nameWidth,
    levels,
    columnHeight: labelHeight,
    left,
    top,
    right: across,
    bottom: down,
    height: Math.ceil(down + caption + 2),
    cell: { width: pitch, height: rowPitch, gap: pitch >= 8 ? 1 : 0.5 },
    x,
    y,
    titles,
    totals: wanted ? { x: across + 10, width: wanted - 14 } : null,
  };
}
