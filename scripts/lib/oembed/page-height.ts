import type { SourceLabel } from '../../../src/model/atlas.ts';
import type { DrawnFigure } from '../../../src/views/figure.ts';

/**
 * How high the page of an embed is at the width that `OEMBED_WIDTH` has, in CSS pixels, told from its words and its drawing: nothing can be
 * measured where thousands are written. A few lines too high as a rule, and not too low (tests/oembed.test.ts holds it against a browser).
 * Numbers are those of src/styles/embed.css and figure.css.
 */
export function pageHeight(
  { words, wide }: Pick<DrawnFigure, 'words' | 'wide'>,
  sources: readonly SourceLabel[],
): number {
  const { title, takeaway, coverage, notes, method } = words;
  const source = `Sources: ${sources.map((one) => `${one.title}, ${one.publisher} (${one.licence})`).join('; ')}.`;
  const below = [coverage, ...notes, source, method === undefined ? null : 'How it is reckoned'];
  const parts = [
    EDGES,
    textHeight(title, 21.1, 1.25),
    takeaway === null ? 0 : 8 + textHeight(takeaway, 15, 1.45),
    12 + drawingHeight(wide ?? ''),
    20,
    ...below.map((text) => (text ? textHeight(text, 13.5, 1.5) + 7.2 : 0)),
    TABLE,
    FOOT,
    SPARE,
  ];
  return Math.ceil(parts.reduce((sum, part) => sum + part, 0));
}

/** Width of the frame; a drawing of the wide kind stands in it whole. */
export const OEMBED_WIDTH = 680;
/** What the page leaves to its figure. */
const INSIDE = OEMBED_WIDTH - 24;
/** Above and below. */
const EDGES = 20;
/** The closed table with its lines. */
const TABLE = 54;
/** The line that says where the figure is from: two lines where there is a long licence. */
const FOOT = 8 + 2 * 19.5;
/** A page that is too low has a scroll bar, one that is too high a margin. */
const SPARE = 20;
/** Width of a letter of the sans, by its size, on the broad side of what English words have. */
const LETTER = 0.52;

const textHeight = (text: string, size: number, line: number): number =>
  Math.ceil((text.length * size * LETTER) / INSIDE) * size * line;

function drawingHeight(svg: string): number {
  const [, width = 1, height = 0] = (/viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg) ?? []).map(Number);
  return height * Math.min(1, INSIDE / width);
}
