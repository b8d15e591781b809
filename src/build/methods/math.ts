import temml from 'temml';
import { text, type Markup } from '../../charts/svg.ts';

/**
 * TeX as MathML that needs no mathematical font and no inline style: a browser draws it, a screen reader reads it, and
 * the TeX stays with it as its annotation.
 * @throws Error that names the TeX, where it cannot be read or would need what pages do without
 */
export function mathOf(tex: string, { display = false } = {}): Markup {
  let markup: string;
  try {
    markup = temml.renderToString(tex, { displayMode: display, annotate: true, throwOnError: true });
  } catch (cause) {
    throw new Error(`TeX that cannot be set: ${tex}`, { cause });
  }
  const fit = markup
    .replace(/<math\b/, (start) => `${start} alttext="${text(tex)}"`)
    .replace(/ style="([^"]*)"/g, (_, style: string) => {
      if (STYLES_DONE.some((done) => done.test(style))) return '';
      throw new Error(`TeX that needs the style "${style}", which the policy of pages forbids: ${tex}`);
    })
    .replace(SLANTED, (mi) => mi.normalize('NFKC').replace('<mi>', SLANT))
    .replace(LETTER, `${SLANT}$1</mi>`);
  const foreign = OTHER_ALPHABETS.exec(fit)?.[0];
  if (foreign) throw new Error(`TeX that needs a mathematical font for ${foreign}: ${tex}`);
  return fit as Markup;
}

/** Inline styles of temml that src/styles/methods.css stands in for, or that say what browsers do anyway. */
const STYLES_DONE = [
  /^display:(block|inline) math;$/,
  /^math-depth:0;$/,
  /^padding-left:[\d.]+em;padding-right:0em;$/,
];

/**
 * A letter alone. Browsers set it from an alphabet that only mathematical fonts have, and show nothing where there is
 * none; `normal` keeps it a plain letter, which the style sheet slants.
 */
const LETTER = /<mi>(\p{L}\p{M}*)<\/mi>/gu;
const SLANT = '<mi class="letter" mathvariant="normal">';

/** Words that were asked to be slanted, which temml writes in that alphabet; its h has a place of its own. */
const SLANTED = /<mi>[\u{1d434}-\u{1d467}\u210e]+<\/mi>/gu;

/** Bold, script and double-struck letters. */
const OTHER_ALPHABETS = /[\u{1d400}-\u{1d7ff}]/u;
