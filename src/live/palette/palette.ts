import type { Command } from './command.ts';
import { heard, moreWords, nothingWords, offeredFor } from './offered.ts';
import { OptionList, type Step } from './option-list.ts';
import { Recent } from './recent.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import { isShortcut } from './shortcut.ts';

export interface PaletteOptions {
  /** What can be done now. Commands that stay the same objects are indexed once. */
  commands(): readonly Command[];
  /** Opens the palette, as Ctrl + K does, and takes the focus where what had it is gone. */
  readonly button: HTMLElement;
  /** Commands made of a text itself ("students from India to Germany"): offered before all that is found. */
  composed?(text: string): readonly Command[];
  /** A text that composes one, said where nothing is found. */
  readonly example?: string;
}

/** What is heard of results waits until the typing rests, or each letter would be talked over. */
const REST = 400;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

/** How many there are on the page: ids must differ. */
let count = 0;

/**
 * The command palette: a window with a field and the list of what it finds (the combobox pattern of ARIA 1.2). Its button and
 * Ctrl + K or Cmd + K open it. Enter and a press run a command, after the window is closed and the focus is back.
 */
export class Palette {
  private readonly options: PaletteOptions;
  private readonly recent = new Recent(() => sessionStorage);
  private parts: { readonly sheet: Sheet; readonly list: OptionList } | null = null;
  /** What had the focus when the palette was opened; null while it is closed. */
  private back: HTMLElement | null = null;
  private heard = '';
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PaletteOptions) {
    this.options = options;
    const { button } = options;
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-keyshortcuts', 'Control+K Meta+K');
    button.addEventListener('click', () => this.open());
    addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return;
      // The browser's own search would open.
      event.preventDefault();
      if (this.isOpen) this.close();
      else this.open();
    });
  }

  private get isOpen(): boolean {
    return this.parts?.sheet.dialog.open ?? false;
  }

  /** Opens the palette with an empty field. */
  open(): void {
    if (this.isOpen) return;
    this.parts ??= this.make();
    const { sheet } = this.parts;
    const { activeElement } = document;
    this.back =
      activeElement instanceof HTMLElement && activeElement !== document.body
        ? activeElement
        : this.options.button;
    sheet.field.value = '';
    sheet.status.textContent = '';
    sheet.dialog.showModal();
    this.fit();
    this.show();
    sheet.field.focus();
  }

  private make(): { sheet: Sheet; list: OptionList } {
    count += 1;
    const id = `palette-${count}`;
    const sheet = makeSheet(id);
    const { dialog, field, close, middle } = sheet;
    const list = new OptionList(`${id}-list`, field, (command) => this.run(command));
    middle.append(list.element);
    field.addEventListener('input', () => {
      this.show();
      this.tell();
    });
    field.addEventListener('keydown', (event) => this.key(event));
    close.addEventListener('click', () => this.close());
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      // Not left to the browser, which tells of it late; and a tour under the window leaves what is taken.
      event.preventDefault();
      this.close();
    });
    // However else the browser closed it. By the time it tells, a command may have opened it anew.
    dialog.addEventListener('close', () => {
      if (!dialog.open) this.close();
    });
    // A press on the backdrop, which is all of the dialog that its parts do not cover; one that began within is none.
    let beside = false;
    dialog.addEventListener('pointerdown', ({ target }) => (beside = target === dialog));
    dialog.addEventListener('click', ({ target }) => {
      if (beside && target === dialog) this.close();
    });
    visualViewport?.addEventListener('resize', () => this.fit());
    return { sheet, list };
  }

  /** What a keyboard on the screen leaves free. */
  private fit(): void {
    const free = visualViewport?.height;
    if (this.isOpen && free)
      this.parts?.sheet.dialog.style.setProperty('--palette-free', `${Math.round(free)}px`);
  }

  private show(): void {
    if (!this.parts) return;
    const { list, sheet } = this.parts;
    const text = sheet.field.value;
    const commands = this.options.commands();
    const offered = offeredFor(text, commands, this.lately(commands), this.composed(text));
    list.show(offered);
    sheet.nothing.hidden = offered.total > 0;
    sheet.nothing.textContent = offered.total
      ? ''
      : nothingWords(text, commands, this.options.composed ? (this.options.example ?? null) : null);
    sheet.more.hidden = offered.more === 0;
    sheet.more.textContent = moreWords(offered);
    this.heard = offered.total ? heard(offered) : `${heard(offered)} ${sheet.nothing.textContent}`;
  }

  private tell(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      if (this.isOpen && this.parts) this.parts.sheet.status.textContent = this.heard;
    }, REST);
  }

  private composed(text: string): readonly Command[] {
    return this.options.composed?.(text) ?? [];
  }

  /** What was run lately and can be run now. */
  private lately(commands: readonly Command[]): Command[] {
    return this.recent.all.flatMap(({ id, text }) => {
      const found = (text === undefined ? commands : this.composed(text)).find(
        (command) => command.id === id,
      );
      return found ? [found] : [];
    });
  }

  private key(event: KeyboardEvent): void {
    // Enter and arrows belong to the list of an input method while it is open.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { list } = this.parts ?? {};
    const step = STEPS[event.key];
    if (step) list?.go(step);
    else if (event.key !== 'Enter') return;
    else if (list?.command) this.run(list.command);
    event.preventDefault();
  }

  private run(command: Command): void {
    const text = this.parts?.sheet.field.value ?? '';
    const listed = this.options.commands().some(({ id }) => id === command.id);
    // Of those run lately, a composed one keeps the text that it was made of.
    const kept = this.recent.all.find(({ id }) => id === command.id)?.text;
    this.recent.add(listed ? { id: command.id } : { id: command.id, text: text.trim() || (kept ?? '') });
    this.close();
    command.run();
  }

  private close(): void {
    const { back } = this;
    if (!back) return;
    this.back = null;
    clearTimeout(this.rest);
    this.parts?.sheet.dialog.close();
    const there = back.isConnected && back.getClientRects().length > 0;
    (there ? back : this.options.button).focus({ preventScroll: true });
  }
}
