import { UserError } from '../errors.ts';
import { openTables } from '../open-tables.ts';
import { MODELS } from '../models/index.ts';
import type { Model } from '../models/open-models.ts';
import type { Paths } from '../paths.ts';
import { step } from '../progress.ts';
import { readRecords } from '../records.ts';
import { Session } from '../session.ts';
import type { Check } from './check.ts';
import { COVERAGE_CHECK, coverageOf, writeCoverage } from './coverage.ts';
import { allChecks, recordQuality, report } from './index.ts';

/**
 * Runs the checks over the snapshot and tells how each came out.
 * @param checks by default all
 * @param accept takes what is reported now as the last release's, once every other check holds
 * @throws {UserError} naming the checks that fail; then nothing was accepted
 */
export async function checkSnapshot(
  paths: Pick<Paths, 'snapshot' | 'models' | 'records' | 'revisions' | 'errata' | 'coverage'>,
  {
    accept = false,
    checks = allChecks(paths.coverage),
    models = MODELS,
  }: {
    readonly accept?: boolean;
    readonly checks?: readonly Check[];
    readonly models?: readonly Model[];
  } = {},
): Promise<void> {
  const db = await Session.open();
  try {
    await openTables(db, paths, await readRecords(paths.records), models);
    const results = await recordQuality(db, checks);
    step(report(results));
    const failed = results.filter(({ check, passed }) => !passed && !(accept && check.id === COVERAGE_CHECK));
    if (failed.length)
      throw new UserError(
        `${failed.length} of ${results.length} checks fail: ${failed.map((f) => f.check.id).join(', ')}.\n` +
          'Find the cause in the adapter or at the publisher (CONTRIBUTING.md, "Data updates"); a wrong value is put right in data/corrections.csv.',
      );
    if (accept) {
      await writeCoverage(await coverageOf(db), paths.coverage);
      step('accepted: the next release is held against what is reported now');
    }
    step(`${results.length} checks ${accept ? 'hold, or are accepted' : 'hold'}`);
  } finally {
    db.close();
  }
}
