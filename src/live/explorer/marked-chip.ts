import { count } from '../../charts/format.ts';

/** The least and the most countries of a hand-picked set (`among` in src/views/params.ts). */
export const SET = { least: 2, most: 60 } as const;

interface Chipped {
  use(codes: readonly string[]): void;
  clear(): void;
  /** The line goes, and with it what has the focus. */
  leave(): void;
}

/** "7 countries marked": what stands at the foot of the window while countries are marked, and what can be done with them. */
export class MarkedChip {
  private readonly element = document.createElement('div');
  private readonly words = document.createElement('p');
  private readonly use = button('Use as the set');
  private readonly clear = button('Clear');
  private readonly leave: () => void;
  private codes: readonly string[] = [];

  constructor(parent: HTMLElement, { use, clear, leave }: Chipped) {
    this.leave = leave;
    this.element.className = 'marked-chip no-print';
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', 'Marked countries');
    this.element.append(this.words, this.use, this.clear);
    this.use.addEventListener('click', () => use(this.codes));
    this.clear.addEventListener('click', () => clear());
    this.element.hidden = true;
    parent.append(this.element);
  }

  show(codes: readonly string[]): void {
    this.codes = codes;
    if (codes.length === 0 && this.element.contains(document.activeElement)) this.leave();
    this.element.hidden = codes.length === 0;
    const many = codes.length > SET.most;
    this.words.textContent = `${countriesMarked(codes.length)}${many ? `; a set holds ${SET.most} at most` : ''}`;
    this.use.hidden = many || codes.length < SET.least;
  }

  /** Takes the focus, where there is something to do. Answers whether there was. */
  focus(): boolean {
    const first = [this.use, this.clear].find((one) => !one.hidden && !this.element.hidden);
    first?.focus({ preventScroll: true });
    return first !== undefined;
  }
}

export const countriesMarked = (n: number): string =>
  n === 1 ? '1 country marked' : `${n ? count(n) : 'No'} countries marked`;

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  return made;
}
