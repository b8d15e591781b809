import { join } from 'node:path';
import { isThere } from './lib/download.ts';
import { run, UserError } from './lib/errors.ts';
import { finish } from './lib/finish.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { readRecords } from './lib/records.ts';
import { readSpecialPlaces, Register } from './lib/register.ts';
import { writeSnapshot } from './lib/snapshot.ts';
import { Workbench } from './lib/workbench.ts';
import { buildRegister } from './sources/country-groups.ts';
import { ADAPTERS } from './sources/index.ts';

await run(async () => {
  for (const record of (await readRecords()).values())
    for (const file of record.files)
      if (!(await isThere(join(PATHS.raw, file.path), file)))
        throw new UserError(
          `data/raw/${file.path} is missing or not as recorded. Run: npm run data:fetch (or npm run data:fetch -- --mirror FOLDER).`,
        );

  const countries = await buildRegister();
  const bench = await Workbench.open(new Register(countries, await readSpecialPlaces()), PATHS.raw);
  for (const adapter of ADAPTERS) {
    step(`ingest    ${adapter.id}`);
    await adapter.ingest(bench);
  }
  await finish(bench, countries);
  await writeSnapshot(bench.db, PATHS.snapshot);
  const counts = await bench.db.one<Record<string, number>>(
    'SELECT (SELECT count(*) FROM flows)::INTEGER AS flows, (SELECT count(*) FROM totals)::INTEGER AS totals, (SELECT count(*) FROM coverage)::INTEGER AS coverage',
  );
  step(
    `snapshot  ${Object.entries(counts)
      .map(([name, n]) => `${n.toLocaleString('en')} ${name}`)
      .join(', ')}, in data/snapshot/`,
  );
  bench.close();
});
