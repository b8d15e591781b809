import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bring, isThere } from './lib/download.ts';
import { run, UserError } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { readRecords } from './lib/records.ts';

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
  const records = await readRecords();
  const unknown = positionals.filter((id) => !records.has(id));
  if (unknown.length)
    throw new UserError(`No source ${unknown.join(', ')}. There are: ${[...records.keys()].join(', ')}.`);

  for (const record of records.values()) {
    if (positionals.length && !positionals.includes(record.id)) continue;
    for (const file of record.files) {
      const target = join(PATHS.raw, file.path);
      if (await isThere(target, file)) {
        step(`there     ${file.path}`);
        continue;
      }
      await bring(file, target, values.mirror ?? null);
      step(`fetched   ${file.path} (${file.bytes.toLocaleString('en')} bytes)`);
    }
  }
});
