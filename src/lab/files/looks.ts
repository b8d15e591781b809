import { problemsOf } from './load-table.ts';
import type { RegisterRow } from './places.ts';
import type { Preview } from './preview.ts';
import type { Problem } from './problem.ts';
import { NO_CHOICES, withChoices, type Choices } from './reading.ts';
import { askPreview } from './reader.ts';

/** How a look ended: something new is there, nothing is, or a later look took its place. */
export type Looked = 'new' | 'same' | 'superseded';

/** The previews of one file, one after another, as choices are made. Each look is from the file's start. */
export class Looks {
  readonly #file: File;
  readonly #register: () => readonly RegisterRow[] | null;
  #preview: Preview | null = null;
  #problems: readonly Problem[] = [];
  /** What the preview was made with, and what the reader wants since. */
  #choices: Choices = NO_CHOICES;
  #wanted: Choices = NO_CHOICES;
  #task = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  constructor(file: File, register: () => readonly RegisterRow[] | null) {
    this.#file = file;
    this.#register = register;
  }

  /** The last preview that could be made; null before the first. */
  get preview(): Preview | null {
    return this.#preview;
  }

  /** What the last look found in the way. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Waits for the look that is under way. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /**
   * Looks with a change of choices. What cannot be looked at with it is told in `problems`, and the choices stay as
   * they were.
   */
  look(change: Partial<Choices> = {}): Promise<Looked> {
    this.#task.abort();
    this.#task = new AbortController();
    this.#wanted = withChoices(this.#wanted, change);
    const look = this.#look(this.#wanted, this.#task.signal);
    this.#last = look;
    return look;
  }

  /** Ends the look that is under way. */
  stop(): void {
    this.#task.abort();
  }

  async #look(choices: Choices, signal: AbortSignal): Promise<Looked> {
    try {
      const preview = await askPreview(this.#file, choices, this.#register(), signal);
      const same = JSON.stringify(preview) === JSON.stringify(this.#preview);
      this.#preview = preview;
      this.#choices = choices;
      this.#problems = preview.kind === 'csv' ? preview.problems : [];
      return same ? 'same' : 'new';
    } catch (error) {
      if (signal.aborted) return 'superseded';
      this.#wanted = this.#choices;
      this.#problems = problemsOf(error, this.#preview).problems;
      return 'new';
    }
  }
}
