import { parseArgs } from 'node:util';
import { run, UserError } from './lib/errors.ts';
import { fetchSources } from './lib/fetch-sources.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';

const USAGE = `Brings the publishers' files that data/sources/ records into data/raw/, checked by size and sha256.

  npm run data:fetch                              every source, by its recorded URL
  npm run data:fetch -- --mirror FOLDER           every source, from a folder that holds the same files
  npm run data:fetch -- SOURCE [SOURCE ...]       these sources only

A download that was stopped goes on where it stopped.`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { mirror: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return step(USAGE);
  const mirror = values.mirror ?? npmMirror(positionals);
  await fetchSources(PATHS, { mirror, only: positionals });
});

/** Without two dashes before it npm keeps an option for itself, and hands it on in the environment. */
function npmMirror(positionals: readonly string[]): string | null {
  const mirror = process.env['npm_config_mirror'];
  // As two words it takes the option for a switch, and the folder comes as if it were a source.
  if (mirror === 'true')
    throw new UserError(
      `npm kept --mirror for itself. Put two dashes before it: npm run data:fetch -- --mirror ${positionals.join(' ') || 'FOLDER'}`,
    );
  return mirror || null;
}
