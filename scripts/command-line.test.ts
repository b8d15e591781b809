import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ROOT } from './lib/paths.ts';

const execute = promisify(execFile);

/** Starts a command as npm does, from another folder. */
async function start(script: string, args: readonly string[], env = process.env) {
  const file = join(ROOT, 'scripts', script);
  return execute(process.execPath, [file, ...args], { cwd: '/', env }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, stderr: error.stderr }),
  );
}

test.each([
  ['fetch.ts', ['no-such-source'], /^\nNo source no-such-source\. There are: .*cordis-h2020, .*\n$/],
  ['fetch.ts', ['--miror', 'x'], /^\nUnknown option '--miror'/],
  ['query.ts', [], /^\nRuns SQL over the tables and relations of the release/],
  ['serve.ts', ['--port', 'x'], /^\n--port wants a number from 0 to 65535, not x\.\n$/],
])('%s %j ends with a message and code 1, without a stack', async (script, args, message) => {
  const { code, stderr } = await start(script, args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
});

test.each(['fetch.ts', 'query.ts', 'refresh.ts', 'check.ts', 'diff.ts'])(
  '%s --help says how it is used',
  async (script) => {
    const { code, stderr } = await start(script, ['--help']);
    expect(stderr).toMatch(/npm run /);
    expect(code).toBe(0);
  },
);

describe('data:fetch, given --mirror without the two dashes before it', () => {
  // So npm hands the option on.
  const fetch = async (mirror: string, ...args: string[]) => {
    const env = { ...process.env, npm_config_mirror: mirror };
    const { code, stderr } = await start('fetch.ts', args, env);
    expect(code).toBe(1);
    return stderr;
  };

  test('and its folder as a word of its own, says how it is to be written', async () => {
    expect(await fetch('true', 'FOLDER', 'cordis-h2020')).toBe(
      '\nnpm kept --mirror for itself. Put two dashes before it: npm run data:fetch -- --mirror FOLDER cordis-h2020\n',
    );
  });

  test('but with an equals sign, goes on with its folder', async () => {
    expect(await fetch('/no-such-folder', 'no-such-source')).toMatch(/^\nNo source no-such-source\./);
  });
});
