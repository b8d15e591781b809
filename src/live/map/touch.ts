import type { Gestured } from './gestures.ts';

/** Fingers decide between spreading and moving when they have done so much of either, CSS pixels. */
const SPREAD = 10;
const MOVED = 14;
/** Fingers that moved together have to spread by so much to zoom after all. */
const SPREAD_LATE = 40;

interface Grip {
  readonly x: number;
  readonly y: number;
  readonly spread: number;
}

/**
 * Two fingers zoom and move the map; one scrolls the page (`touch-action` in map-camera.css lets it), and is told of two when
 * it tries to move the map sideways.
 */
export function pinchByTouch(figure: HTMLElement, map: Gestured): void {
  let start: Grip | null = null;
  let grip: Grip | null = null;
  let mode: 'undecided' | 'drag' | 'pinch' = 'undecided';
  let one: Touch | null = null;

  figure.addEventListener(
    'touchstart',
    ({ touches }) => {
      const first = touches[0];
      one = touches.length === 1 && first && map.on(first.clientX, first.clientY) ? first : null;
      const next = gripOf(touches);
      if (!next || !map.on(next.x, next.y)) return;
      if (!grip) map.hold();
      [start, grip, mode] = [next, next, 'undecided'];
    },
    { passive: true },
  );
  figure.addEventListener(
    'touchmove',
    (event) => {
      const next = gripOf(event.touches);
      if (!start || !grip || !next) return hintTo(event.touches[0]);
      // Without this the page would scroll under the two fingers.
      if (event.cancelable) event.preventDefault();
      const before = mode;
      const spread = Math.abs(next.spread - start.spread);
      if (spread > (mode === 'drag' ? SPREAD_LATE : SPREAD)) mode = 'pinch';
      else if (mode === 'undecided' && Math.hypot(next.x - start.x, next.y - start.y) > MOVED) mode = 'drag';
      if (mode === 'undecided') return;
      // What it took to decide moves nothing, or the map would jump.
      if (mode === before) {
        if (mode === 'pinch') map.zoom(next.spread / grip.spread, grip.x, grip.y);
        // Two fingers that spread never keep quite to their place: only such as move together turn the globe.
        map.drag(next.x - grip.x, next.y - grip.y, next.y, mode === 'drag');
      }
      grip = next;
    },
    { passive: false },
  );
  for (const event of ['touchend', 'touchcancel'] as const)
    figure.addEventListener(event, ({ touches }) => {
      if (grip && touches.length < 2) {
        start = grip = null;
        map.release();
      }
      one = null;
    });

  function hintTo(touch: Touch | undefined): void {
    if (!one || !touch) return;
    const [dx, dy] = [touch.clientX - one.clientX, touch.clientY - one.clientY];
    if (Math.abs(dy) > 24) one = null;
    else if (Math.abs(dx) > 24) {
      one = null;
      map.hint('touch');
    }
  }
}

function gripOf(touches: TouchList): Grip | null {
  const [a, b] = [touches[0], touches[1]];
  if (touches.length !== 2 || !a || !b) return null;
  return {
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
    spread: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  };
}
