/** Steps of the keys: right and down. */
const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Pressed {
  /** An arrow moves the area; with Shift it changes its size. */
  step(steps: readonly [right: number, down: number], how: 'move' | 'resize'): void;
  /** @param keys whether it was pressed by a key, which leaves the hand at the button */
  press(keys: boolean): void;
  /** The focus has gone elsewhere. */
  leave(): void;
}

/** "Select an area": for fingers, which else scroll the page, and for those without a pointer. */
export class BrushButton {
  private readonly element: HTMLElement;
  private readonly button = document.createElement('button');
  private readonly hint = document.createElement('p');

  /** @param element its place in the page, kept free from the start: what comes later moves nothing */
  constructor(element: HTMLElement, { step, press, leave }: Pressed) {
    this.element = element;
    this.button.type = 'button';
    this.button.textContent = 'Select an area';
    this.hint.id = 'area-hint';
    this.hint.textContent =
      'Drag over the dots. By keyboard: arrow keys move the area, with Shift they change its size; Enter keeps what is in it, Escape clears it.';
    this.button.setAttribute('aria-describedby', this.hint.id);
    element.append(this.button, this.hint);
    this.turn(false);
    this.button.addEventListener('click', ({ detail }) => press(detail === 0));
    this.button.addEventListener('blur', leave);
    this.button.addEventListener('keydown', (event) => {
      const steps = ARROWS[event.key];
      if (!steps || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      step(steps, event.shiftKey ? 'resize' : 'move');
    });
  }

  get isOn(): boolean {
    return this.button.getAttribute('aria-pressed') === 'true';
  }

  turn(on: boolean): void {
    this.button.setAttribute('aria-pressed', String(on));
    // Out of sight it still describes the button.
    this.hint.hidden = !on;
  }

  show(shown: boolean): void {
    this.element.hidden = !shown;
  }

  focus(): void {
    this.button.focus({ preventScroll: true });
  }
}
