import type { Session } from '../session.ts';
import { agreement, COMPARISONS, LEAST } from './agreement.ts';
import { AGREEMENT_CHECKS } from './agreement-checks.ts';
import type { Check, Outcome } from './check.ts';
import { CONTRACT_CHECKS } from './contract-checks.ts';
import { coverageCheck, coverageOf } from './coverage.ts';
import { MIRRORS } from './mirror.ts';
import { PLAUSIBILITY } from './plausibility.ts';
import { PUBLISHED_FIGURES } from './published-figures.ts';

/**
 * Every check of a release, in the order of the quality page. A new one is one more entry in its list.
 * @param lastCoverage the file with the coverage of the last release
 */
export const allChecks = (lastCoverage: string): readonly Check[] => [
  ...CONTRACT_CHECKS,
  ...PLAUSIBILITY,
  ...MIRRORS,
  ...AGREEMENT_CHECKS,
  coverageCheck(lastCoverage),
  ...PUBLISHED_FIGURES,
];

export interface Result extends Outcome {
  readonly check: Check;
}

async function runChecks(db: Session, checks: readonly Check[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const check of checks) results.push({ check, ...(await check.run(db)) });
  return results;
}

/** Results as lines for a terminal. */
export const report = (results: readonly Result[]): string =>
  results
    .map(
      ({ check, passed, measured, examples }) =>
        `${passed ? 'holds' : 'FAILS'}     ${check.id}: ${check.title}\n          ${[measured, ...examples].join('\n          ')}`,
    )
    .join('\n');

/** Runs the checks, and fills the tables `checks`, `source_agreement` and `table_coverage`, which must be there and empty. */
export async function recordQuality(db: Session, checks: readonly Check[]): Promise<readonly Result[]> {
  const results = await runChecks(db, checks);
  await db.append(
    'checks',
    results.map(({ check, passed, measured, examples }) => [
      check.id,
      check.kind,
      check.title,
      passed,
      measured,
      examples.length ? examples.join('\n') : null,
    ]),
  );
  for (const comparison of COMPARISONS)
    await db.append(
      'source_agreement',
      (await agreement(db, comparison))
        .filter((a) => a.compared >= LEAST)
        .map((a) => [
          comparison.id,
          comparison.title,
          comparison.first,
          comparison.second,
          comparison.sameThing,
          comparison.unit,
          a.year,
          a.compared,
          a.rank_correlation,
          // Two different things have an order in common, but no size.
          comparison.sameThing ? a.median_ratio : null,
          comparison.sameThing ? a.ratio_low : null,
          comparison.sameThing ? a.ratio_high : null,
        ]),
    );
  await db.append(
    'table_coverage',
    (await coverageOf(db)).map((c) => [c.table_name, c.source, c.series, c.year, c.countries, c.rows]),
  );
  return results;
}
