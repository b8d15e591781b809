import type { Command } from './command.ts';
import type { Offered } from './offered.ts';
import type { Found } from './search.ts';

/** Where an active option may go. */
export type Step = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';

/**
 * The list of a combobox: options under headings, one of them active. The focus stays in the field, which names the active one
 * (`aria-activedescendant`).
 */
export class OptionList {
  readonly element: HTMLElement;
  private readonly field: HTMLElement;
  private options: readonly { readonly element: HTMLElement; readonly command: Command }[] = [];
  private active = -1;

  /** @param chosen is told of an option that is pressed */
  constructor(id: string, field: HTMLElement, chosen: (command: Command) => void) {
    this.field = field;
    this.element = document.createElement('div');
    this.element.id = id;
    this.element.className = 'palette-list';
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', 'Results');
    // A press takes the focus away from the field, and on a phone the keyboard away from the screen.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    // Only a pointer that moves chooses: one that lies still while the list scrolls under it does not.
    this.element.addEventListener('pointermove', ({ target }) => this.stand(this.indexOf(target), false));
    this.element.addEventListener('click', ({ target }) => {
      const option = this.options[this.indexOf(target)];
      if (option) chosen(option.command);
    });
  }

  /** The command that Enter would run. */
  get command(): Command | null {
    return this.options[this.active]?.command ?? null;
  }

  show({ groups }: Offered): void {
    const options: { element: HTMLElement; command: Command }[] = [];
    this.element.replaceChildren(
      ...groups.map(({ title, found }, g) => {
        const group = document.createElement('div');
        const heading = document.createElement('div');
        heading.id = `${this.element.id}-g${g}`;
        heading.className = 'palette-heading';
        heading.setAttribute('role', 'presentation');
        heading.textContent = title;
        group.setAttribute('role', 'group');
        group.setAttribute('aria-labelledby', heading.id);
        group.append(heading);
        for (const one of found) {
          const element = optionOf(one, `${this.element.id}-o${options.length}`);
          options.push({ element, command: one.command });
          group.append(element);
        }
        return group;
      }),
    );
    this.options = options;
    this.active = -1;
    this.element.hidden = options.length === 0;
    this.field.setAttribute('aria-expanded', String(options.length > 0));
    this.field.removeAttribute('aria-activedescendant');
    this.stand(0, true);
  }

  /** Goes to another option; from the last to the first, but not by pages. */
  go(step: Step): void {
    const { length } = this.options;
    if (length === 0) return;
    const last = length - 1;
    const to: Record<Step, number> = {
      next: (this.active + 1) % length,
      previous: (this.active + last) % length,
      first: 0,
      last,
      'page-down': Math.min(last, this.active + this.page),
      'page-up': Math.max(0, this.active - this.page),
    };
    this.stand(to[step], true);
  }

  /** How many options are in sight at once, but for one that says where one was. */
  private get page(): number {
    const height = this.options[this.active]?.element.offsetHeight ?? 0;
    return Math.max(1, Math.floor(this.element.clientHeight / Math.max(1, height)) - 1);
  }

  private stand(index: number, scroll: boolean): void {
    const option = this.options[index];
    if (!option) return;
    this.options[this.active]?.element.setAttribute('aria-selected', 'false');
    this.active = index;
    option.element.setAttribute('aria-selected', 'true');
    this.field.setAttribute('aria-activedescendant', option.element.id);
    if (scroll) option.element.scrollIntoView({ block: 'nearest' });
  }

  private indexOf(target: EventTarget | null): number {
    const element = target instanceof Element ? target.closest('[role=option]') : null;
    return this.options.findIndex((option) => option.element === element);
  }
}

function optionOf({ command, because }: Found, id: string): HTMLElement {
  const option = document.createElement('div');
  option.id = id;
  option.className = 'palette-option';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const part = (name: 'span' | 'kbd', className: string, text: string) => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  option.append(part('span', 'palette-title', command.title));
  if (because) {
    const found = part('span', 'palette-because', because);
    // Arabic among English.
    found.dir = 'auto';
    option.append(' ', found);
  }
  if (command.hint) option.append(' ', part('kbd', 'palette-hint', command.hint));
  return option;
}
