import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { run } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { withBuiltPages } from './lib/built-pages.ts';
import { replaceWhole } from './lib/whole.ts';

/** On the paper's edge: the title, and which page of how many. */
const FOOT = `<div style="width:100%;margin:0 16mm;font:7.5pt sans-serif;color:#555;display:flex;justify-content:space-between">
  <span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;

/**
 * Prints the whitepapers of the built site: articles that offer themselves as a PDF (`<a data-pdf>`), next to the page, by the
 * same headless browser as the tests. Text stays text, figures stay vectors, headings become the outline, and the tags
 * of the page those of the PDF.
 */
await run(() =>
  withBuiltPages(/<a\b[^>]*\bdata-pdf\b/, async (page, path) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.evaluate(() => document.fonts.ready);
    const pdf = await page.pdf({
      format: 'A4',
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOT,
      margin: { top: '18mm', bottom: '20mm', left: '16mm', right: '16mm' },
    });
    const file = `${path}/${basename(path)}.pdf`;
    await replaceWhole(join(PATHS.dist, file), (temporary) => writeFile(temporary, pdf));
    step(`whitepaper  ${file}, ${(pdf.length / 1000).toFixed(0)} kB`);
  }),
);
