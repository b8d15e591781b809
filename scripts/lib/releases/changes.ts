import { join } from 'node:path';
import type { FrozenRelease, TableChange } from '../../../src/model/frozen.ts';
import type { Release } from '../../../src/model/release.ts';
import { diffEditions } from '../diff.ts';
import type { Edition } from '../editions.ts';
import { Session } from '../session.ts';
import { inArchives } from './archive.ts';

/** What became of each table between a frozen release and the one that is published now; tables without a change are left out. */
export async function changesSince(
  before: FrozenRelease,
  release: string,
  manifest: Pick<Release, 'resources'>,
  archives: string,
): Promise<readonly TableChange[]> {
  const fresh: Edition = new Map(manifest.resources.map(({ name, path }) => [name, join(release, path)]));
  const db = await Session.open();
  try {
    const diffs = await diffEditions(db, frozenEdition(before, archives), fresh);
    return diffs.filter(
      (d) =>
        d.old === null ||
        d.fresh === null ||
        d.added + d.removed + d.revised + d.newColumns.length + d.lostColumns.length > 0,
    );
  } finally {
    db.close();
  }
}

/** Tables of a frozen release, where they lie: Parquet is among the blobs as it is. */
const frozenEdition = (index: FrozenRelease, archives: string): Edition =>
  new Map(
    index.tables.flatMap(({ name, path }): [string, string][] => {
      const file = index.files[path];
      return file ? [[name, join(inArchives(archives).blobs, file[1])]] : [];
    }),
  );
