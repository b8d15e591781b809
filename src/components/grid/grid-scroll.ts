import { scrollMap, type ScrollMap } from './scroll-map.ts';

/** How long nothing must move before the browser's place is set to that of the rows. */
const STILL_MS = 180;

/** Where a box of rows is scrolled to, where the rows may be taller than a browser can scroll: see `scroll-map.ts`. */
export class GridScroll {
  readonly #box: HTMLElement;
  #map: ScrollMap = scrollMap(0, 0);
  #view = 0;
  #offset = 0;
  #scrolled = 0;
  #still = 0;
  #held = false;

  /** @param onMove called when the box was scrolled, either way */
  constructor(box: HTMLElement, onMove: () => void) {
    this.#box = box;
    box.addEventListener(
      'scroll',
      () => {
        this.#follow();
        onMove();
      },
      { passive: true },
    );
    // While a finger holds the box, its place is the finger's.
    const hold = (held: boolean) => () => (this.#held = held);
    box.addEventListener('touchstart', hold(true), { passive: true });
    for (const name of ['touchend', 'touchcancel'])
      box.addEventListener(name, hold(false), { passive: true });
  }

  /** Pixels from the top of the first row to the top of the view. */
  get offset(): number {
    return this.#offset;
  }

  /** How far the box must let itself be scrolled, in pixels. */
  get range(): number {
    return this.#map.range;
  }

  /** Takes the sizes of rows and view, in pixels; call `agree` once the box is that large. */
  size(content: number, view: number): void {
    this.#view = view;
    this.#map = scrollMap(content, view);
    this.#offset = Math.min(this.#offset, this.#map.end);
  }

  goTo(offset: number): void {
    this.#offset = Math.max(0, Math.min(offset, this.#map.end));
    this.agree();
  }

  /** Sets the browser's place to that of the rows. */
  agree(): void {
    const wanted = this.#map.scrollOf(this.#offset);
    if (Math.abs(wanted - this.#box.scrollTop) >= 1) this.#box.scrollTop = wanted;
    this.#scrolled = this.#box.scrollTop;
  }

  #follow(): void {
    const to = this.#box.scrollTop;
    if (to === this.#scrolled) return;
    this.#offset = this.#map.follow(this.#offset, this.#scrolled, to, this.#view);
    this.#scrolled = to;
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#still);
    this.#still = window.setTimeout(() => (this.#held ? this.#wait() : this.agree()), STILL_MS);
  }
}
