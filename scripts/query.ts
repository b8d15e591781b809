import { parseArgs } from 'node:util';
import { run, UserError } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { queryRelease } from './lib/query-release.ts';

const USAGE = `Runs SQL over the tables and relations of the release and prints CSV.

  npm run -s query -- "SELECT * FROM layers"
  npm run -s query -- --json "SELECT count(*) AS n FROM flows"     an array of row objects`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const [sql, ...more] = positionals;
  if (values.help) return step(USAGE);
  if (!sql || more.length) throw new UserError(USAGE);
  // A reader such as `head` may close the pipe early: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.stdout.write(await queryRelease(PATHS.release, sql, values.json ? 'json' : 'csv'));
});
