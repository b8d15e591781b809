import type { SourceLabel } from '../../src/model/atlas.ts';
import { UserError } from './errors.ts';
import type { SourceRecord } from './records.ts';
import { insert, type Session } from './session.ts';

/**
 * Fills the table `sources`: a row for each source, or for each base of a source that publishes several.
 * @returns the labels that figures use
 * @throws {UserError} for a source that rows name and no record describes
 */
export async function sourceRows(
  db: Session,
  records: ReadonlyMap<string, SourceRecord>,
): Promise<SourceLabel[]> {
  const used = new Map(
    (
      await db.all<{ source: string; first_year: number; last_year: number }>(`
        SELECT source, min(year) AS first_year, max(year) AS last_year
        FROM (SELECT source, year FROM flows UNION ALL SELECT source, year FROM totals) GROUP BY source`)
    ).map((row) => [row.source, row]),
  );
  await db.run(`CREATE TABLE sources (id VARCHAR, record VARCHAR, short VARCHAR, title VARCHAR, publisher VARCHAR, licence VARCHAR, share_alike BOOLEAN,
    citation VARCHAR, landing_page VARCHAR, retrieved VARCHAR, what VARCHAR, caveats VARCHAR, first_year SMALLINT, last_year SMALLINT)`);
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
      const years = used.get(row.id);
      used.delete(row.id);
      const label: SourceLabel = {
        id: row.id,
        short: row.short,
        tag: row.tag,
        title: row.title,
        publisher: record.publisher,
        licence: record.licence.title,
        share_alike: record.licence.share_alike,
        landing_page: record.landing_page,
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
        record.landing_page,
        record.retrieved,
        record.what,
        row.caveats.join('\n'),
        years?.first_year ?? null,
        years?.last_year ?? null,
      ]);
    }
  }
  if (used.size)
    throw new UserError(
      `Rows name the source ${[...used.keys()].join(', ')}, which data/sources/ does not describe.`,
    );
  return labels;
}
