import { place, scrollFor, type Box, type Size } from './placing.ts';

/** A ring round an element and a panel beside it; both follow it as the page is scrolled or changes. */
export class Spotlight {
  private readonly ring: HTMLElement;
  private readonly panel: HTMLElement;
  private readonly target: () => HTMLElement | null;
  private readonly sizes: ResizeObserver;
  private readonly ending = new AbortController();
  private watched: HTMLElement | null = null;
  /** Where the page is being scrolled to: the panel is there already. */
  private goal: number | null = null;
  private frame = 0;

  /** @param target what the ring goes round now; it may become another or go */
  constructor(panel: HTMLElement, target: () => HTMLElement | null) {
    this.panel = panel;
    this.target = target;
    this.ring = document.createElement('div');
    this.ring.className = 'tour-ring no-print';
    this.ring.setAttribute('aria-hidden', 'true');
    panel.before(this.ring);
    this.sizes = new ResizeObserver(() => this.later());
    this.sizes.observe(document.body);
    this.sizes.observe(panel);
    const { signal } = this.ending;
    addEventListener('scroll', () => this.later(), { signal, capture: true, passive: true });
    addEventListener('resize', () => this.later(), { signal });
    addEventListener('scrollend', () => this.arrive(), { signal });
    // The reader scrolls elsewhere.
    for (const event of ['wheel', 'touchmove'])
      addEventListener(event, () => this.arrive(), { signal, passive: true });
  }

  /** Brings the target into sight, and the panel beside it. */
  show(): void {
    this.goal = null;
    const element = this.target();
    if (element) {
      const by = scrollFor(boxOf(element), sizeOf(this.panel), windowSize(), coveredAbove(element));
      const top = Math.max(0, Math.min(scrollY + by, document.documentElement.scrollHeight - innerHeight));
      if (Math.abs(top - scrollY) >= 1) {
        const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
        if (!calm) this.goal = top;
        scrollTo({ top, behavior: calm ? 'instant' : 'smooth' });
      }
    }
    this.place();
  }

  end(): void {
    this.ending.abort();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    this.ring.remove();
  }

  private arrive(): void {
    this.goal = null;
    this.later();
  }

  private later(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.place());
  }

  private place(): void {
    const element = this.target();
    if (element && element !== this.watched) {
      if (this.watched) this.sizes.unobserve(this.watched);
      this.sizes.observe(element);
      this.watched = element;
    }
    const window = windowSize();
    const now = element && boxOf(element);
    const then = now && this.goal !== null ? { ...now, top: now.top - (this.goal - scrollY) } : now;
    const panel = sizeOf(this.panel);
    const placed = place(then, panel, window);
    this.panel.style.translate = `${Math.round(placed.panel.left)}px ${Math.round(placed.panel.top)}px`;
    // On the way the ring goes with its target.
    const ring = then === now || !now || !then ? placed.ring : place(now, panel, window).ring;
    this.ring.hidden = ring === null;
    if (!ring) return;
    this.ring.style.translate = `${ring.left}px ${ring.top}px`;
    this.ring.style.width = `${ring.width}px`;
    this.ring.style.height = `${ring.height}px`;
  }
}

const boxOf = (element: HTMLElement): Box => element.getBoundingClientRect();
const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): Size => ({
  width: offsetWidth,
  height: offsetHeight,
});
/** Without the gutter that is kept for a scroll bar. */
const windowSize = (): Size => ({
  width: document.documentElement.getBoundingClientRect().width,
  height: innerHeight,
});

/** How much of the head of the window elements before this one cover once they stick there. */
function coveredAbove(element: HTMLElement): number {
  let covered = 0;
  for (let at: Element | null = element; at; at = at.parentElement)
    for (let other = at.previousElementSibling; other; other = other.previousElementSibling) {
      const { position, top } = getComputedStyle(other);
      if (position === 'sticky' && top !== 'auto')
        covered = Math.max(covered, parseFloat(top) + other.getBoundingClientRect().height);
    }
  return covered;
}
