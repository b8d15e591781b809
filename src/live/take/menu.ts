import type { Embeddable } from './embeddable.ts';
import { copied } from './hand-over.ts';
import { PARTS, type Item, type Moment } from './items.ts';
import { openerIn } from './opener.ts';
import { TakeError, type Taken } from './taken.ts';
import { isDark } from './theme.ts';

export interface TakeOptions {
  /** What is shown now; null while nothing is. */
  taken(): Taken | null;
  /** The drawing in sight; null where there is none. */
  drawing(): SVGSVGElement | null;
  /** Address of the SQL lab with the query of this figure; null where it has none. */
  sqlHref(): string | null;
  /** What an embed of it is made of; null where it has none. Left out where no figure of the page has one. */
  embed?(): Embeddable | null;
  /** Whether it shows ties. Left out, it does where `taken` has some. */
  hasTies?(): boolean;
  /** Its state, and its drawings for other places, for files that need either. */
  more?(): Pick<Moment, 'state' | 'redraw'>;
  /** Brings what is to be taken, with its rows or as the page has it. Left out where it is there. */
  bring?(rows: boolean): Promise<void>;
  /** Says in a polite status what was done, or why it was not. */
  say(words: string): void;
}

/** How many there are on the page: ids must differ. */
let count = 0;

/**
 * "Take it with you": a button that opens a list of what can be taken of a figure. Escape, a press outside and leaving it by
 * keyboard close it; what was done stands in it, and is said.
 */
export class TakeMenu {
  private readonly options: TakeOptions;
  private readonly opener: HTMLButtonElement;
  private readonly panel: HTMLElement;
  private readonly buttons = new Map<Item, HTMLButtonElement>();
  private readonly lab: HTMLAnchorElement;
  private readonly dark: HTMLInputElement;
  private readonly note: HTMLElement;
  private readonly words: HTMLTextAreaElement;
  private busy = false;

