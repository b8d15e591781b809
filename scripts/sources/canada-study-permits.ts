import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'canada-study-permits';
const FILE = 'canada-study-permits/EN_ODP-TR-Study-IS_CITZ_sign_date.csv';
const CORNER = 'Country of Citizenship';
const TOTAL = 'Total unique persons';
const HIDDEN = '--';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const CHANGED =
  'Has the publisher changed the format? Compare with the record in data/sources/ and mend scripts/sources/canada-study-permits.ts.';

/** What a column of the file holds. */
type Column =
  | { readonly kind: 'month' | 'year'; readonly year: number; readonly period: string }
  | { readonly kind: 'quarter' }
  | { readonly kind: 'partial year'; readonly year: number };

/**
 * Holders of study permits by citizenship, month and year. A value from 0 to 5 is hidden by the publisher and stays hidden
 * here, as a row without value; all others are rounded to 5. What is left out is counted in cells.
 */
export const canadaStudyPermits: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const rows = await readRows(bench.raw(FILE));
    const { columns, data } = layoutOf(rows);
    const months = columns.flatMap((column) => (column.kind === 'month' ? [column] : []));
    const lastYear = Math.max(...months.map((month) => month.year));
    const growing = columns.some((column) => column.kind === 'partial year');

    await bench.db.run(
      'CREATE OR REPLACE TABLE permits (citizenship VARCHAR, period VARCHAR, year SMALLINT, value INTEGER, flag VARCHAR)',
    );
    await bench.db.append(
      'permits',
      data.flatMap(({ citizenship, cells }) =>
        columns.flatMap((column, i) => {
          if (column.kind === 'quarter' || column.kind === 'partial year') return [];
          const value = numberOf(cells[i] ?? '', `${citizenship}, ${column.period}`);
          const flag = (growing && column.year === lastYear ? 'p' : '') + (value === null ? 'q' : '') || null;
          return [[citizenship, column.period, column.year, value, flag]];
        }),
      ),
    );
    for (const [kind, value, reason] of [
      ['quarter', 'quarters', 'Three months together, which are there one by one'],
      ['partial year', 'total of a year that is not over', 'No year: only the months that had passed'],
    ] as const)
      await bench.exclude(
        SOURCE,
        value,
        data.length * columns.filter((column) => column.kind === kind).length,
        reason,
      );
    await bench.db.run(
      `CREATE OR REPLACE TABLE permits_total AS FROM permits WHERE citizenship = '${TOTAL}'; DELETE FROM permits WHERE citizenship = '${TOTAL}'`,
    );
    await bench.places('permits', 'citizenship', { source: SOURCE, codes: 'name' });
    await bench.db.run(`
      INSERT INTO canada_study_permits BY NAME
      SELECT citizenship_iso3 AS country, period, year, value, join_flags(flag, citizenship_flag) AS flag, '${SOURCE}' AS source
      FROM permits WHERE citizenship_iso3 IS NOT NULL
      UNION ALL BY NAME
      SELECT 'WLD' AS country, period, year, value, flag, '${SOURCE}' AS source FROM permits_total`);
  },
};

async function readRows(path: string): Promise<string[][]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new UserError(`${FILE} is missing. Fetch it: npm run data:fetch.`)
      : error;
  });
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, '')).data;
}

/**
 * The sheet has a title, then three rows of headings (years, quarters, months) of merged cells, which are written at their
 * first column alone, then rows of data, then notes in the first column.
 */
function layoutOf(rows: readonly (readonly string[])[]): {
  columns: Column[];
  data: { citizenship: string; cells: readonly string[] }[];
} {
  const top = rows.findIndex((row) => row[0] === CORNER);
  const [years, , labels] = rows.slice(top, top + 3);
  if (top < 0 || !years || !labels)
    throw new UserError(`${FILE} has no row of headings that begins with "${CORNER}". ${CHANGED}`);
  let year = '';
  const headings = labels.slice(1).map((label, i) => {
    year = years[i + 1] || year;
    return { year, label };
  });
  const complete = (of: string): boolean =>
    MONTHS.every((month) => headings.some((heading) => heading.year === of && heading.label === month));
  const columns = headings.map((heading): Column => {
    const month = MONTHS.indexOf(heading.label) + 1;
    const number = Number(heading.year);
    if (/^\d{4}$/.test(heading.year)) {
      if (month > 0)
        return { kind: 'month', year: number, period: `${heading.year}-${String(month).padStart(2, '0')}` };
      if (/^Q[1-4] Total$/.test(heading.label)) return { kind: 'quarter' };
      if (heading.label === `${heading.year} Total`)
        return complete(heading.year)
          ? { kind: 'year', year: number, period: heading.year }
          : { kind: 'partial year', year: number };
    }
    throw new UserError(
      `${FILE}: under the year "${heading.year}" stands "${heading.label}", which is neither a month, a quarter nor the total of that year. ${CHANGED}`,
    );
  });
  // Below the last row with values are notes, each alone in its row.
  const end = rows.findLastIndex((row) => row.slice(1).some((cell) => cell !== ''));
  const data = rows.slice(top + 3, end + 1).map(([citizenship = '', ...cells]) => {
    if (cells.length !== columns.length)
      throw new UserError(
        `${FILE}: ${citizenship} has ${cells.length} cells under ${columns.length} headings. ${CHANGED}`,
      );
    return { citizenship: citizenship.trim(), cells };
  });
  if (data.length === 0) throw new UserError(`${FILE} has headings and no rows. ${CHANGED}`);
  return { columns, data };
}

/** A value of the file, null where it is hidden. Thousands are set off by commas. */
function numberOf(cell: string, where: string): number | null {
  if (cell === HIDDEN) return null;
  const value = /^\d{1,3}(,\d{3})*$|^\d+$/.test(cell) ? Number(cell.replaceAll(',', '')) : NaN;
  if (value % 5 !== 0)
    throw new UserError(
      `${FILE}, ${where}: "${cell}" is neither hidden (${HIDDEN}) nor a number rounded to 5. ${CHANGED}`,
    );
  return value;
}
