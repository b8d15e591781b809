import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FrozenRelease, TableChange } from '../model/frozen.ts';
import { createHash } from 'node:crypto';
import { changeWords, frozenPages, frozenPiece, frozenSums, readAll, servedBytes } from './releases.ts';

const change = (more: Partial<TableChange>): TableChange => ({
  table: 'flows',
  old: 10,
  fresh: 12,
  added: 0,
  removed: 0,
  revised: 0,
  newColumns: [],
  lostColumns: [],
  sources: [],
  largest: [],
  ...more,
});

test.each([
  [{ added: 1204, revised: 3 }, '1,204 rows added, 3 revised'],
  [{ removed: 1 }, '1 row removed'],
  [{ newColumns: ['low', 'high'], lostColumns: ['flag'] }, 'new columns low, high; lost column flag'],
  [{ old: null, fresh: 40, added: 40 }, 'new table of 40 rows'],
  [{ fresh: null, removed: 10 }, 'table gone, it had 10 rows'],
  [{}, 'no change'],
])('a change %j in words', (more, words) => {
  expect(changeWords(change(more))).toBe(words);
});

test('releases are read with the newest first; what is no release is passed over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  try {
    expect(await readAll(join(folder, 'none'))).toEqual([]);
    for (const version of ['2026-11-22', '2027-05-01']) {
      await mkdir(join(folder, version));
      await writeFile(
        join(folder, version, 'index.json'),
        JSON.stringify({
          version,
          views: { a: 2, b: 3 },
          files: { 'a/b.txt': [5, 'ff', 'pack'], c: [7, 'ee', 'blob'] },
        }),
      );
    }
    await mkdir(join(folder, 'notes'));
    await mkdir(join(folder, '2027-05-01.81.part'));
    const all = await readAll(folder);
    expect(all.map(({ version }) => version)).toEqual(['2027-05-01', '2026-11-22']);
    const [newest] = all as [FrozenRelease];
    expect([servedBytes(newest), frozenPages(newest)]).toEqual([12, 5]);
    expect(frozenSums(newest)).toBe('ff  a/b.txt\nee  c\n');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a piece about an older release is as it was, its base map that of the release', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  const id = 'newsroom/release-2026-11-22';
  try {
    const text = JSON.stringify({
      [id]: {
        id,
        release: '2026-11-22',
        facts: { flows: { value: 570085, year: '2026-11-22', words: '570,085', sources: ['a'] } },
        figures: { rows: { drawn: { wide: '<use href="/release/basemap.1.svg#KEN"/>' }, sql: 'SELECT 1' } },
      },
    });
    const sha256 = createHash('sha256').update(text).digest('hex');
    await mkdir(join(folder, '2026-11-22'));
    const index = { version: '2026-11-22', pieces: { ids: [id], sha256 } };
    await writeFile(join(folder, '2026-11-22/index.json'), JSON.stringify(index));
    await writeFile(join(folder, '2026-11-22/pieces.json'), text);

    const piece = await frozenPiece<{ wide: string }>('2026-11-22', id, folder);
    expect(piece.facts['flows']?.words).toBe('570,085');
    expect(piece.figures['rows']?.drawn.wide).toBe(
      '<use href="/embed/v/2026-11-22/release/basemap.1.svg#KEN"/>',
    );
    await expect(frozenPiece('2026-11-22', 'newsroom/other', folder)).rejects.toThrow(/did not keep it/);
    await expect(frozenPiece('2025-01-01', id, folder)).rejects.toThrow(/was not frozen.*npm run release/);
    await writeFile(join(folder, '2026-11-22/pieces.json'), text.replace('570085', '570086'));
    await expect(frozenPiece('2026-11-22', id, folder)).rejects.toThrow(/not what it was/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
