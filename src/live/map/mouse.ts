import type { Gestured } from './gestures.ts';

/** A hand that moves less than this while it clicks does not drag, CSS pixels. */
const STILL = 4;

/** The mouse drags the map, and a double click zooms. A drag is no click on what lies under it. */
export function dragByMouse(figure: HTMLElement, map: Gestured): void {
  let dragged = false;
  figure.addEventListener('pointerdown', (event) => {
    dragged = false;
    if (event.pointerType !== 'mouse' || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    if (!map.on(event.clientX, event.clientY)) return;
    let [x, y] = [event.clientX, event.clientY];
    const over = new AbortController();
    const { signal } = over;
    const end = (): void => {
      over.abort();
      if (!dragged) return;
      figure.classList.remove('map-dragged');
      map.release();
      // The click of this release comes first.
      setTimeout(() => (dragged = false));
    };
    addEventListener(
      'pointermove',
      ({ clientX, clientY, buttons }) => {
        // Let go outside the window.
        if (!(buttons & 1)) return end();
        if (!dragged) {
          if (Math.hypot(clientX - x, clientY - y) < STILL) return;
          dragged = true;
          figure.classList.add('map-dragged');
          map.hold();
        }
        map.drag(clientX - x, clientY - y, clientY, true);
        [x, y] = [clientX, clientY];
      },
      { signal },
    );
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', end, { signal });
  });
  figure.addEventListener(
    'click',
    (event) => {
      if (!dragged) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    { capture: true },
  );
  figure.addEventListener('dblclick', ({ clientX, clientY, shiftKey }) => {
    if (!map.on(clientX, clientY)) return;
    map.step(shiftKey ? -1 : 1, clientX, clientY);
    getSelection()?.removeAllRanges();
  });
}
