import { parseArgs } from 'node:util';
import { checkSnapshot } from './lib/checks/check-snapshot.ts';
import { run } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';

const USAGE = `Checks the snapshot: keys, places, ranges, lists that report one thing twice, source against source, published figures,
and who reports now against the last release.

  npm run data:check                 tells every check and how it came out
  npm run data:check -- --accept     if all else holds, takes what is reported now as the last release's (data/coverage.csv)`;

await run(async () => {
  const { values } = parseArgs({
    options: { accept: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return step(USAGE);
  await checkSnapshot(PATHS, { accept: values.accept ?? false });
});
