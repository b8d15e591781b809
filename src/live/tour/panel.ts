import type { Step } from './step.ts';

/** How many there are on the page: ids must differ. */
let count = 0;

interface Ways {
  back(): void;
  next(): void;
  end(): void;
}

/** What says a step, with the buttons to go on. It takes the focus, and holds it not: the page stays usable. */
export class Panel {
  readonly element: HTMLElement;
  private readonly steps: readonly Step[];
  private index = 0;
  private readonly place: HTMLElement;
  private readonly title: HTMLElement;
  private readonly words: HTMLElement;
  private readonly skip: HTMLButtonElement;
  private readonly back: HTMLButtonElement;
  private readonly next: HTMLButtonElement;

  /** @param parent where it goes in the order of the page: at its end */
  constructor(parent: HTMLElement, steps: readonly Step[], ways: Ways) {
    this.steps = steps;
    count += 1;
    const id = `tour-${count}`;
    this.element = document.createElement('section');
    Object.assign(this.element, { className: 'tour-panel no-print', tabIndex: -1 });
    this.element.setAttribute('role', 'dialog');
    this.element.setAttribute('aria-labelledby', `${id}-title`);
    this.element.setAttribute('aria-describedby', `${id}-place ${id}-words`);
    this.place = make('p', 'tour-place', `${id}-place`);
    this.title = make('h2', 'tour-title', `${id}-title`);
    this.words = make('p', 'tour-words', `${id}-words`);
    const said = make('div', 'tour-said', `${id}-said`);
    said.append(this.place, this.title, this.words);
    this.skip = button('Skip', 'tour-skip', ways.end);
    this.back = button('Back', 'tour-back', ways.back);
    this.next = button('Next', 'tour-next', ways.next);
    const buttons = make('div', 'tour-buttons', `${id}-buttons`);
    buttons.append(this.skip, this.back, this.next);
    this.element.append(said, buttons);
    this.element.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key === 'ArrowRight' && !this.isLast) ways.next();
      else if (event.key === 'ArrowLeft' && !this.back.hidden) ways.back();
      else return;
      event.preventDefault();
    });
    parent.append(this.element);
    // As high as the longest step, so that the buttons stay under the pointer.
    const heights = steps.map((_, i) => {
      this.write(i);
      return said.offsetHeight;
    });
    said.style.minHeight = `${Math.max(...heights)}px`;
    this.write(0);
    // From now on: the focus stays on the button that was pressed, and what has changed is said.
    said.setAttribute('aria-live', 'polite');
    said.setAttribute('aria-atomic', 'true');
  }

  private get isLast(): boolean {
    return this.index === this.steps.length - 1;
  }

  show(index: number): void {
    if (index !== this.index) this.write(index);
    const had = document.activeElement;
    this.skip.hidden = this.isLast;
    this.back.hidden = index === 0;
    this.next.textContent = this.isLast ? 'Done' : 'Next';
    // A button that goes must not take the focus with it.
    if (had instanceof HTMLButtonElement && had.hidden && this.element.contains(had)) this.focus();
  }

  private write(index: number): void {
    this.index = index;
    this.place.textContent = `${index + 1} of ${this.steps.length}`;
    this.title.textContent = this.steps[index]?.title ?? '';
    this.words.textContent = this.steps[index]?.words ?? '';
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }
}

function make(name: 'p' | 'h2' | 'div', className: string, id: string): HTMLElement {
  return Object.assign(document.createElement(name), { className, id });
}

function button(label: string, className: string, press: () => void): HTMLButtonElement {
  const element = Object.assign(document.createElement('button'), { type: 'button', className });
  element.textContent = label;
  element.addEventListener('click', press);
  return element;
}
