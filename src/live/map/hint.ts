const WORDS = {
  wheel: `${/Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl'} + scroll to zoom`,
  touch: 'Two fingers move the map',
} as const;
const LASTS = 1400;

/** Words over the map for readers who scroll or swipe on it. The buttons say the same to everybody else. */
export class Hint {
  private readonly element = document.createElement('p');
  private readonly figure: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(figure: HTMLElement) {
    this.figure = figure;
    this.element.className = 'map-hint no-print';
    this.element.setAttribute('aria-hidden', 'true');
    figure.append(this.element);
  }

  show(how: keyof typeof WORDS, map: DOMRect): void {
    const { left, top } = this.figure.getBoundingClientRect();
    const { style } = this.element;
    [style.left, style.top] = [`${map.left - left}px`, `${map.top - top}px`];
    [style.width, style.height] = [`${map.width}px`, `${map.height}px`];
    this.element.textContent = WORDS[how];
    this.element.classList.add('shown');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.element.classList.remove('shown'), LASTS);
  }
}