  /** @param element an element of the page that is empty, or holds the button alone; it is filled here */
  constructor(element: HTMLElement, options: TakeOptions) {
    this.options = options;
    count += 1;
    const id = `take-${count}`;
    this.opener = openerIn(element);
    this.opener.setAttribute('aria-controls', id);
    this.panel = make('div', { className: 'take-panel', id, hidden: true });
    const lists = PARTS.map(({ name, items, folded }): HTMLElement => {
      const list = make('ul', { className: 'take-list' });
      list.setAttribute('aria-label', name);
      for (const item of items) list.append(make('li', {}, this.button(item)));
      return folded ? make('details', { className: 'take-folded' }, make('summary', {}, name), list) : list;
    });
    this.lab = make('a', {}, ...labels('Open this in the SQL lab', 'the query behind it'));
    lists.push(make('ul', { className: 'take-list' }, make('li', {}, this.lab)));
    this.dark = make('input', { type: 'checkbox' });
    const theme = make(
      'label',
      { className: 'take-dark' },
      this.dark,
      'Pictures in the dark colours of the page',
    );
    this.note = make('p', { className: 'take-note', hidden: true });
    this.words = make('textarea', { className: 'take-words', readOnly: true, rows: 4, hidden: true });
    this.words.setAttribute('aria-label', 'To copy by hand');
    this.panel.append(...lists, theme, this.note, this.words);
    element.append(this.panel);

    this.opener.addEventListener('click', () => (this.panel.hidden ? this.open() : this.close()));
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.panel.hidden) return;
      event.stopPropagation();
      this.close();
      this.opener.focus();
    });
    element.addEventListener('focusout', ({ relatedTarget }) => {
      // Without a target the window lost the focus, or a press fell on nothing that takes it.
      if (relatedTarget instanceof Node && !element.contains(relatedTarget)) this.close();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.panel.hidden && target instanceof Node && !element.contains(target)) this.close();
    });
  }

  private button(item: Item): HTMLButtonElement {
    const button = make('button', { type: 'button' }, ...labels(item.label, item.hint));
    button.dataset['take'] = item.id;
    button.addEventListener('click', () => void this.take(item));
    this.buttons.set(item, button);
    return button;
  }

  /** Shows the list, with what there is to take now. */
  open(): void {
    this.offer();
    this.tell(null);
    this.panel.hidden = false;
    this.panel.closest('.figure')?.classList.add('taking');
    keepInSight(this.panel);
    this.opener.setAttribute('aria-expanded', 'true');
  }

  /** Lists what there is to take now. A part without anything is no part. */
  private offer(): void {
    const moment = this.moment();
    for (const [item, button] of this.buttons)
      (button.parentElement ?? button).hidden = moment !== null && !item.offered(moment);
    const href = this.options.sqlHref();
    (this.lab.parentElement ?? this.lab).hidden = href === null;
    if (href !== null) this.lab.href = href;
    const theme = this.dark.parentElement ?? this.dark;
    for (const list of this.panel.querySelectorAll<HTMLElement>('.take-list')) {
      const part = list.closest<HTMLElement>('.take-folded') ?? list;
      part.hidden = [...list.children].every((entry) => (entry as HTMLElement).hidden);
    }
    theme.hidden = !isDark() || this.options.drawing() === null;
  }

  /** Shows the list anew, if it is open: what there is to take has changed. */
  refresh(): void {
    if (!this.panel.hidden) this.offer();
  }

  close(): void {
    this.panel.hidden = true;
    this.panel.closest('.figure')?.classList.remove('taking');
    this.opener.setAttribute('aria-expanded', 'false');
  }

  /** Copies words, or shows them to be copied by hand. Answers with what to say. */
  private async copy(words: string, what: string): Promise<string> {
    if (await copied(words)) return `${what} copied.`;
    this.words.hidden = false;
    this.words.value = words;
    this.words.focus();
    this.words.select();
    // The field shows the beginning, where the selection would show the end.
    this.words.scrollTop = 0;
    return 'The browser does not allow copying. The words are selected: copy them by hand.';
  }

  private moment(): Moment | null {
    const taken = this.options.taken();
    return (
      taken && {
        taken,
        drawing: this.options.drawing(),
        theme: this.dark.checked ? 'screen' : 'light',
        hasTies: this.options.hasTies?.() ?? Boolean(taken.ties?.length),
        embed: this.options.embed?.() ?? null,
        opener: this.opener,
        ...this.options.more?.(),
      }
    );
  }

  private async take(item: Item): Promise<void> {
    // A second press while a picture is made would make it twice.
    if (this.busy) return;
    this.busy = true;
    this.panel.setAttribute('aria-busy', 'true');
    this.words.hidden = true;
    try {
      await this.bring(item.ofPage !== true);
      const moment = this.moment();
      if (!moment) throw new TakeError('There is nothing to take yet: the figure is still on its way.');
      this.tell(await item.take(moment, (words, what) => this.copy(words, what)));
    } catch (error) {
      this.tell(
        error instanceof TakeError
          ? error.message
          : `That did not work (${error instanceof Error ? error.message : String(error)}).`,
      );
    } finally {
      this.busy = false;
      this.panel.removeAttribute('aria-busy');
    }
  }

  /** Waits for what is not there yet, and says so where it takes its time. */
  private async bring(rows: boolean): Promise<void> {
    const wait = setTimeout(() => this.tell('Fetching the data …'), SOON);
    try {
      await this.options.bring?.(rows);
    } finally {
      clearTimeout(wait);
    }
  }

  /** Beside the list for those who see it; the page's status says the same to those who hear it. */
  private tell(words: string | null): void {
    this.note.hidden = words === null;
    this.note.textContent = words;
    if (words !== null) this.options.say(words);
    else this.words.hidden = true;
  }
}

/** Wherever its button stands, the list lies within the window: above the button where there is more room than below it. */
function keepInSight(panel: HTMLElement): void {
  const button = panel.parentElement?.getBoundingClientRect();
  if (button) {
    const above = button.top - barEdge() - 2 * EDGE;
    const below = window.innerHeight - button.bottom - 2 * EDGE;
    const upwards = below < ENOUGH && above > below;
    panel.classList.toggle('upwards', upwards);
    panel.style.maxHeight = `${Math.min(TALLEST, Math.max(LEAST, upwards ? above : below))}px`;
  }
  panel.style.translate = '';
  const { left, right } = panel.getBoundingClientRect();
  const room = document.documentElement.clientWidth - EDGE;
  const by = left < EDGE ? EDGE - left : right > room ? room - right : 0;
  if (by) panel.style.translate = `${by}px`;
}
/** What a wait shorter than this, in milliseconds, would only make flash. */
const SOON = 400;
/** Lower edge of the controls that stay at the top of the window while the page moves below them; 0 where none do. */
function barEdge(): number {
  const bar = document.querySelector('[data-controls]');
  return bar && getComputedStyle(bar).position === 'sticky'
    ? Math.max(0, bar.getBoundingClientRect().bottom)
    : 0;
}

/** Pixels between the list and the edge of the window. */
const EDGE = 8;
/** Pixels of height: room that will do, the most that is wanted, and the least that a list can be used in. */
const [ENOUGH, TALLEST, LEAST] = [360, 576, 200];

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const labels = (label: string, hint: string): HTMLElement[] => [
  make('span', { className: 'take-label' }, label),
  make('span', { className: 'take-hint' }, hint),
];
