import { readFile, writeFile } from 'node:fs/promises';
import type { LayerId } from '../../../src/model/layer.ts';
import { schemaOf, type TableName } from '../../../src/model/tables/index.ts';
import { readCsv } from '../csv.ts';
import { UserError } from '../errors.ts';
import { type Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { SNAPSHOT } from '../snapshot.ts';
import { replaceWhole } from '../whole.ts';
import Papa from 'papaparse';
import type { Check } from './check.ts';

/** How many countries and rows a series of a source has in a table and year. */
export interface Cell {
  readonly table_name: string;
  readonly source: string;
  readonly series: string;
  readonly year: number;
  readonly countries: number;
  readonly rows: number;
}

/** A series may lose this share of its rows in a year before it must be said; of its countries, none. */
const LOSS = 0.05;

/**
 * In these layers the country of destination reports, so that a pair tells nothing of its origin's reporting: who is
 * there is counted at destinations. Elsewhere both ends of a pair are.
 */
const REPORTED_BY_HOSTS: readonly LayerId[] = ['students'];

/** The column that divides a table into series, where it has one. */
const SERIES: Partial<Record<TableName, string>> = {
  flows: 'layer',
  period_flows: 'layer',
  totals: 'measure',
  theme_flows: 'theme',
  project_participation: 'theme',
  programme_participation: "framework || ', ' || stage",
  grant_partners: 'role',
  organisation_totals: 'measure',
  us_student_visas: 'visa_class',
  taiwan_foreign_students: 'kind',
  erasmus_students: 'direction',
  publication_counts: "edition || ', ' || attribute",
  publication_pairs: 'edition',
  publication_fields: "edition || ', ' || measure || ', ' || counting",
  country_context: 'indicator',
};

/** Tables whose rows have a source, a year and countries: who reported can be counted in them. */
const COUNTED: readonly TableName[] = SNAPSHOT.filter((name) => {
  const names = schemaOf(name).fields.map((field) => field.name);
  return (
    names.includes('source') &&
    (names.includes('year') || names.includes('from_year')) &&
    (names.includes('country') || names.includes('origin')) &&
    name !== 'adjustments'
  );
});

/** Table by source, series and year: how many countries and rows. A year that only the world has is left out. */
export async function coverageOf(db: Session): Promise<Cell[]> {
  const parts = COUNTED.map((name) => {
    const names = schemaOf(name).fields.map((field) => field.name);
    const series = SERIES[name] ?? "'all'";
    const year = names.includes('year') ? 'year' : 'from_year';
    const ends = names.includes('country') ? ['country'] : ['origin', 'destination'];
    const hosts = REPORTED_BY_HOSTS.map(literal).join(', ');
    const country = (end: string): string =>
      end === 'origin' && names.includes('layer') ? `CASE WHEN layer NOT IN (${hosts}) THEN origin END` : end;
    const either = ends
      .map(
        (end, i) =>
          `SELECT source, ${series} AS series, ${year} AS year, ${country(end)} AS country, ${i === 0 ? 1 : 0} AS row FROM ${name}`,
      )
      .join(' UNION ALL ');
    return `SELECT ${literal(name)} AS table_name, source, series, year::INTEGER AS year,
      (count(DISTINCT country) FILTER (country <> 'WLD'))::INTEGER AS countries, sum(row)::INTEGER AS rows
      FROM (${either}) GROUP BY source, series, year HAVING countries > 0`;
  });
  return db.all<Cell>(`${parts.join(' UNION ALL ')} ORDER BY table_name, source, series, year`);
}

const COLUMNS = ['table_name', 'source', 'series', 'year', 'countries', 'rows'] as const;

/** Writes the coverage of a release, for the next one to be held against. */
export async function writeCoverage(cells: readonly Cell[], path: string): Promise<void> {
  const text = `${Papa.unparse([...cells], { columns: [...COLUMNS], newline: '\n' })}\n`;
  if ((await readFile(path, 'utf8').catch(() => null)) === text) return;
  await replaceWhole(path, (temporary) => writeFile(temporary, text));
}

/**
 * The coverage of the last release.
 * @throws {UserError} where the file is missing or has no line, or a line has no whole number of countries and rows: nothing
 *   would be lost against such a line
 */
async function readCoverage(path: string): Promise<Cell[]> {
  const lines = await readCsv(path, COLUMNS);
  if (!lines.length) throw new UserError(`${path} has no line below its header.`);
  return lines.map((line, i) => {
    const numbers = (['year', 'countries', 'rows'] as const).map((column) => line[column]);
    if (!numbers.every((text) => /^\d+$/.test(text)))
      throw new UserError(
        `${path}, row ${i + 2}: year, countries and rows are whole numbers, not ${numbers.join(', ')}.`,
      );
    return {
      table_name: line.table_name,
      source: line.source,
      series: line.series,
      year: Number(line.year),
      countries: Number(line.countries),
      rows: Number(line.rows),
    };
  });
}

const ACCEPT =
  'To take what is reported now as what the next release is held against: npm run data:check -- --accept';

export const COVERAGE_CHECK = 'coverage-last-release';

/** Nothing that the last release had is lost in silence: no source, no year, no country in it. */
export const coverageCheck = (path: string): Check => ({
  id: COVERAGE_CHECK,
  kind: 'coverage',
  title: `No series of a source has lost a year, a country in one, or more than ${LOSS * 100} % of its rows in one, since the last release.`,
  async run(db) {
    let last: readonly Cell[];
    try {
      last = await readCoverage(path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return {
        passed: false,
        measured: 'the coverage of the last release cannot be read',
        examples: [error.message, ACCEPT],
      };
    }
    const now = new Map((await coverageOf(db)).map((cell) => [keyOf(cell), cell]));
    const lost = last.flatMap((before) => {
      const cell = now.get(keyOf(before));
      const words = `${before.table_name}, ${before.source}, ${before.series}, ${before.year}`;
      if (!cell) return [`${words}: no row is left of ${before.rows}`];
      return (['countries', 'rows'] as const)
        .filter((what) => before[what] - cell[what] > (what === 'rows' ? before[what] * LOSS : 0))
        .map((what) => `${words}: ${cell[what]} ${what}, there were ${before[what]}`);
    });
    return {
      passed: lost.length === 0,
      measured: `${now.size.toLocaleString('en')} years of series, ${last.length.toLocaleString('en')} in the last release; ${lost.length} lost`,
      examples: lost.slice(0, 10),
    };
  },
});

const keyOf = ({ table_name, source, series, year }: Cell): string =>
  [table_name, source, series, year].join('\n');
