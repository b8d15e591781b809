import type { Atlas } from '../../views/view.ts';
import { plain } from '../find-countries.ts';

/**
 * A hand-picked set of countries: a field that adds one by its name, and a list that takes one away. One country is no set, so
 * the state does not know of a set that is begun, or taken down to one: it is kept here until it is one, whatever else is
 * moved meanwhile, and until the reader chooses otherwise.
 */
export class ChosenSet {
  private readonly element: HTMLElement;
  private readonly choice: HTMLSelectElement;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly atlas: Atlas;
  private readonly chosen: (codes: readonly string[]) => void;
  private codes: readonly string[] = [];
  /** What the state said of its set when the reader left it for one that is no set yet; null where the two agree. */
  private left: string | null = null;
  private said = '';

  /** @param chosen is told a set of two or more */
  constructor(element: HTMLElement, atlas: Atlas, chosen: (codes: readonly string[]) => void) {
    const [input, list] = [element.querySelector('input'), element.querySelector<HTMLElement>('[data-set]')];
    const form = element.closest('form');
    const choice = form?.querySelector<HTMLSelectElement>('select[name=among]');
    if (!input || !list || !choice)
      throw new Error('The set of countries has no field, no list or no choice.');
    [this.element, this.input, this.list, this.atlas, this.chosen] = [element, input, list, atlas, chosen];
    this.choice = choice;
    choice.addEventListener('input', () => {
      if (choice.value === 'chosen') this.left = this.said;
      // The state will say so a moment later, perhaps after the reader's next step.
      else [this.left, this.said, this.codes] = [null, choice.value, []];
    });
    form?.addEventListener('reset', () => (this.left = null));
    input.addEventListener('change', () => this.add(input.value));
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.add(input.value);
    });
  }

  /** Shows the field for a set that is begun. */
  open(): void {
    this.element.hidden = false;
    this.draw();
    this.input.focus();
  }

  /**
   * Shows the set of a state, which may be the one that stands: lists are written again when their door opens.
   * @param codes null where another choice stands
   */
  show(codes: readonly string[] | null): void {
    this.said = codes?.join('.') ?? this.choice.value;
    if (this.left === this.said) {
      this.choice.value = 'chosen';
      return;
    }
    this.left = null;
    this.codes = codes ?? [];
    this.element.hidden = codes === null;
    if (codes) this.draw();
  }

  private add(name: string): void {
    const wanted = plain(name.trim());
    if (!wanted) return;
    const found = [...this.atlas.withData].find(
      (code) =>
        code.toLowerCase() === wanted || plain(this.atlas.places.get(code)?.short_name ?? '') === wanted,
    );
    this.input.setCustomValidity(found ? '' : 'No country has that name. Choose one from the list.');
    if (!found) {
      this.input.reportValidity();
      return;
    }
    this.input.value = '';
    this.take([...new Set([...this.codes, found])]);
  }

  private take(codes: readonly string[]): void {
    this.codes = codes;
    this.draw();
    // One country is no set yet: the figures wait for the second.
    this.left = codes.length < 2 ? this.said : null;
    if (codes.length >= 2) this.chosen(codes);
  }

  private draw(): void {
    this.list.replaceChildren(
      ...this.codes.map((code) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = `${this.atlas.places.get(code)?.short_name ?? code} ×`;
        button.setAttribute('aria-label', `Remove ${this.atlas.places.get(code)?.short_name ?? code}`);
        button.addEventListener('click', () => {
          this.take(this.codes.filter((other) => other !== code));
          this.input.focus();
        });
        item.append(button);
        return item;
      }),
    );
  }
}
