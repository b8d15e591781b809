import interItalic from '@fontsource/inter/files/inter-latin-400-italic.woff?url';
import interItalicMore from '@fontsource/inter/files/inter-latin-ext-400-italic.woff?url';
import inter from '@fontsource/inter/files/inter-latin-400-normal.woff?url';
import interMore from '@fontsource/inter/files/inter-latin-ext-400-normal.woff?url';
import interStrong from '@fontsource/inter/files/inter-latin-600-normal.woff?url';
import interStrongMore from '@fontsource/inter/files/inter-latin-ext-600-normal.woff?url';
import serif from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff?url';
import serifMore from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff?url';
import serifStrong from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff?url';
import serifStrongMore from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff?url';
import { TakeError } from '../taken.ts';
import { fontFile } from './font-file.ts';
import { lettersOf } from './font-letters.ts';
import { joinFonts } from './join-fonts.ts';
import { unpackWoff, type FontTables } from './woff.ts';

/** A face of our two families that a PDF can hold. */
export interface Face {
  readonly family: 'Inter' | 'Source Serif 4';
  readonly weight: 400 | 600;
  readonly style: 'normal' | 'italic';
  /** Files of its letters: the usual Latin ones, and the further ones. */
  readonly parts: readonly [latin: string, more: string];
}

const INTER = 'Inter';
const SERIF = 'Source Serif 4';
/** The weights between are drawn by their nearest; what has no slanted face stands upright. */
export const FACES: readonly Face[] = [
  { family: INTER, weight: 400, style: 'normal', parts: [inter, interMore] },
  { family: INTER, weight: 400, style: 'italic', parts: [interItalic, interItalicMore] },
  { family: INTER, weight: 600, style: 'normal', parts: [interStrong, interStrongMore] },
  { family: SERIF, weight: 400, style: 'normal', parts: [serif, serifMore] },
  { family: SERIF, weight: 600, style: 'normal', parts: [serifStrong, serifStrongMore] },
];

/** The face that comes nearest to what the style of a text asks for. */
export function faceFor(family: string, weight: string, style: string): Face {
  const heavy = Number(weight) > 500 || weight === 'bold';
  const wanted = { family: family.includes(SERIF) ? SERIF : INTER, weight: heavy ? 600 : 400 };
  const those = FACES.filter((face) => face.family === wanted.family && face.weight === wanted.weight);
  const face = those.find((one) => one.style === style) ?? those[0];
  if (!face) throw new Error(`There is no face for ${family}.`);
  return face;
}

/** A face as a file of TrueType, and the letters it has. */
export interface FaceFile {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly letters: ReadonlyMap<number, number>;
}

/**
 * Fetches a face, with its further letters where a text needs one of them.
 * @throws {TakeError} where a file does not come
 */
export async function faceFile({ parts: [latin, more] }: Face, text: string): Promise<FaceFile> {
  const usual = await fetched(latin);
  const lacks = missing(text, lettersOf(usual)).length > 0;
  const tables = lacks ? joinFonts(usual, await fetched(more)) : usual;
  return { file: fontFile(tables), letters: lettersOf(tables) };
}

/** Letters of a text that a font has no glyph for. */
export const missing = (text: string, letters: ReadonlyMap<number, number>): string[] =>
  [...new Set(text)].filter((letter) => !letters.has(letter.codePointAt(0) ?? 0));

async function fetched(address: string): Promise<FontTables> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return await unpackWoff(await response.arrayBuffer());
  } catch (cause) {
    throw new TakeError('The fonts did not come, so the PDF would have none. Please try again.', { cause });
  }
}
