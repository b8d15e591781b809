import { schemaOf, type TableName } from '../../src/model/tables/index.ts';
import { readCsv } from './csv.ts';
import { UserError } from './errors.ts';
import { type Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { SNAPSHOT } from './snapshot.ts';

const COLUMNS = ['source', 'table', 'key', 'field', 'expect', 'kept', 'reason'] as const;
type Correction = Record<(typeof COLUMNS)[number], string>;

/**
 * Puts right what data/corrections.csv lists, and notes it in the table `corrections`. `key` names the row by its whole key
 * (`country=ESP; measure=inbound_students; source=uis-student-totals; year=2004`), `expect` is what the publisher has (empty: no
 * value), `kept` what stands instead (empty: the row is taken out).
 * @throws {UserError} for a line that names no row, or whose row no longer has the expected value: then the publisher has
 *   changed it, and the line must go
 */
export async function applyCorrections(db: Session, file: string): Promise<void> {
  const lines = await readCsv(file, COLUMNS);
  for (const line of lines) await apply(db, line);
  await db.append(
    'corrections',
    lines.map((c) => [c.source, c.table, c.key, c.field, c.expect || null, c.kept || null, c.reason]),
  );
}

async function apply(
  db: Session,
  { source, table, key, field, expect, kept, reason }: Correction,
): Promise<void> {
  const at = `data/corrections.csv, ${table}, ${key}`;
  if (!SNAPSHOT.includes(table as TableName))
    throw new UserError(`${at}: there is no table ${table}. There are: ${SNAPSHOT.join(', ')}.`);
  if (!reason) throw new UserError(`${at}: it has no reason. Say why, and where this can be seen.`);
  const { fields, primaryKey } = schemaOf(table as TableName);
  const column = fields.find((f) => f.name === field);
  if (!column || primaryKey.includes(field))
    throw new UserError(`${at}: ${field} is no column of ${table} that can be put right.`);
  const parts = new Map(
    key.split(';').map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
  if ([...parts.keys()].sort().join() !== [...primaryKey].sort().join())
    throw new UserError(
      `${at}: the key of ${table} is ${primaryKey.join(', ')}. Name each, as column=value, with semicolons.`,
    );
  if (parts.has('source') && parts.get('source') !== source)
    throw new UserError(`${at}: the source of the line, ${source}, is not that of its key.`);
  const where = [...parts]
    .map(([name, value]) => (value === '' ? `"${name}" IS NULL` : `"${name}"::VARCHAR = ${literal(value)}`))
    .join(' AND ');
  const rows = await db.all<{ value: string | null }>(
    `SELECT "${field}"::VARCHAR AS value FROM ${table} WHERE ${where}`,
  );
  const [row] = rows;
  if (!row)
    throw new UserError(`${at}: the publisher has no such row any more. Take the line out, or mend its key.`);
  if ((row.value ?? '') !== expect)
    throw new UserError(
      `${at}: the publisher now has ${row.value ?? '(no value)'} in ${field}, the line expects ${expect || '(no value)'}. If it was put right at the source, take the line out.`,
    );
  await db.run(
    kept === ''
      ? `DELETE FROM ${table} WHERE ${where}`
      : `UPDATE ${table} SET "${field}" = ${literal(kept)} WHERE ${where}`,
  );
}
