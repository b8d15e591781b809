import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { folderWith } from './testing/folder.ts';
import { ROOT } from './lib/paths.ts';
import { Session } from './lib/session.ts';
import { literal } from '../src/model/sql-literal.ts';

const execute = promisify(execFile);

async function snapshot(value: number): Promise<string> {
  const folder = await folderWith();
  const db = await Session.open();
  await db.run(
    `COPY (SELECT 'DEU' AS country, 2019 AS year, ${value} AS value, 'v' AS source) TO ${literal(join(folder, 'academic_freedom.parquet'))} (FORMAT parquet)`,
  );
  db.close();
  return folder;
}

const diff = (...args: readonly string[]) =>
  execute(process.execPath, [join(ROOT, 'scripts/diff.ts'), ...args], { cwd: '/' });

test('what changed goes to standard output, and nothing else does', async () => {
  const { stdout } = await diff(await snapshot(0.5), await snapshot(0.75));
  expect(stdout).toBe(`\
academic_freedom: 1 revised
  v: 0 added, 0 removed, 1 revised
    DEU 2019: value 0.5 → 0.75
`);
});

test.each([
  [[], /^\nTells what changed between two editions of the data/],
  [['no-such-edition', '/'], /^\nno-such-edition is neither a folder nor a revision of the repository/],
])('%j ends with a message and code 1, without a stack', async (args, message) => {
  const error = await diff(...args).catch(
    (e: unknown) => e as { code: number; stdout: string; stderr: string },
  );
  expect(error).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(message) });
  expect(error.stderr).not.toMatch(/^\s+at /m);
});
