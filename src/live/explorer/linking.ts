import { selectorOf, type Mark } from './mark.ts';

/**
 * Lights a mark in every part at once, and keeps in sight what the reader has marked. One style sheet says which: the
 * browser finds the elements, and what is drawn anew is lit as it comes.
 */
export class Linking {
  private readonly workspace: HTMLElement;
  private readonly sheet = new CSSStyleSheet();
  private written = '';
  /** Finds what is lit; empty where nothing is. */
  private selector = '';
  private readonly kept: ((marked: readonly string[]) => void)[] = [];
  private lit: Mark | null = null;
  private held: readonly string[] | null = null;
  private marked: readonly string[] = [];

  constructor(workspace: HTMLElement) {
    this.workspace = workspace;
    // What is drawn anew may hold a lit mark where it held none.
    workspace.addEventListener('drawn', () => this.dim(), { capture: true });
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  light(mark: Mark | null): void {
    if (mark === this.lit) return;
    this.lit = mark;
    this.write();
  }

  /** Shows countries as marked while the reader is still choosing them; null shows those that are marked. */
  hold(held: readonly string[] | null): void {
    if (held?.join() === this.held?.join()) return;
    this.held = held;
    this.write();
  }

  /** @param marked codes of countries */
  keep(marked: readonly string[]): void {
    if (marked.join() === this.marked.join()) return;
    this.marked = marked;
    this.write();
    for (const told of this.kept) told(marked);
  }

  /** Tells which countries are marked: now, and whenever that changes. */
  follow(told: (marked: readonly string[]) => void): void {
    this.kept.push(told);
    told(this.marked);
  }

  private write(): void {
    const marked = this.held ?? this.marked;
    const standing = marked.map((place): Mark => ({ kind: 'place', place }));
    const shown = this.lit ? [this.lit] : standing;
    this.selector = shown.map(selectorOf).join(', ');
    this.dim();
    const countries = marked.map((code) => `[data-c="${CSS.escape(code)}"]`).join(', ');
    const rules = [
      // As particular as the rule that dims (explorer.css), and after it.
      ...(shown.length
        ? [`.workspace .linking .picture :is(${this.selector}) { opacity: 1; --lit: 1 }`]
        : []),
      // What was marked is ringed, whatever the pointer is at.
      ...(marked.length
        ? [
            `.picture :is(circle, rect, path):is(${countries}) { stroke: var(--ink); stroke-width: 2; }`,
            `.picture :is(text, tspan):is(${countries}) { font-weight: 700; }`,
          ]
        : []),
    ];
    // To write a sheet again restyles the whole page, whatever it says.
    const written = rules.join('\n');
    if (written !== this.written) this.sheet.replaceSync(written);
    this.written = written;
  }

  /** Takes the light off the rest of each figure that holds a lit mark. One that holds none has nothing to tell it from. */
  private dim(): void {
    for (const figure of this.workspace.querySelectorAll('figure'))
      figure.classList.toggle(
        'linking',
        this.selector !== '' && figure.querySelector(`.picture :is(${this.selector})`) !== null,
      );
  }
}
