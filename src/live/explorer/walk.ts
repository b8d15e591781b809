import { markElements, markOf, sameMark, wordsOf, type Mark } from './mark.ts';
import { bySize, largest, neighbour, type Spot, type Way } from './walk-marks.ts';

type Element_ = SVGElement | HTMLElement;

const KEYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export interface Walked {
  /** A mark was reached; null where the walk ends. */
  at(mark: Mark | null, element: Element_ | null, words: string): void;
  /** The reader wants to do something with it. */
  open(mark: Mark, element: Element_, words: string): void;
}

/**
 * Walks the marks of a figure by keyboard. A button before the figure takes the focus; arrows go from place to place by where
 * they lie, and from tie to tie by size; Space changes between places and ties, Enter opens what can be done.
 */
export class Walk {
  private readonly figure: HTMLElement;
  private readonly button: HTMLButtonElement;
  private readonly walked: Walked;
  private current: Element_ | null = null;

  constructor(figure: HTMLElement, walked: Walked) {
    this.figure = figure;
    this.walked = walked;
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'walk no-print';
    this.button.textContent = 'Walk through this figure: arrow keys, Space for ties or places, Enter to act';
    figure.prepend(this.button);
    this.button.addEventListener('keydown', (event) => this.key(event));
    this.button.addEventListener('click', () => this.enter());
    this.button.addEventListener('blur', () => this.leave());
    figure.addEventListener('drawn', () => {
      this.offer();
      this.redrawn();
    });
    this.offer();
  }

  /** A figure without marks is no way to go; one who stands at its button stays there. */
  private offer(): void {
    this.button.hidden = markElements(this.figure).length === 0 && document.activeElement !== this.button;
  }

  /** Takes the focus to the figure, at a mark; at the largest where that is drawn no more. */
  goTo(mark: Mark): void {
    this.button.focus({ preventScroll: true });
    this.stand(this.find(mark) ?? this.first());
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const way = KEYS[event.key];
    if (way) this.go(way);
    else if (event.key === ' ') this.turn();
    else if (event.key === 'Home') this.stand(this.first());
    else if (event.key === 'Escape' && this.current) this.leave();
    else return;
    event.preventDefault();
  }

  /** Enter on the button: the first step, then what can be done with the mark. */
  private enter(): void {
    const mark = this.current && markOf(this.current);
    if (this.current && mark) this.walked.open(mark, this.current, wordsOf(this.current));
    else this.stand(this.first());
  }

  private go(way: Way): void {
    if (!this.current) return this.stand(this.first());
    const peers = this.peers(this.current);
    const spots = peers.map(spotOf);
    const from = peers.indexOf(this.current);
    const ties = markOf(this.current)?.kind === 'tie';
    const next =
      ties && !this.isGrid(this.current)
        ? bySize(spots, from, way === 'right' || way === 'down' ? 1 : -1)
        : neighbour(spots, from, way);
    const element = peers[next];
    if (element) this.stand(element);
  }

  /** From a tie to the place it leads to, from a place to its largest tie. */
  private turn(): void {
    const mark = this.current && markOf(this.current);
    if (!mark) return this.stand(this.first());
    const all = this.all();
    const others = all.filter((element) => {
      const { o, d, c } = element.dataset;
      return mark.kind === 'tie' ? c === mark.destination : o === mark.place || d === mark.place;
    });
    const found = others[largest(others.map(spotOf))];
    if (found) this.stand(found);
  }

  private first(): Element_ | null {
    const all = this.all();
    const ties = all.filter((element) => element.dataset['o']);
    const some = ties.length ? ties : all;
    return some[largest(some.map(spotOf))] ?? null;
  }

  private stand(element: Element_ | null): void {
    this.current?.classList.remove('current');
    this.current = element;
    element?.classList.add('current');
    const mark = element && markOf(element);
    this.walked.at(mark, element, element ? wordsOf(element) : '');
  }

  private leave(): void {
    if (this.current) this.stand(null);
  }

  /** The figure was drawn anew: the walk stands where it stood, if that is still there. */
  private redrawn(): void {
    const mark = this.current && markOf(this.current);
    if (!mark || this.current?.isConnected) return;
    this.current = null;
    if (document.activeElement !== this.button) return;
    this.stand(this.find(mark) ?? this.first());
  }

  private find(mark: Mark): Element_ | undefined {
    return this.all().find((element) => sameMark(markOf(element), mark));
  }

  private peers(element: Element_): Element_[] {
    const tie = Boolean(element.dataset['o']);
    return this.all().filter((other) => Boolean(other.dataset['o']) === tie);
  }

  /** Marks in sight that say something; a place that is drawn several times counts once, where it is largest. */
  private all(): Element_[] {
    const picture = [...this.figure.querySelectorAll<HTMLElement>('.picture > div')].find(
      (drawing) => drawing.getClientRects().length > 0,
    );
    const seen = new Set<string>();
    return markElements(picture ?? this.figure).filter((element) => {
      const { o, d, c } = element.dataset;
      const key = o ? `${o}${d ?? ''}` : (c ?? '');
      if (element.tagName === 'use' || element.getClientRects().length === 0 || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }

  private isGrid(element: Element_): boolean {
    return element.closest('svg.matrix') !== null;
  }
}

function spotOf(element: Element_): Spot {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2, size: Math.abs(Number(element.dataset['v'] ?? 0)) };
}
