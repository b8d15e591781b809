/** Something a reader can do with a mark. */
export interface Act {
  readonly title: string;
  /** Address of a page, where the act leads away. */
  readonly href?: string;
  run?(): void;
}

/** How far a card stands from what it is about, and from the edges of the window. */
const GAP = 14;
const EDGE = 8;

/**
 * The card of a mark: what it is, and, once it is pinned, what can be done with it. A pointer that only passes sees the words;
 * a click, a tap or Enter pins the card, and Escape takes it away.
 */
export class Card {
  private readonly element: HTMLElement;
  private readonly words: HTMLElement;
  private readonly acts: HTMLElement;
  private readonly live: HTMLElement;
  private back: (() => void) | null = null;

  constructor(parent: HTMLElement) {
    this.element = document.createElement('div');
    this.element.className = 'card no-print';
    this.element.hidden = true;
    this.words = document.createElement('p');
    this.acts = document.createElement('div');
    this.acts.className = 'acts';
    this.element.append(this.words, this.acts);
    this.live = document.createElement('p');
    this.live.className = 'hidden-words';
    this.live.setAttribute('role', 'status');
    parent.append(this.element, this.live);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
    // One that was pinned by a press has not the focus.
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && this.isPinned) this.close();
    });
    document.addEventListener('pointerdown', (event) => {
      if (this.isPinned && !this.element.contains(event.target as Node)) this.close(false);
    });
  }

  get isPinned(): boolean {
    return !this.element.hidden && this.element.classList.contains('pinned');
  }

  /** Shows words at a point of the window, until they are taken away. */
  hint(words: string, x: number, y: number): void {
    if (this.isPinned || !words) return;
    this.fill(words, []);
    this.place(x, y);
  }

  /** Says words to those who do not see the card. */
  say(words: string): void {
    this.live.textContent = words;
  }

  /**
   * Pins the card with what can be done.
   * @param back takes the focus when the card goes
   * @param focus whether the first act takes it now: for those who came by keyboard
   */
  pin(words: string, acts: readonly Act[], x: number, y: number, back: () => void, focus: boolean): void {
    this.back = back;
    this.fill(words, acts);
    this.element.classList.add('pinned');
    this.element.setAttribute('role', 'dialog');
    this.element.setAttribute('aria-label', words);
    this.place(x, y);
    if (focus) this.acts.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
  }

  /** Takes a passing card away; a pinned one stays. */
  unhint(): void {
    if (!this.isPinned) this.element.hidden = true;
  }

  close(focus = true): void {
    this.element.hidden = true;
    this.element.classList.remove('pinned');
    this.element.removeAttribute('role');
    this.element.removeAttribute('aria-label');
    const { back } = this;
    this.back = null;
    if (focus) back?.();
  }

  private fill(words: string, acts: readonly Act[]): void {
    this.words.textContent = words;
    this.acts.replaceChildren(
      ...acts.map(({ title, href, run }) => {
        if (href) {
          const link = document.createElement('a');
          link.href = href;
          link.textContent = title;
          return link;
        }
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = title;
        button.addEventListener('click', () => {
          this.close();
          run?.();
        });
        return button;
      }),
    );
    this.element.hidden = false;
  }

  /** Beside the point, on the side that has room. */
  private place(x: number, y: number): void {
    const { style } = this.element;
    [style.left, style.top] = ['0px', '0px'];
    const { width, height } = this.element.getBoundingClientRect();
    const [w, h] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
    const left = x + GAP + width + EDGE <= w ? x + GAP : Math.max(EDGE, x - GAP - width);
    const top = y + GAP + height + EDGE <= h ? y + GAP : Math.max(EDGE, y - GAP - height);
    style.left = `${Math.round(Math.min(left, w - width - EDGE))}px`;
    style.top = `${Math.round(top)}px`;
  }
}
