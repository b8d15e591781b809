/**
 * "Take it with you" at every figure that a page was built with. Its button is in the page, out of sight until this runs; all else comes when
 * it is first pressed. The explorer's figures have their lists of the explorer (src/live/explorer/take-menus.ts).
 */
import { importAnew } from '../engine/browser/import-anew.ts';

const FAILED = 'The list did not come: no connection, or it was blocked. Press again to try again.';

for (const place of document.querySelectorAll<HTMLElement>('.figure .take-place')) {
  const figure = place.closest<HTMLElement>('.figure');
  const button = place.querySelector<HTMLButtonElement>('.take-open');
  if (!figure || !button || place.closest('[data-explorer]')) continue;
  button.disabled = false;
  button.addEventListener('click', function press() {
    if (place.ariaBusy === 'true') return;
    place.ariaBusy = 'true';
    place.querySelector('.take-failed')?.remove();
    importAnew(() => import('./take/static-menu.ts'))
      .then(({ openStaticMenu }) => openStaticMenu(figure, place))
      .then(() => button.removeEventListener('click', press))
      .catch(() => {
        const words = Object.assign(document.createElement('p'), {
          className: 'take-failed',
          textContent: FAILED,
        });
        words.setAttribute('role', 'status');
        place.append(words);
      })
      .finally(() => (place.ariaBusy = null));
  });
}
