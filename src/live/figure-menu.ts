/**
 * "Take it with you" at every figure that a page was built with. Its button is in the page, out of sight until this runs; all else comes when
 * it is first pressed. The explorer's figures have their lists of the explorer (src/live/explorer/take-menus.ts).
 */
import { importAnew } from '../engine/browser/import-anew.ts';
import { bringAtPress } from './take/opener.ts';

for (const place of document.querySelectorAll<HTMLElement>('.figure .take-place')) {
  const figure = place.closest<HTMLElement>('.figure');
  if (!figure || place.closest('[data-explorer]')) continue;
  bringAtPress(place, async () => {
    const { openStaticMenu } = await importAnew(() => import('./take/static-menu.ts'));
    await openStaticMenu(figure, place);
  });
}
