import type { Spot } from './brush-math.ts';
import type { BrushedPlot } from './brushed-plot.ts';

/** A hand that moves less than this while it clicks does not drag, CSS pixels. */
const STILL = 4;

interface Dragged {
  /** Whether this kind of pointer may drag now: "mouse", "touch", "pen". */
  may(pointer: string): boolean;
  pull(from: Spot, to: Spot): void;
  keep(): void;
  cancel(): void;
  /** The plot was pressed, beside all marks, and nothing was dragged. */
  press(): void;
}

/** Drags a rectangle over a plot. Listens at the figure itself, whose inside comes and goes. */
export function dragRectangle(figure: HTMLElement, plot: BrushedPlot, dragged: Dragged): void {
  let pulled = false;
  figure.addEventListener('pointerdown', (event) => {
    pulled = false;
    if (!event.isPrimary || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof SVGElement) || !dragged.may(event.pointerType)) return;
    const from = plot.spotOf(event, 'over');
    if (!from) return;
    const over = new AbortController();
    const { signal } = over;
    const end = (done: boolean): void => {
      over.abort();
      if (!pulled) return;
      if (done) dragged.keep();
      else dragged.cancel();
      // The click of this release comes first.
      setTimeout(() => (pulled = false));
    };
    const mine = (listener: (event: PointerEvent) => void) => (other: PointerEvent) => {
      if (other.pointerId === event.pointerId) listener(other);
    };
    addEventListener(
      'pointermove',
      mine((now) => {
        // Let go outside the window.
        if (now.pointerType === 'mouse' && !(now.buttons & 1)) return end(true);
        const far = Math.hypot(now.clientX - event.clientX, now.clientY - event.clientY);
        if (!pulled && far < STILL) return;
        pulled = true;
        const to = plot.spotOf(now, 'anywhere');
        if (to) dragged.pull(from, to);
      }),
      { signal },
    );
    addEventListener(
      'pointerup',
      mine(() => end(true)),
      { signal },
    );
    addEventListener(
      'pointercancel',
      mine(() => end(false)),
      { signal },
    );
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
    // Names beside the dots are not what is chosen.
    addEventListener('selectstart', (start) => start.preventDefault(), { signal });
  });
  figure.addEventListener(
    'click',
    (event) => {
      if (pulled) {
        event.stopImmediatePropagation();
        event.preventDefault();
      } else if (
        event.target instanceof SVGElement &&
        !event.target.closest('[data-c]') &&
        plot.spotOf(event, 'over')
      )
        dragged.press();
    },
    { capture: true },
  );
}
