import type { Reporter, SerializedError, TestModule, TestRunEndReason, TestSuite, Vitest } from 'vitest/node';

/** Counts of a run, as its last line gives them. */
interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts tests, and as failed also what failed outside a test: a file that did not load, a hook of a file or of a
 * `describe`, an error that nobody caught.
 */
function summarise(
  modules: readonly TestModule[],
  unhandled: readonly SerializedError[],
  reason: TestRunEndReason,
): Summary {
  const count = { passed: 0, failed: unhandled.length, skipped: 0 };
  const failedOutsideTests = (suite: TestModule | TestSuite) => suite.errors().length > 0;
  for (const module of modules) {
    if (failedOutsideTests(module)) count.failed++;
    for (const suite of module.children.allSuites()) if (failedOutsideTests(suite)) count.failed++;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed' || state === 'failed') count[state]++;
      else count.skipped++;
    }
  }
  if (reason === 'failed' && count.failed === 0) count.failed = 1;
  return count;
}

/** `12 passed, 0 failed`, with `, 3 skipped` if any. */
const summaryLine = ({ passed, failed, skipped }: Summary): string =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/**
 * Prints the counts alone on the last line of a run, for people and for scripts. Outside watch mode it prints as the
 * process ends, so that nothing follows it; a run that breaks off before its end counts as failed.
 */
export default class SummaryReporter implements Reporter {
  #watch = false;
  #counts: Summary | null = null;

  onInit(vitest: Vitest): void {
    this.#watch = vitest.config.watch;
  }

  onTestRunStart(): void {
    if (!this.#watch && !this.#counts) process.once('exit', () => this.#print());
    this.#counts = { passed: 0, failed: 1, skipped: 0 };
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    this.#counts = summarise(modules, unhandled, reason);
    if (this.#watch) this.#print();
  }

  #print(): void {
    if (this.#counts) console.log(summaryLine(this.#counts));
  }
}
