import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Relation, Release, Resource } from '../../model/release.ts';
import { LoadError } from '../engine.ts';
import { faultOf } from '../integrity.ts';
import { createRelation, createTable } from '../release-sql.ts';

const REMEDY = 'Run `npm run data:publish`, which writes the release anew.';

/**
 * The manifest of a release in a folder.
 * @throws {LoadError} if there is none or it is not JSON
 */
export async function readManifest(folder: string): Promise<Release> {
  const file = join(folder, 'datapackage.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Release;
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new LoadError(file, `${missing ? 'There is no release at' : 'Cannot read'} ${file}. ${REMEDY}`, {
      cause,
    });
  }
}

/**
 * Makes a table from a resource's Parquet file.
 * @throws {LoadError} that names the file if it is missing, cut short, changed, or not Parquet
 */
export async function loadResource(
  connection: DuckDBConnection,
  folder: string,
  resource: Resource,
): Promise<void> {
  const file = join(folder, resource.path);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new LoadError(file, `Cannot read ${file}, the table ${resource.name}. ${REMEDY}`, { cause });
  });
  const fault = await faultOf(bytes, resource);
  if (fault) throw new LoadError(file, `${file}, the table ${resource.name}, ${fault}. ${REMEDY}`);
  try {
    await connection.run(createTable(resource.name, file));
  } catch (cause) {
    throw new LoadError(file, `${file}, the table ${resource.name}, is not readable Parquet. ${REMEDY}`, {
      cause,
    });
  }
}

/** Makes a relation. @throws {Error} that names it if its SQL fails */
export async function makeRelation(connection: DuckDBConnection, relation: Relation): Promise<void> {
  try {
    await connection.run(createRelation(relation));
  } catch (cause) {
    throw new Error(`The relation ${relation.name} failed: ${(cause as Error).message}`, { cause });
  }
}
