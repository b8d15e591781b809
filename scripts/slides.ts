import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { withBuiltPages } from './lib/built-pages.ts';
import { run } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { replaceWhole } from './lib/whole.ts';

/** What a slide show and a shared link want, in CSS pixels. */
const SLIDE = { width: 1280, height: 720 } as const;
const CARD = { width: 1200, height: 630 } as const;

/** Pages that have a card: articles and claims, and the first page of the site. */
const PICTURED = /<article class="piece|<header class="opening" data-card/;

/**
 * Pictures of pages of the built site, beside them: `card.png` for shared links, and a slide of each figure of an article
 * (`slides/<figure>.png`, sixteen to nine) with its headline and source. They are taken of the page itself, whose body
 * gives way to the one thing that is shown, so they have its fonts and colours.
 */
await run(async () => {
  let [cards, slides] = [0, 0];
  const css = await readFile(join(import.meta.dirname, 'slides.css'), 'utf8');
  await withBuiltPages(PICTURED, async (page, path) => {
    const figures = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-slide]')].map((link) => link.dataset['slide'] ?? ''),
    );
    // The policy of the pages allows no style sheet of another place, but one that a script makes.
    await page.evaluate((words) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(words);
      document.adoptedStyleSheets.push(sheet);
    }, css);
    for (const id of figures) {
      await page.setViewportSize(SLIDE);
      await page.evaluate(alone, { id, kind: 'slide' } as const);
      await save(page, join(path, 'slides', `${id}.png`));
      slides += 1;
    }
    await page.setViewportSize(CARD);
    await page.evaluate(alone, { id: null, kind: 'card' } as const);
    await save(page, join(path, 'card.png'));
    cards += 1;
  });
  step(`slides    ${slides}, and ${cards} cards`);
});

async function save(page: Page, file: string): Promise<void> {
  const png = await page.screenshot({ type: 'png' });
  const path = join(PATHS.dist, file);
  await mkdir(dirname(path), { recursive: true });
  await replaceWhole(path, (temporary) => writeFile(temporary, png));
}

/** In the page: shows one figure alone, or the article's card. The page's own content is put aside, not lost. */
function alone({ id, kind }: { id: string | null; kind: 'slide' | 'card' }): void {
  const kept = globalThis as { aside?: DocumentFragment };
  if (!kept.aside) {
    kept.aside = document.createDocumentFragment();
    kept.aside.append(...document.body.childNodes);
  }
  const { aside } = kept;
  const copy = (selector: string): Node[] => {
    const found = aside.querySelector(selector);
    return found ? [found.cloneNode(true)] : [];
  };
  const sheet = document.createElement('div');
  sheet.className = `sheet-alone ${kind}`;
  if (id === null)
    // A claim is never shown without its verdict.
    sheet.append(...['.opening .kicker', 'h1', '.opening .verdict', '.opening .lede'].flatMap(copy));
  else {
    const figure = aside.querySelector(`#figure-${id}`);
    const picture = document.createElement('div');
    picture.className = `${figure?.className ?? ''} picture-alone`;
    picture.append(...copy(`#figure-${id} .picture-wide svg`));
    sheet.append(
      ...copy(`#figure-${id} .figure-title`),
      ...copy(`#figure-${id} .takeaway`),
      picture,
      ...copy(`#figure-${id} .sources`),
    );
  }
  const mark = document.createElement('p');
  mark.className = 'mark-alone';
  mark.textContent = 'Crosscurrents';
  sheet.append(mark);
  document.documentElement.dataset['theme'] = 'light';
  document.body.replaceChildren(sheet);
}
