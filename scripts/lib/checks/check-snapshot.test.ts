import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { TableName } from '../../../src/model/tables/index.ts';
import { complaint } from '../../testing/bench.ts';
import { filesIn } from '../../testing/folder.ts';
import { told } from '../../testing/quiet.ts';
import { soundModel, soundRepository } from '../../testing/sound-repository.ts';
import type { Model } from '../models/open-models.ts';
import type { Paths } from '../paths.ts';
import { Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { snapshotFile } from '../snapshot.ts';
import type { Check } from './check.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { coverageCheck } from './coverage.ts';
import { PUBLISHED_FIGURES } from './published-figures.ts';

let paths: Paths;
let some: { readonly checks: readonly Check[]; readonly models: readonly Model[] };
beforeAll(async () => {
  paths = await soundRepository();
  some = { checks: [coverageCheck(paths.coverage), ...PUBLISHED_FIGURES], models: [soundModel(paths)] };
});

const accepted = (): Promise<string> => readFile(paths.coverage, 'utf8');

test('the first release has none before it: the check says how to begin', async () => {
  told();
  expect(await complaint(checkSnapshot(paths, some))).toMatch(
    /^1 of \d+ checks fail: coverage-last-release\.\nFind the cause in the adapter or at the publisher/,
  );
  expect(told()).toMatch(
    /FAILS {5}coverage-last-release: .*\n.*\n.*coverage\.csv is missing\.\n.*npm run data:check -- --accept\n/,
  );
  expect(await filesIn(join(paths.coverage, '..'))).not.toContain('coverage.csv');
});

test('it is accepted, and then holds', async () => {
  // This once with all checks.
  await checkSnapshot(paths, { accept: true, models: some.models });
  expect(told()).toMatch(
    /\naccepted: the next release is held against what is reported now\n\d+ checks hold, or are accepted\n$/,
  );
  const before = await accepted();
  expect(before).toMatch(/^table_name,source,.*\nacademic_freedom,vdem-academic-freedom,all,2019,31,31\n/);
  // More than before holds, and is not what the next is held against until it is accepted.
  await rewrite(
    'grant_partners',
    'SELECT * FROM old UNION ALL SELECT * REPLACE (2020::SMALLINT AS year) FROM old',
  );
  await checkSnapshot(paths, some);
  expect(told()).toMatch(/\n\d+ checks hold\n$/);
  expect(await accepted()).toBe(before);
});

test('of a release that has lost rows, nothing is accepted while another check fails', async () => {
  const before = await accepted();
  await rewrite('us_student_visas', "SELECT * FROM old WHERE country > 'CZE'");
  await rewrite('themes', 'SELECT * REPLACE (1 AS cross_border_projects) FROM old');
  expect(await complaint(checkSnapshot(paths, { ...some, accept: true }))).toMatch(
    /^1 of \d+ checks fail: network-h2020\./,
  );
  expect(await accepted()).toBe(before);
});

/** Puts the rows of a query in place of a table of the snapshot, which it calls `old`. */
async function rewrite(table: TableName, sql: string): Promise<void> {
  const file = literal(snapshotFile(paths.snapshot, table));
  const db = await Session.open();
  await db.run(
    `CREATE TABLE old AS SELECT * FROM read_parquet(${file}); COPY (${sql}) TO ${file} (FORMAT parquet)`,
  );
  db.close();
}
