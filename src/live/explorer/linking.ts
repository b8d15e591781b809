import { selectorOf, type Mark } from './mark.ts';

/**
 * Lights a mark in every part at once, and keeps in sight what the reader has marked. One style sheet says which: the
 * browser finds the elements, and what is drawn anew is lit as it comes.
 */
export class Linking {
  private readonly workspace: HTMLElement;
  private readonly sheet = new CSSStyleSheet();
  private lit: Mark | null = null;
  private marked: readonly string[] = [];

  constructor(workspace: HTMLElement) {
    this.workspace = workspace;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  light(mark: Mark | null): void {
    if (mark === this.lit) return;
    this.lit = mark;
    this.write();
  }

  /** @param marked codes of countries */
  keep(marked: readonly string[]): void {
    this.marked = marked;
    this.write();
  }

  private write(): void {
    const standing = this.marked.map((place): Mark => ({ kind: 'place', place }));
    const shown = this.lit ? [this.lit] : standing;
    this.workspace.classList.toggle('linking', shown.length > 0);
    const rules = [
      // As particular as the rule that dims (explorer.css), and after it.
      ...(shown.length
        ? [`.workspace.linking .picture :is(${shown.map(selectorOf).join(', ')}) { opacity: 1; --lit: 1 }`]
        : []),
      // What was marked is ringed, whatever the pointer is at.
      ...(this.marked.length
        ? [
            `.picture :is(circle, rect, path):is(${this.marked.map((code) => `[data-c="${CSS.escape(code)}"]`).join(', ')}) { stroke: var(--ink); stroke-width: 2; }`,
            `.picture :is(text, tspan):is(${this.marked.map((code) => `[data-c="${CSS.escape(code)}"]`).join(', ')}) { font-weight: 700; }`,
          ]
        : []),
    ];
    this.sheet.replaceSync(rules.join('\n'));
  }
}
