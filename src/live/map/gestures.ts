import { zoomByKeys } from './keys.ts';
import { dragByMouse } from './mouse.ts';
import { pinchByTouch } from './touch.ts';
import { zoomByWheel } from './wheel.ts';

/** Ways to go that buttons and keys have. */
export type Move = 'in' | 'out' | 'west' | 'east' | 'north' | 'south' | 'reset';

/** What gestures do to a map. Places and lengths are CSS pixels of the window. */
export interface Gestured {
  /** Whether a place of the screen is on the map. */
  on(x: number, y: number): boolean;
  /** Zooms about a place of the screen. Answers whether there was anything left to zoom. */
  zoom(factor: number, x: number, y: number): boolean;
  /** What is seen goes with the pointer, which is at height `y`. The whole map turns, if it may. */
  drag(dx: number, dy: number, y: number, mayTurn: boolean): void;
  /** Zooms to the next stop about a place of the screen. */
  step(way: 1 | -1, x: number, y: number): void;
  /** One step of a button or key. */
  move(move: Move, how: 'key' | 'button'): void;
  /** The reader holds on to the map: nothing is settled before he lets go. */
  hold(): void;
  release(): void;
  /** The reader tried what a map among text does not do. */
  hint(how: 'wheel' | 'touch'): void;
}

/** Listens at the figure itself, whose inside comes and goes. */
export function listen(figure: HTMLElement, map: Gestured): void {
  zoomByWheel(figure, map);
  dragByMouse(figure, map);
  pinchByTouch(figure, map);
  zoomByKeys(figure, map);
}
