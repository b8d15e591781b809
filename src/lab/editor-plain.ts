import { spaced, type Editor } from './editor.ts';
import type { Place } from './run-error.ts';

/** A plain text field as an editor: what a reader has until the code editor has come, or if it never comes. */
export class PlainEditor implements Editor {
  readonly field: HTMLTextAreaElement;

  constructor(field: HTMLTextAreaElement) {
    this.field = field;
  }

  get text(): string {
    return this.field.value;
  }

  set text(sql: string) {
    this.field.value = sql;
    this.mark(null);
  }

  get selection(): { readonly from: number; readonly to: number } {
    return { from: this.field.selectionStart, to: this.field.selectionEnd };
  }

  insert(text: string): void {
    const { from, to } = this.selection;
    this.field.setRangeText(spaced(this.text.slice(0, from), text), from, to, 'end');
  }

  goTo({ from, to }: Place): void {
    this.focus();
    this.field.setSelectionRange(from, to);
  }

  /** A field cannot show where: the message names the line, and leads there. */
  mark(place: Place | null): void {
    this.field.setAttribute('aria-invalid', String(place !== null));
  }

  focus(): void {
    this.field.focus();
  }
}
