import type { Gestured } from './gestures.ts';

/** A wheel that rolled outside the map within this time is still scrolling the page, ms. */
const SAME_ROLL = 400;
/** Pixels of a line and of a page, for wheels that count in those. */
const UNITS = [1, 16, 400] as const;

/**
 * The wheel zooms with Ctrl (or Cmd), which is also what a pinch on a trackpad sends, and without it once the reader has
 * clicked on the map or stands on it by keyboard. A page that is scrolled past the map goes on scrolling.
 */
export function zoomByWheel(figure: HTMLElement, map: Gestured): void {
  let clicked = false;
  let elsewhere = -Infinity;
  figure.addEventListener('pointerdown', ({ clientX, clientY }) => (clicked = map.on(clientX, clientY)));
  figure.addEventListener('pointerleave', () => (clicked = false));
  figure.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clicked = false;
  });
  addEventListener(
    'wheel',
    ({ target, timeStamp }) => {
      if (!(target instanceof Node && figure.contains(target))) elsewhere = timeStamp;
    },
    { passive: true },
  );
  figure.addEventListener(
    'wheel',
    (event) => {
      const { clientX, clientY, timeStamp } = event;
      if (event.deltaY === 0) return;
      if (!map.on(clientX, clientY)) {
        elsewhere = timeStamp;
        return;
      }
      const asked = event.ctrlKey || event.metaKey;
      if (!asked && !clicked && !standsOn(figure)) {
        // A roll that began elsewhere only passes by.
        if (timeStamp - elsewhere > SAME_ROLL) map.hint('wheel');
        else elsewhere = timeStamp;
        return;
      }
      const zoomed = map.zoom(wheelFactor(event), clientX, clientY);
      // At the last stop the page scrolls again; with Ctrl it would zoom the page, which nobody meant.
      if (zoomed || asked) event.preventDefault();
    },
    { passive: false },
  );
}

/** Whether the reader's keyboard is on a mark of the map. */
function standsOn(figure: HTMLElement): boolean {
  const { activeElement } = document;
  return Boolean(
    activeElement?.closest('.picture') &&
    figure.contains(activeElement) &&
    activeElement.matches(':focus-visible'),
  );
}

/** By how much one event zooms. A trackpad's pinch comes as many small steps, a wheel as few large ones. */
export function wheelFactor({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const pixels = deltaY * (UNITS[deltaMode as 0 | 1 | 2] ?? 1);
  if (ctrlKey && Math.abs(pixels) < 40) return Math.exp(-pixels * 0.014);
  return Math.exp(-Math.min(Math.max(pixels, -120), 120) * 0.0025);
}
