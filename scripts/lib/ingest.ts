import { join } from 'node:path';
import type { Adapter } from '../sources/adapter.ts';
import { buildRegister } from '../sources/country-groups.ts';
import { ADAPTERS } from '../sources/index.ts';
import { isThere } from './download.ts';
import { UserError } from './errors.ts';
import { finish } from './finish.ts';
import type { Paths } from './paths.ts';
import { step } from './progress.ts';
import { readRecords } from './records.ts';
import { readSpecialPlaces, Register } from './register.ts';
import { writeSnapshot } from './snapshot.ts';
import { Workbench } from './workbench.ts';

/** Turns the publishers' files into data/snapshot/. Stops before it writes anything if a file or a value does not fit. */
export async function ingest(paths: Paths, adapters: readonly Adapter[] = ADAPTERS): Promise<void> {
  const records = await readRecords(paths.records);
  for (const record of records.values())
    for (const file of record.files)
      if (!(await isThere(join(paths.raw, file.path), file)))
        throw new UserError(
          `data/raw/${file.path} is missing or not as recorded. Run: npm run data:fetch (or npm run data:fetch -- --mirror FOLDER).`,
        );

  const countries = await buildRegister(paths.raw, paths.countries, records);
  const register = new Register(countries, await readSpecialPlaces(paths.countries));
  const bench = await Workbench.open(register, paths.raw, records);
  try {
    for (const adapter of adapters) {
      step(`ingest    ${adapter.id}`);
      await adapter.ingest(bench).catch((error: Error) => {
        throw unfit(adapter, error);
      });
    }
    await finish(bench, countries, paths);
    await writeSnapshot(bench.db, paths.snapshot);
    const counts = await bench.db.one<Record<string, number>>(
      'SELECT (SELECT count(*) FROM flows)::INTEGER AS flows, (SELECT count(*) FROM totals)::INTEGER AS totals, (SELECT count(*) FROM coverage)::INTEGER AS coverage',
    );
    step(
      `snapshot  ${Object.entries(counts)
        .map(([name, n]) => `${n.toLocaleString('en')} ${name}`)
        .join(', ')}, in data/snapshot/`,
    );
  } finally {
    bench.close();
  }
}

/** A text where a number should be is the publisher's doing, not a bug of ours: DuckDB names the text, and we the source. */
function unfit(adapter: Adapter, error: Error): Error {
  if (!error.message.startsWith('Conversion Error')) return error;
  return new UserError(
    `${adapter.id}: a value does not fit its column. ${error.message.split('\n')[0]}\nHas the publisher changed the format? Compare with the record in data/sources/ and mend scripts/sources/${adapter.id}.ts.`,
  );
}
