import { button, need, textElement } from './lab-dom.ts';
import { duration } from './lab-words.ts';
import type { Failure } from './run-error.ts';

/** How often the time that a query has taken is written, in milliseconds. */
const TICK = 100;

/**
 * The line beside the buttons, and what went wrong below it. What changes many times a second is not read out by screen
 * readers; that a query runs, and what came of it, is.
 */
export class Status {
  readonly #said: HTMLElement;
  readonly #progress: HTMLElement;
  readonly #error: HTMLElement;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(page: HTMLElement) {
    this.#said = need(page, '[data-said]');
    this.#progress = need(page, '[data-progress]');
    this.#error = need(page, '[data-error]');
  }

  /** A state of the run, and from now on the time since. */
  wait(words: string): void {
    if (this.#said.textContent === words) return;
    this.say(words);
    const start = performance.now();
    this.#ticking = setInterval(() => {
      const ms = performance.now() - start;
      if (ms > 300) this.#progress.textContent = duration(ms);
    }, TICK);
  }

  /** What is being waited for, in place of the time. */
  progress(words: string): void {
    clearInterval(this.#ticking);
    this.#progress.textContent = words;
  }

  /** A word that stays until the next. */
  say(words: string): void {
    clearInterval(this.#ticking);
    this.#said.textContent = words;
    this.#progress.textContent = '';
  }

  /** What went wrong. `goTo` leads to its place in the query, where that is known. */
  fail({ words, original, place }: Failure, goTo: () => void): void {
    const said = textElement('p', words);
    if (place) said.append(' ', button(`Go to line ${place.line}`, goTo));
    this.#error.replaceChildren(said);
    if (original) {
      const pre = textElement('pre', original);
      pre.tabIndex = 0;
      this.#error.append(pre);
    }
    this.#error.hidden = false;
  }

  clear(): void {
    this.#error.hidden = true;
    this.#error.replaceChildren();
  }
}
