import type { TableChange } from '../../src/model/frozen.ts';
import { TABLES, type TableName, schemaOf } from '../../src/model/tables/index.ts';
import type { Edition } from './editions.ts';
import { UserError } from './errors.ts';
import { type Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';

const LARGEST = 10;

/** Compares two editions table by table, by the keys of the contract. Tables without a change are in the list too. */
export async function diffEditions(db: Session, old: Edition, fresh: Edition): Promise<TableChange[]> {
  const names = [...new Set([...Object.keys(TABLES), ...old.keys(), ...fresh.keys()])];
  const diffs: TableChange[] = [];
  for (const table of names)
    if (old.has(table) || fresh.has(table))
      diffs.push(await diffTable(db, table, old.get(table), fresh.get(table)));
  return diffs;
}

async function diffTable(
  db: Session,
  table: string,
  old: string | undefined,
  fresh: string | undefined,
): Promise<TableChange> {
  const none = {
    added: 0,
    removed: 0,
    revised: 0,
    newColumns: [],
    lostColumns: [],
    sources: [],
    largest: [],
  };
  if (!old || !fresh) {
    const rows = await countOf(db, (old ?? fresh) as string);
    return {
      ...none,
      table,
      old: old ? rows : null,
      fresh: fresh ? rows : null,
      added: fresh ? rows : 0,
      removed: old ? rows : 0,
    };
  }
  const [before, after] = [await columnsOf(db, old), await columnsOf(db, fresh)];
  const all = {
    table,
    old: await countOf(db, old),
    fresh: await countOf(db, fresh),
    newColumns: [...after.keys()].filter((c) => !before.has(c)),
    lostColumns: [...before.keys()].filter((c) => !after.has(c)),
  };
  const both = [...after.keys()].filter((c) => before.has(c));
  if (!both.length) return { ...none, ...all, added: all.fresh, removed: all.old };
  const compared = await join(db, table, { file: old, types: before }, { file: fresh, types: after });
  const counts = `count(*) FILTER (added)::INTEGER AS added, count(*) FILTER (removed)::INTEGER AS removed, count(*) FILTER (revised)::INTEGER AS revised`;
  return {
    ...all,
    ...(await db.one<{ added: number; removed: number; revised: number }>(`SELECT ${counts} FROM joined`)),
    sources: both.includes('source')
      ? await db.all(
          `SELECT diff_source AS source, ${counts} FROM joined GROUP BY ALL HAVING count(*) FILTER (added OR removed OR revised) > 0 ORDER BY source`,
        )
      : [],
    largest: await largestOf(db, compared),
  };
}

/** Column → type, in the order of the file. */
type Types = ReadonlyMap<string, string>;

/** Columns that can be revised: all that both files have, and those that are numbers in both. */
interface Compared {
  readonly all: readonly string[];
  readonly numeric: readonly string[];
}

/**
 * Makes the table `joined`, in which each row of either file is matched with that of the other: `diff_source`, `diff_key`,
 * `added`, `removed`, `revised`, and what may have been revised as "old …" and "new …".
 */
async function join(
  db: Session,
  table: string,
  old: { readonly file: string; readonly types: Types },
  fresh: { readonly file: string; readonly types: Types },
): Promise<Compared> {
  const both = [...fresh.types.keys()].filter((c) => old.types.has(c));
  const key = Object.hasOwn(TABLES, table) ? schemaOf(table as TableName).primaryKey : [];
  // A key that only one edition has is no key: then whole rows are compared.
  const keyed = key.length > 0 && key.every((k) => both.includes(k));
  const on = keyed ? key : both;
  const shared = both.filter((c) => !on.includes(c));
  const isNumeric = (c: string): boolean =>
    [old, fresh].every(({ types }) => /INT|DOUBLE|FLOAT/.test(types.get(c) ?? ''));
  // Columns whose types do not compare are compared as they are written.
  const cell = (edition: 'o' | 'n', c: string): string =>
    old.types.get(c) === fresh.types.get(c) || isNumeric(c)
      ? `${edition}."${c}"`
      : `${edition}."${c}"::VARCHAR`;
  const changed = shared.map((c) => `${cell('o', c)} IS DISTINCT FROM ${cell('n', c)}`).join(' OR ');
  // Without the key, rows may be alike: the second of one edition is held against the second of the other.
  const twin = keyed ? '1' : `row_number() OVER (PARTITION BY ${on.map((c) => `"${c}"`).join(', ')})`;
  const rows = ({ file }: { readonly file: string }): string =>
    `(SELECT *, TRUE AS here, ${twin} AS twin FROM ${read(file)})`;
  await db.run(`CREATE OR REPLACE TEMP TABLE joined AS
    SELECT ${both.includes('source') ? 'coalesce(n.source, o.source)' : "''"} AS diff_source,
      o.here IS NULL AS added, n.here IS NULL AS removed, o.here AND n.here AND (${changed || 'FALSE'}) AS revised,
      concat_ws(' ', ${on.map((k) => `coalesce(n."${k}"::VARCHAR, o."${k}"::VARCHAR, '')`).join(', ')}) AS diff_key
      ${shared.map((c) => `, ${cell('o', c)} AS "old ${c}", ${cell('n', c)} AS "new ${c}"`).join('')}
    FROM ${rows(old)} o FULL JOIN ${rows(fresh)} n
      ON ${[...on.map((k) => `${cell('o', k)} IS NOT DISTINCT FROM ${cell('n', k)}`), 'o.twin = n.twin'].join(' AND ')}`);
  return { all: shared, numeric: shared.filter(isNumeric) };
}

const read = (file: string): string => `read_parquet(${literal(file)})`;

/** The columns of a file and their types. */
async function columnsOf(db: Session, file: string): Promise<Map<string, string>> {
  const columns = await ask<{ column_name: string; column_type: string }>(
    db,
    file,
    `DESCRIBE SELECT * FROM ${read(file)}`,
  );
  const odd = columns.find((c) => !/^[\w ]+$/.test(c.column_name));
  if (odd)
    throw new UserError(
      `${file} has a column "${odd.column_name}", which no table of ours has: it is no edition of the data.`,
    );
  return new Map(columns.map((c) => [c.column_name, c.column_type]));
}

async function countOf(db: Session, file: string): Promise<number> {
  const [row] = await ask<{ n: number }>(db, file, `SELECT count(*)::INTEGER AS n FROM ${read(file)}`);
  return row?.n ?? 0;
}

/** @throws {UserError} where a file of an edition cannot be read */
async function ask<R>(db: Session, file: string, sql: string): Promise<R[]> {
  try {
    return await db.all<R>(sql);
  } catch (error) {
    throw new UserError(
      `${file} is missing or no whole Parquet file (${(error as Error).message.split('\n')[0]}). Make the edition again, or name another.`,
    );
  }
}

/** The rows whose numbers changed most, a number that came or went by its whole size; those whose texts changed come after. */
async function largestOf(db: Session, { all, numeric }: Compared): Promise<string[]> {
  const size = numeric
    .map((c) => `abs(coalesce("new ${c}", 0)::DOUBLE - coalesce("old ${c}", 0)::DOUBLE)`)
    .join(' + ');
  const rows = await db.all<Record<string, unknown>>(
    `SELECT * FROM joined WHERE revised ORDER BY ${size ? `${size} DESC, ` : ''}diff_key LIMIT ${LARGEST}`,
  );
  return rows.map((row) => {
    const words = all
      .filter((c) => row[`old ${c}`] !== row[`new ${c}`])
      .map((c) => `${c} ${text(row[`old ${c}`])} → ${text(row[`new ${c}`])}`);
    return `${String(row['diff_key'])}: ${words.join(', ')}`;
  });
}

const text = (value: unknown): string =>
  value === null
    ? '(empty)'
    : typeof value === 'number'
      ? value.toLocaleString('en', { maximumFractionDigits: 20 })
      : String(value);

/** The whole comparison as lines for a terminal or a note on a release. */
export function diffReport(diffs: readonly TableChange[]): string {
  const n = (value: number): string => value.toLocaleString('en');
  const lines: string[] = [];
  for (const d of diffs) {
    const changes = [
      d.added ? `${n(d.added)} added` : '',
      d.removed ? `${n(d.removed)} removed` : '',
      d.revised ? `${n(d.revised)} revised` : '',
      d.newColumns.length ? `new columns ${d.newColumns.join(', ')}` : '',
      d.lostColumns.length ? `columns gone ${d.lostColumns.join(', ')}` : '',
    ].filter(Boolean);
    const what =
      d.old === null
        ? `new table, ${n(d.fresh ?? 0)} rows`
        : d.fresh === null
          ? `table gone, it had ${n(d.old)} rows`
          : changes.join(', ') || `no change in ${n(d.fresh)} rows`;
    lines.push(`${d.table}: ${what}`);
    for (const s of d.old === null || d.fresh === null ? [] : d.sources)
      lines.push(`  ${s.source}: ${n(s.added)} added, ${n(s.removed)} removed, ${n(s.revised)} revised`);
    for (const revision of d.largest) lines.push(`    ${revision}`);
  }
  return lines.join('\n');
}
