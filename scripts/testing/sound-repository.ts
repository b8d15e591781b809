import { schemaOf, type TableName } from '../../src/model/tables/index.ts';
import { pathsBelow, type Paths } from '../lib/paths.ts';
import { writeSnapshot } from '../lib/snapshot.ts';
import { folderWith } from './folder.ts';
import { SOUND_RECORDS, soundRelease } from './sound-release.ts';

/** The first line of a list that is kept by hand. */
const header = (table: TableName): string =>
  `${schemaOf(table)
    .fields.map(({ name }) => name)
    .join()}\n`;

/** A folder laid out like the repository, with the sound release as its snapshot and the records of its sources. */
export async function soundRepository(): Promise<Paths> {
  const records = [...SOUND_RECORDS].map(([id, record]) => [
    `data/sources/${id}.json`,
    JSON.stringify(record),
  ]);
  const paths = pathsBelow(
    await folderWith({
      ...Object.fromEntries(records),
      'data/revisions.csv': `${header('revisions')}2026-01-01,1.0.0,,First release\n`,
      'data/errata.csv': header('errata'),
    }),
  );
  const db = await soundRelease();
  await writeSnapshot(db, paths.snapshot);
  db.close();
  return paths;
}
