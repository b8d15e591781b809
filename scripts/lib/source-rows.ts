import type { SourceLabel } from '../../src/model/atlas.ts';
import { UserError } from './errors.ts';
import type { SourceRecord } from './records.ts';
import { schemaOf, type TableName } from '../../src/model/tables/index.ts';
import { createTable } from './ddl.ts';
import { insert, type Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { MODELLED, SNAPSHOT } from './snapshot.ts';

/**
 * Fills the table `sources`: a row for each source, or for each base of a source that publishes several.
 * @returns the labels that figures use
 * @throws {UserError} for a source that rows name and no record describes
 */
export async function sourceRows(
  db: Session,
  records: ReadonlyMap<string, SourceRecord>,
): Promise<SourceLabel[]> {
  const used = new Map<string, Use>();
  for (const table of [...SNAPSHOT, ...MODELLED])
    for (const { source, rows, first_year, last_year } of await restsOn(db, table)) {
      const before = used.get(source);
      used.set(source, {
        rows: (before?.rows ?? 0) + rows,
        tables: [...(before?.tables ?? []), table],
        // What was left out or changed has no years of its own.
        first_year: least(before?.first_year, first_year),
        last_year: greatest(before?.last_year, last_year),
      });
    }
  await db.run(createTable('sources'));
  const labels: SourceLabel[] = [];
  for (const record of records.values()) {
    const own = {
      id: record.id,
      short: record.short,
      tag: record.short,
      title: record.title,
      caveats: record.caveats,
    };
    const rows = record.bases?.map((base) => ({
      ...base,
      id: `${record.id}/${base.id}`,
      caveats: [...record.caveats, ...base.caveats],
    })) ?? [own];
    for (const row of rows) {
      const use = used.get(row.id);
      used.delete(row.id);
      const label: SourceLabel = {
        id: row.id,
        short: row.short,
        tag: row.tag,
        title: row.title,
        publisher: record.publisher,
        licence: record.licence.title,
        share_alike: record.licence.share_alike,
        citation: record.citation,
        landing_page: record.landing_page ?? null,
        retrieved: record.retrieved,
      };
      labels.push(label);
      await insert(db, 'sources', [
        row.id,
        record.id,
        row.short,
        row.title,
        record.publisher,
        record.licence.id,
        record.licence.share_alike,
        record.citation,
        record.landing_page ?? null,
        record.retrieved,
        record.what,
        row.caveats.join('\n'),
        use?.first_year ?? null,
        use?.last_year ?? null,
        use?.rows ?? 0,
        use?.tables.join('\n') ?? null,
      ]);
    }
  }
  if (used.size)
    throw new UserError(
      `Rows name the source ${[...used.keys()].join(', ')}, which data/sources/ does not describe.`,
    );
  return labels;
}

interface Use {
  readonly rows: number;
  readonly tables: readonly TableName[];
  readonly first_year: number | null;
  readonly last_year: number | null;
}

const least = (a: number | null | undefined, b: number | null): number | null =>
  a == null ? b : b == null ? a : Math.min(a, b);
const greatest = (a: number | null | undefined, b: number | null): number | null =>
  a == null ? b : b == null ? a : Math.max(a, b);

/** Notes on rows that are not there, or are elsewhere: a source that had only these would have nothing to show. */
const ASIDE: readonly TableName[] = ['exclusions', 'adjustments', 'corrections'];

/** The sources that rows of a table rest on, with how many rows, and from when to when. */
export async function restsOn(
  db: Session,
  table: TableName,
): Promise<{ source: string; rows: number; first_year: number | null; last_year: number | null }[]> {
  const { fields, from = {}, sourceColumns = ['source'] } = schemaOf(table);
  const has = (name: string): boolean => fields.some((field) => field.name === name);
  const [first, last] = has('year')
    ? ['year', 'year']
    : has('from_year')
      ? ['from_year', has('to_year') ? 'to_year' : 'from_year']
      : ['NULL', 'NULL'];
  const years = ASIDE.includes(table)
    ? 'NULL::SMALLINT AS first_year, NULL::SMALLINT AS last_year'
    : `min(${first})::SMALLINT AS first_year, max(${last})::SMALLINT AS last_year`;
  const parts = [
    ...sourceColumns
      .filter(has)
      .map(
        (column) =>
          `SELECT ${column} AS source, ${ASIDE.includes(table) ? 0 : 'count(*)'}::INTEGER AS rows, ${years} FROM ${table} GROUP BY ${column}`,
      ),
    ...Object.entries(from).map(
      ([record, condition]) =>
        `SELECT ${literal(record)} AS source, count(*)::INTEGER AS rows, ${years} FROM ${table} WHERE ${condition} HAVING count(*) > 0`,
    ),
  ];
  return parts.length ? db.all(`${parts.join(' UNION ALL ')} ORDER BY source`) : [];
}
