import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from './lib/paths.ts';

const execute = promisify(execFile);

/** Starts a command as npm does, from another folder. */
async function start(script: string, ...args: string[]) {
  const file = join(ROOT, 'scripts', script);
  return execute(process.execPath, [file, ...args], { cwd: '/' }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, stderr: error.stderr }),
  );
}

test.each([
  ['fetch.ts', ['no-such-source'], /^\nNo source no-such-source\. There are: cordis-h2020, .*\n$/],
  ['fetch.ts', ['--miror', 'x'], /^\nUnknown option '--miror'/],
  ['query.ts', [], /^\nRuns SQL over the tables and relations of the release/],
  ['serve.ts', ['--port', 'x'], /^\n--port wants a number from 0 to 65535, not x\.\n$/],
])('%s %j ends with a message and code 1, without a stack', async (script, args, message) => {
  const { code, stderr } = await start(script, ...args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
});

test.each(['fetch.ts', 'query.ts'])('%s --help says how it is used', async (script) => {
  const { code, stderr } = await start(script, '--help');
  expect(stderr).toMatch(/npm run /);
  expect(code).toBe(0);
});
