import { parseArgs } from 'node:util';
import { run } from './lib/errors.ts';
import { fetchSources } from './lib/fetch-sources.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';

const USAGE = `Brings the publishers' files that data/sources/ records into data/raw/, checked by size and sha256.

  npm run data:fetch                              every source, by its recorded URL
  npm run data:fetch -- --mirror FOLDER           every source, from a folder that holds the same files
  npm run data:fetch -- SOURCE [SOURCE ...]       these sources only`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { mirror: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return step(USAGE);
  // Without the two dashes npm keeps the option for itself and hands it on in the environment.
  const npmMirror = process.env['npm_config_mirror'];
  await fetchSources(PATHS, { mirror: values.mirror ?? npmMirror ?? null, only: positionals });
});
