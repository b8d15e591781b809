import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import { creditLines } from '../../../files/credits.ts';
import type { Taken } from '../taken.ts';
import { faceFile, missing, type Face, type FaceFile } from './pdf-fonts.ts';
import { pdfPage } from './pdf-page.ts';

/** A picture's size on paper: a pixel of the page is 1/96 inch, a point 1/72. */
const POINTS_IN_PIXEL = 72 / 96;
/** What stands for a sign that our fonts do not have; for any other, a question mark. */
const PLAIN: Readonly<Record<string, string>> = { '→': '->', '←': '<-', '≥': '>=', '≤': '<=' };
const UNKNOWN = '?';

/**
 * A file of a picture as PDF: vectors, words that can be selected, our fonts in it, and a page of the picture's size.
 * @param svg a file that needs nothing else, without fonts
 * @param scale points of the page in a user unit; those of the screen if left out
 * @throws {TakeError} where the fonts do not come
 */
export async function pdfOf(svg: string, taken: Taken, scale = POINTS_IN_PIXEL): Promise<Blob> {
  const page = pdfPage(svg, taken.address);
  const [width, height] = [page.width * scale, page.height * scale];
  const pdf = new jsPDF({
    unit: 'pt',
    format: [width, height],
    orientation: width > height ? 'landscape' : 'portrait',
    compress: true,
    putOnlyUsedFonts: true,
  });
  pdf.setDocumentProperties({
    title: spaced(taken.title),
    subject: spaced([taken.takeaway, ...creditLines(taken)].filter(Boolean).join(' ')),
    author: 'Crosscurrents',
    creator: 'Crosscurrents',
    keywords: [
      ...(taken.series ? [taken.series.layer.title] : []),
      ...taken.sources.map(({ short }) => short),
      taken.release,
    ].join(', '),
  });
  pdf.setLanguage('en-GB');
  const files = await Promise.all(
    [...page.faces].map(async ([face, text]) => [face, await faceFile(face, text)] as const),
  );
  for (const [face, file] of files) {
    add(pdf, face, file);
    // Widths of words are asked of the browser, which must have the font by then.
    await document.fonts.load(`${face.style} ${face.weight} 16px "${face.family}"`);
  }
  replaceUnknown(page.root, files);
  await svg2pdf(page.root, pdf, { width, height });
  for (const { x, y, width, height } of page.links)
    pdf.link(x * scale, y * scale, width * scale, height * scale, { url: taken.address });
  return pdf.output('blob');
}

/** In what a PDF says of itself a no-break space is read as a euro sign: jsPDF writes one byte where each letter has one. */
const spaced = (text: string): string => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');

function add(pdf: jsPDF, { family, weight, style }: Face, { file }: FaceFile): void {
  const name = `${family}-${weight}-${style}.ttf`.replaceAll(' ', '');
  pdf.addFileToVFS(name, binary(file));
  pdf.addFont(name, family, style, weight);
}

/** A font has no glyph for every letter of the world: one that is missing would be drawn as nothing. */
function replaceUnknown(root: Element, files: readonly (readonly [Face, FaceFile])[]): void {
  for (const [face, { letters }] of files) {
    const texts = [...root.querySelectorAll('text, tspan')].filter(
      (text) =>
        text.getAttribute('font-family') === `'${face.family}'` &&
        text.getAttribute('font-weight') === String(face.weight) &&
        text.getAttribute('font-style') === face.style,
    );
    for (const node of texts.flatMap((text) => [...text.childNodes])) {
      if (!(node instanceof Text)) continue;
      for (const letter of missing(node.data, letters))
        node.data = node.data.replaceAll(letter, /\s/.test(letter) ? ' ' : (PLAIN[letter] ?? UNKNOWN));
    }
  }
}

/** In pieces: a call with a hundred thousand arguments is refused. */
function binary(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 0x2000)
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return letters;
}
