import { stat } from 'node:fs/promises';
import { COUNTRY_INDICATOR_ROWS, INDICATORS, RELATIONS } from '../../src/indicators/index.ts';
import type { SourceLabel } from '../../src/model/atlas.ts';
import { LAYERS, UNDATED_LAYERS } from '../../src/model/layer.ts';
import { schemaOf, type TableName } from '../../src/model/tables/index.ts';
import { checkColumns } from './contract.ts';
import { readCsv } from './csv.ts';
import { createTable } from './ddl.ts';
import { UserError } from './errors.ts';
import type { SourceRecord } from './records.ts';
import type { Paths } from './paths.ts';
import { insert, type Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { openModels, type Model } from './models/open-models.ts';
import { MODELLED, SNAPSHOT, snapshotFile } from './snapshot.ts';
import { sourceRows } from './source-rows.ts';

/**
 * Every table and relation of a release, from the snapshot and the records; the tables of quality are there and empty.
 * @returns the labels of the sources that figures use
 * @throws {UserError} for a file that is missing, damaged, or of other columns than the contract's
 */
export async function openTables(
  db: Session,
  paths: Pick<Paths, 'snapshot' | 'models' | 'revisions' | 'errata'>,
  records: ReadonlyMap<string, SourceRecord>,
  models: readonly Model[],
): Promise<SourceLabel[]> {
  await loadSnapshot(db, paths.snapshot);
  await db.run(createTable('layers'));
  for (const l of [...LAYERS, ...UNDATED_LAYERS]) {
    const dated = LAYERS.some((layer) => layer.id === l.id);
    await insert(db, 'layers', [l.id, l.title, l.unit, l.directed, dated, l.default_source, l.definition]);
  }
  await fillIndicators(db);
  for (const list of ['revisions', 'errata'] as const) await loadList(db, list, paths[list]);
  for (const table of ['checks', 'source_agreement', 'table_coverage', 'country_indicators'] as const)
    await db.run(createTable(table));
  // Models may ask relations, and relations models: first those that need none.
  const late = new Set<string>(MODELLED);
  for (const { name, needs } of RELATIONS) if (needs.some((one) => late.has(one))) late.add(name);
  await makeRelations(db, (name) => !late.has(name));
  await openModels(db, paths, models);
  await makeRelations(db, (name) => late.has(name));
  await db.run(`INSERT INTO country_indicators ${COUNTRY_INDICATOR_ROWS}`);
  return sourceRows(db, records);
}

async function makeRelations(db: Session, which: (name: string) => boolean): Promise<void> {
  for (const { name, sql, stored } of RELATIONS.filter((relation) => which(relation.name)))
    await db.run(`CREATE ${stored ? 'TABLE' : 'VIEW'} ${name} AS ${sql}`);
}

/** The table of what the indicators are, from their files. */
async function fillIndicators(db: Session): Promise<void> {
  await db.run(createTable('indicators'));
  await db.append(
    'indicators',
    INDICATORS.map((i) => [
      i.id,
      i.title,
      i.subject,
      i.layers.join('\n'),
      i.unit,
      i.range[0],
      i.range[1],
      i.neutral,
      i.says,
      i.definition,
      i.formula,
      i.interval,
      i.references.map(({ text, doi }) => (doi ? `${text} https://doi.org/${doi}` : text)).join('\n'),
    ]),
  );
}

async function loadSnapshot(db: Session, folder: string): Promise<void> {
  for (const table of SNAPSHOT) {
    const file = snapshotFile(folder, table);
    if (!(await stat(file).catch(() => null)))
      throw new UserError(
        `${file} is missing. Restore it from version control, or make it: npm run data:fetch, npm run data:ingest.`,
      );
    try {
      await db.run(`CREATE TABLE ${table} AS SELECT * FROM read_parquet(${literal(file)})`);
    } catch (error) {
      throw new UserError(
        `${file} is no whole Parquet file (${(error as Error).message.split('\n')[0]}). Restore it from version control.`,
      );
    }
    await checkColumns(db, table);
  }
}

/** A table that is kept by hand, as a CSV file with the table's columns. */
async function loadList(db: Session, table: TableName, file: string): Promise<void> {
  const columns = schemaOf(table).fields.map((field) => field.name);
  await db.run(createTable(table));
  await db.append(
    table,
    (await readCsv(file, columns)).map((row) => columns.map((column) => row[column] || null)),
  );
}
