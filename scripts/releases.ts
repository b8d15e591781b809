import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Release } from '../src/model/release.ts';
import { run } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { ARCHIVES } from './lib/releases/archive.ts';
import { refuseOtherTables, unpackAll } from './lib/releases/unpack.ts';

const USAGE = `Writes every frozen release (data/releases/) into the built site: dist/embed/v/<version>/. Part of npm run build.

  node scripts/releases.ts               into dist/
  node scripts/releases.ts --into FOLDER into another folder: for a host that serves frozen releases alone`;

await run(async () => {
  const { values } = parseArgs({
    options: { into: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return step(USAGE);
  const started = performance.now();
  if (values.into === undefined)
    await refuseOtherTables(
      JSON.parse(await readFile(join(PATHS.dist, 'release', 'datapackage.json'), 'utf8')) as Release,
      ARCHIVES,
    );
  const all = await unpackAll(values.into ?? PATHS.dist, ARCHIVES);
  for (const { version, files, bytes } of all)
    step(`frozen   release ${version}: ${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB`);
  step(
    all.length
      ? `frozen   ${all.length} unpacked in ${((performance.now() - started) / 1000).toFixed(1)} s`
      : 'frozen   no release is frozen yet (npm run release)',
  );
});
