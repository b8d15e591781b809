interface Answers {
  start(): void;
  /** @param pressed whether the reader pressed the button, or only went on without the tour */
  refuse(pressed: boolean): void;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

/** A small offer in a corner of the window. It moves nothing, and goes when the reader answers or begins to use the page. */
export class Offer {
  private readonly element: HTMLElement;
  private readonly ending = new AbortController();

  constructor(parent: HTMLElement, steps: number, answers: Answers) {
    this.element = document.createElement('section');
    this.element.className = 'tour-offer no-print';
    this.element.setAttribute('aria-label', 'Offer of a tour');
    const words = document.createElement('p');
    words.textContent = `New here? A tour of ${NUMBERS[steps] ?? steps} ${steps === 1 ? 'step' : 'steps'}`;
    this.element.append(
      words,
      this.button('Start', 'start', answers.start),
      this.button('No thanks', 'refuse', () => answers.refuse(true)),
    );
    // First in the content, so that a keyboard comes to it as soon as an eye does.
    parent.prepend(this.element);
    document.documentElement.classList.add('tour-offered');
    for (const event of ['click', 'input'])
      document.addEventListener(
        event,
        ({ target }) => {
          if (target instanceof Node && !this.element.contains(target)) answers.refuse(false);
        },
        { signal: this.ending.signal, capture: true },
      );
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  end(): void {
    this.ending.abort();
    document.documentElement.classList.remove('tour-offered');
    this.element.remove();
  }

  private button(label: string, name: string, press: () => void): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = label;
    element.dataset['offer'] = name;
    element.addEventListener('click', press);
    return element;
  }
}
