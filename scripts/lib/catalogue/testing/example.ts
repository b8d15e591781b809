import type { TableFile } from '../../../../src/model/release.ts';
import { schemaOf, TABLES, type TableName } from '../../../../src/model/tables/index.ts';
import { folderWith } from '../../../testing/folder.ts';
import { describeRelease, describeTable } from '../../manifest.ts';
import { readRecords } from '../../records.ts';
import type { Catalogue, Standpoint, TableFacts } from '../catalogue.ts';

/** The site at an address that is known, and the release folder of a site whose address is not. */
export const KNOWN: Standpoint = { site: 'https://atlas.test/some/path', root: '../' };
export const UNKNOWN: Standpoint = { site: null, root: '../' };

/**
 * A release with every table of the contract, over every record of the repository, as publish describes it: only the
 * files are made up. Tables with a column `source` rest on all records, others on those that their schema names.
 */
export async function exampleCatalogue(): Promise<Catalogue> {
  const records = await readRecords();
  const names = Object.keys(TABLES) as TableName[];
  const folder = await folderWith(
    Object.fromEntries(
      names.flatMap((name) => [
        [`${name}.parquet`, name],
        [`${name}.csv.gz`, `${name}, CSV`],
      ]),
    ),
  );
  const tables: Record<string, TableFacts> = {};
  const resources: TableFile[] = [];
  for (const [i, name] of names.entries()) {
    const { fields, from = {} } = schemaOf(name);
    const sources = fields.some((field) => field.name === 'source')
      ? [...records.keys()]
      : Object.keys(from).filter((id) => records.has(id));
    tables[name] = {
      sources,
      years: fields.some((field) => field.name === 'year') ? [1990 + (i % 5), 2020] : null,
    };
    resources.push(
      await describeTable(name, folder, { path: `${name}.parquet`, csv: `${name}.csv.gz`, rows: 12_345 }),
    );
  }
  return { release: describeRelease('2026-11-21', resources), tables, sources: records };
}
