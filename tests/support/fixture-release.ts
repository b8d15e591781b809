import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Relation, Release, Resource } from '../../src/model/release.ts';

interface FixtureTable {
  readonly name: string;
  /** SQL that makes the table's rows, in their order. */
  readonly sql: string;
}

/**
 * Writes a small release into a folder, with Parquet files of the kind that `npm run data:publish` writes.
 * Descriptions, licences and sources are left empty.
 */
export async function writeRelease(
  folder: string,
  tables: readonly FixtureTable[],
  relations: readonly Omit<Relation, 'description'>[] = [],
): Promise<Release> {
  await mkdir(folder, { recursive: true });
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const resources: Resource[] = [];
  for (const { name, sql } of tables) {
    const path = `${name}.parquet`;
    const file = join(folder, path);
    const count = await connection.run(
      `COPY (${sql}) TO '${file}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, PARQUET_VERSION v2)`,
    );
    const bytes = await readFile(file);
    resources.push({
      name,
      title: name,
      description: '',
      path,
      bytes: bytes.byteLength,
      hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      rows: count.rowsChanged,
      csv: { path: `${name}.csv.gz`, bytes: 0, hash: '' },
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      schema: { fields: [], primaryKey: [] },
      licenses: [],
      rights: '',
      sources: [],
    });
  }
  connection.closeSync();
  instance.closeSync();
  const release: Release = {
    profile: 'data-package',
    name: 'fixture',
    title: 'Fixture',
    description: '',
    keywords: [],
    version: '2026-01-01',
    schema_version: '1.0.0',
    resources,
    relations: relations.map((relation) => ({ description: '', ...relation })),
  };
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify(release));
  return release;
}
