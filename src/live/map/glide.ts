import type { Camera } from '../../charts/camera.ts';
import { windowOf, wrap } from '../../charts/camera-math.ts';

/** Long enough to see where one goes, short enough not to wait for it, ms. */
const LASTS = 220;

/** A short way from one camera to another, a frame at a time; one at a time. Readers who want no motion are there at once. */
export class Glide {
  /** Where it is now; null while nothing glides. */
  at: Camera | null = null;
  private frame = 0;

  /**
   * @param step draws a part of the way, from 0 to 1, and answers where that is
   * @param done called at the end of the way, not when it is stopped
   */
  run(step: (part: number) => Camera, done: () => void): void {
    this.stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return done();
    const began = performance.now();
    const next = (): void => {
      const part = Math.min(1, (performance.now() - began) / LASTS);
      this.at = step(eased(part));
      if (part < 1) this.frame = requestAnimationFrame(next);
      else {
        this.stop();
        done();
      }
    };
    next();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.at = null;
  }
}

const eased = (part: number): number => 1 - (1 - part) ** 3;

/** A camera on the way from one to another: by the shorter way around the globe, and by even steps of the zoom. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const [a, b] = [windowOf(from), windowOf(to)];
  const width = a.width * (b.width / a.width) ** part;
  const height = (width * b.height) / b.width;
  // The window shrinks faster than it moves, or the other way round: its middle goes with its width, so that the way is straight.
  const moved = Math.abs(b.width - a.width) < 1e-6 ? part : (width - a.width) / (b.width - a.width);
  return {
    meridian: wrap(from.meridian + wrap(to.meridian - from.meridian) * part),
    window: {
      x: a.x + (b.x - a.x) * moved,
      y: a.y + (b.y - a.y) * moved,
      width,
      height,
    },
  };
}
