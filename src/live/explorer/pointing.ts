import type { Card, Act } from './card.ts';
import type { Linking } from './linking.ts';
import { markElement, markOf, wordsOf, type Mark } from './mark.ts';
import { Walk } from './walk.ts';

/** Pointing at marks by mouse, by touch and by keyboard: it lights them everywhere and opens what can be done. */
export class Pointing {
  private readonly card: Card;
  private readonly linking: Linking;
  private readonly acts: (mark: Mark) => Act[];
  /** Titles of marks under the pointer: the card says them, and the browser should not say them again. */
  private hushed: { readonly title: Element; readonly words: string } | null = null;

  constructor(
    workspace: HTMLElement,
    figures: readonly HTMLElement[],
    card: Card,
    linking: Linking,
    acts: (mark: Mark) => Act[],
  ) {
    [this.card, this.linking, this.acts] = [card, linking, acts];
    workspace.addEventListener('pointermove', (event) => this.over(event));
    workspace.addEventListener('pointerleave', () => this.out());
    workspace.addEventListener('click', (event) => this.click(event));
    for (const figure of figures) {
      const walk: Walk = new Walk(figure, {
        at: (mark, element, words) => {
          linking.light(mark);
          card.say(words);
          if (element) card.hint(words, ...middleOf(element));
          else card.unhint();
        },
        open: (mark, element, words) =>
          card.pin(words, acts(mark), ...middleOf(element), () => walk.goTo(mark), true),
      });
      figure.addEventListener('drawn', () => this.hush(null));
    }
  }

  private over(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const element = inPicture(event.target) ? markElement(event.target) : null;
    const mark = element && markOf(element);
    this.linking.light(mark);
    if (!element || !mark) return this.out();
    const words = this.hushed?.title.parentNode === element ? this.hushed.words : wordsOf(element);
    if (this.hushed?.title.parentNode !== element) this.hush(element);
    if (words) this.card.hint(words, event.clientX, event.clientY);
    else this.card.unhint();
  }

  private out(): void {
    this.hush(null);
    this.linking.light(null);
    this.card.unhint();
  }

  private click(event: MouseEvent): void {
    const element = inPicture(event.target) ? markElement(event.target) : null;
    const mark = element && markOf(element);
    if (!element || !mark) return;
    const words = this.hushed?.title.parentNode === element ? this.hushed.words : wordsOf(element);
    this.linking.light(mark);
    this.card.say(words);
    this.card.pin(words, this.acts(mark), event.clientX, event.clientY, () => undefined, false);
  }

  /** Takes the title of an element away while the pointer is on it, and gives the one before back. */
  private hush(element: Element | null): void {
    if (this.hushed) this.hushed.title.textContent = this.hushed.words;
    const title = element && [...element.children].find((child) => child.tagName.toLowerCase() === 'title');
    this.hushed = title?.textContent ? { title, words: title.textContent } : null;
    if (this.hushed) this.hushed.title.textContent = '';
  }
}

const inPicture = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.picture') !== null;

function middleOf(element: Element): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
