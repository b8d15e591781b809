import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrozenPiece } from '../../../src/model/frozen.ts';

/** What a built site says of pieces about one release: `insights/<section>/<slug>/record.json`, sorted by id. */
export async function piecesOn(version: string, dist: string): Promise<readonly FrozenPiece[]> {
  const folder = join(dist, 'insights');
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const records = await Promise.all(
    names
      .filter((name) => /(?:^|[\\/])record\.json$/.test(name))
      .map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as FrozenPiece),
  );
  return records.filter(({ release }) => release === version).sort((a, b) => (a.id < b.id ? -1 : 1));
}
