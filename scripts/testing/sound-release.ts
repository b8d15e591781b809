import { LAYERS, UNDATED_LAYERS } from '../../src/model/layer.ts';
import { TABLES, type TableName } from '../../src/model/tables/index.ts';
import { createTable } from '../lib/ddl.ts';
import { insert, Session } from '../lib/session.ts';
import { sourceRows } from '../lib/source-rows.ts';
import type { SourceRecord } from '../lib/records.ts';
import { recordOf } from './record.ts';
import { SOUND_ROWS } from './sound-rows.ts';

const base = (id: string) => ({ id, short: id, tag: id, title: id, caveats: [] });

/** Records of every source that the made-up rows name, with the bases that checks compare. */
export const SOUND_RECORDS: ReadonlyMap<string, SourceRecord> = new Map(
  [
    ...[
      'canada-study-permits',
      'cepii-geodist',
      'cordis-fp7',
      'cordis-h2020',
      'country-groups',
      'crosscurrents-groups',
      'ecorda-participation',
      'eis-copublications',
      'erasmus-mobility',
      'openalex-copublications',
      'ror-organisations',
      'snsf-partners',
      'taiwan-foreign-students',
      'uis-sdg4',
      'uis-student-flows',
      'uis-student-totals',
      'us-student-visas',
      'vdem-academic-freedom',
      'world-bank-wdi',
    ].map((id) => recordOf(id, [])),
    recordOf('ncses-publications', [], [base('scopus'), base('ai')]),
    recordOf('scholarly-migration', [], [base('scopus'), base('openalex')]),
  ].map((record) => [record.id, record]),
);

/** The tables that `recordQuality` fills. */
const FILLED_BY_CHECKS: readonly TableName[] = ['checks', 'source_agreement', 'table_coverage'];

/**
 * A small release in memory, of made-up rows that satisfy every check: all tables as the contract has them, with rows in each
 * but those that the checks fill.
 * @throws {Error} for a table of the contract that has no made-up row yet
 */
export async function soundRelease(): Promise<Session> {
  const db = await Session.open();
  // Of so few rows, to plan a query costs more than to run it.
  await db.run('PRAGMA disable_optimizer');
  for (const name of Object.keys(TABLES) as TableName[])
    if (name !== 'sources') await db.run(createTable(name));
  for (const l of [...LAYERS, ...UNDATED_LAYERS])
    await insert(db, 'layers', [
      l.id,
      l.title,
      l.unit,
      l.directed,
      LAYERS.some((layer) => layer.id === l.id),
      l.default_source,
      l.definition,
    ]);
  await db.run(SOUND_ROWS);
  await sourceRows(db, SOUND_RECORDS);
  for (const name of Object.keys(TABLES) as TableName[]) {
    const { n } = await db.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${name}`);
    if (n === 0 && !FILLED_BY_CHECKS.includes(name))
      throw new Error(`scripts/testing/sound-rows.ts has no row of the table ${name}: add some.`);
  }
  return db;
}
