import type { Choices } from './reading.ts';

/** One way out of a problem: what a reader may choose, and what it changes. */
export interface Way {
  readonly label: string;
  readonly change: Partial<Choices>;
}

/** Why a file is not read, or not yet: in words for its reader. */
export interface Problem {
  readonly words: string;
  /** The first few places where it shows: "line 1,204, column year: “n/a”". */
  readonly details: readonly string[];
  /** Ways to go on; none where there is nothing to choose. */
  readonly ways: readonly Way[];
}

/** A problem without a choice. */
export const fatal = (words: string, details: readonly string[] = []): Problem => ({
  words,
  details,
  ways: [],
});

/** Stops the reading of a file, with every problem that was found in it. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ words }) => words).join(' '));
    this.problems = problems;
  }
}

/** Stops the reading with one problem. */
export function stop(words: string, details: readonly string[] = []): never {
  throw new FileProblem([fatal(words, details)]);
}

const SHOWN = 60;

/** A value as words quote it: short, on one line, without what would show as nothing. */
export function quote(value: string): string {
  const line = value.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return `“${line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line}”`;
}
