import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RELATIONS } from '../../src/indicators/index.ts';
import type { Release, TableFile } from '../../src/model/release.ts';
import { SCHEMA_VERSION, TABLES, type TableName, type TableSchema } from '../../src/model/tables/index.ts';

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A file name that changes with the content, so that it can be cached for ever: `flows.0a1b2c3d4e.parquet`. */
export const hashedName = (name: string, content: Uint8Array, extension: string): string =>
  `${name}.${sha256(content).slice(0, 10)}.${extension}`;

/** Describes one table's file as a Frictionless resource; on what its rows rest is added in catalogue/datapackage.ts. */
export async function describeTable(
  name: TableName,
  folder: string,
  { path, csv, rows }: { readonly path: string; readonly csv: string; readonly rows: number },
): Promise<TableFile> {
  const schema: TableSchema = TABLES[name];
  const file = async (name: string) => {
    const content = await readFile(join(folder, name));
    return { path: name, bytes: content.length, hash: `sha256:${sha256(content)}` };
  };
  return {
    name,
    title: schema.title,
    description: schema.description,
    ...(await file(path)),
    rows,
    csv: await file(csv),
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    schema: {
      fields: schema.fields,
      primaryKey: schema.primaryKey,
      ...(schema.references
        ? {
            // WLD, the world, is in no register: where it may stand, the country is no key into it.
            foreignKeys: Object.entries(schema.references)
              .filter(([column]) => !(schema.world && column === 'country'))
              .map(([column, table]) => ({
                fields: [column],
                reference: { resource: table, fields: TABLES[table as TableName].primaryKey },
              })),
          }
        : {}),
    },
  };
}

export function describeRelease(version: string, resources: readonly TableFile[]): Release<TableFile> {
  return {
    profile: 'data-package',
    name: 'crosscurrents',
    title: 'Crosscurrents: an open atlas of global academic collaboration',
    description:
      'Students, scholars, papers and funded projects between countries, harmonised from public sources.',
    version,
    schema_version: SCHEMA_VERSION,
    keywords: [
      'student mobility',
      'researcher mobility',
      'co-publication',
      'research funding',
      'international collaboration',
    ],
    resources,
    relations: RELATIONS,
  };
}
