import { UserError } from '../../lib/errors.ts';
import type { Workbench } from '../../lib/workbench.ts';
import { ARTICLES, CHANGED, fileOf, placeEconomies } from './economies.ts';

const FILE = fileOf('country_year_long.csv.gz');

/** Tables are named by their titles alone: their numbers change with the edition. */
const ARTICLES_IN =
  /^S&E articles in (.+), (whole|fractional) count, by region, country, or economy: (\d{4})–/;
const TOP_IN =
  /^Share of S&E publications in the top 1% most-cited journal articles( and conference proceedings)? in (.+), (whole|fractional) count, by region, country, or economy: (\d{4})–/;
const ACCESS = /^Share of (?:.+ Open Access|closed access) S&E articles in the top 1%/;

const ALL_FIELDS = ['all S&E fields', 'the Scopus database'];
/** An edition is known by the first year of its tables. */
const EDITIONS: Readonly<Record<string, string>> = { 1996: 'SEI2022', 2003: 'SEI2024' };

/**
 * From when a country is in the files. Before, its articles are with the state that it was part of, and the files write 0,
 * which is not a number of articles.
 */
const SINCE: Readonly<Record<string, number>> = { TLS: 2002, MNE: 2007, SRB: 2007, XKX: 2008, SSD: 2011 };
/** In the numbers of Sudan until then is South Sudan. */
const SUDAN_WHOLE_BEFORE = 2011;

interface Table {
  readonly field: string;
  readonly measure: 'articles' | 'top 1 % share';
  readonly counting: string;
  readonly edition: string;
}

/** Articles by field and shares of the most cited, of both editions: one row an economy and year, in 126 tables. */
export async function articlesByField(bench: Workbench): Promise<void> {
  await bench.csv('ncses_fields', FILE, ['table_id', 'title', 'economy', 'year', 'value']);
  await describeTables(bench);
  await bench.leaveOut('ncses_fields', 'table_id NOT IN (SELECT table_id FROM ncses_tables)', {
    source: ARTICLES,
    value: 'open and closed access',
    reason: 'Shares of another set of articles than those of a field',
  });
  await bench.leaveOut('ncses_fields', `value = 'na'`, {
    source: ARTICLES,
    value: 'na',
    reason: 'No share at the source: not applicable, mostly without an article',
  });
  await bench.leaveOut('ncses_fields', `value = 'ne'`, {
    source: ARTICLES,
    value: 'ne',
    reason: 'No share at the source: not estimated, from too few articles',
  });
  await bench.leaveOut('ncses_fields', 'value IS NULL', {
    source: ARTICLES,
    value: 'no value',
    reason: 'Missing at the source, which is not zero',
  });
  await placeEconomies(bench, 'ncses_fields', 'economy', ARTICLES);
  const before = Object.entries(SINCE).map(
    ([country, year]) => `economy_iso3 = '${country}' AND year::SMALLINT < ${year}`,
  );
  await bench.leaveOut('ncses_fields', `(${before.join(' OR ')}) AND value::DOUBLE = 0`, {
    source: ARTICLES,
    value: 'years before a state',
    reason: 'Not applicable: counted with the state that the country was part of',
  });
  await bench.db.run(`
    INSERT INTO publication_fields BY NAME
    SELECT '${ARTICLES}' AS source, edition, economy_iso3 AS country, field, measure, counting, year::SMALLINT AS year, value::DOUBLE AS value,
           join_flags(economy_flag, CASE WHEN economy_iso3 = 'SDN' AND year::SMALLINT < ${SUDAN_WHOLE_BEFORE} THEN 'd' END) AS flag
    FROM ncses_fields JOIN ncses_tables USING (table_id) WHERE economy_iso3 IS NOT NULL`);
}

/** Says in `ncses_tables` what each table of the file holds, by its title; those on access are not in it. */
async function describeTables(bench: Workbench): Promise<void> {
  const titles = await bench.db.all<{ table_id: string; title: string }>(
    'SELECT DISTINCT table_id, title FROM ncses_fields ORDER BY table_id',
  );
  await bench.db.run(
    'CREATE OR REPLACE TABLE ncses_tables (table_id VARCHAR, field VARCHAR, measure VARCHAR, counting VARCHAR, edition VARCHAR)',
  );
  await bench.db.append(
    'ncses_tables',
    titles.flatMap(({ table_id, title }) => {
      if (ACCESS.test(title)) return [];
      const table = tableOf(title);
      if (!table) throw new UserError(`${FILE}: nobody has said what the table "${title}" holds. ${CHANGED}`);
      return [[table_id, table.field, table.measure, table.counting, table.edition]];
    }),
  );
}

function tableOf(title: string): Table | null {
  const [, field, counting, first] = ARTICLES_IN.exec(title) ?? [];
  const [, proceedings, topField, topCounting, topFirst] = TOP_IN.exec(title) ?? [];
  const edition = EDITIONS[first ?? topFirst ?? ''];
  if (edition === undefined) return null;
  if (field && counting) return { field: fieldOf(field), measure: 'articles', counting, edition };
  if (!topField || !topCounting) return null;
  return {
    field: fieldOf(topField) + (proceedings ? ', with conference proceedings' : ''),
    measure: 'top 1 % share',
    counting: topCounting,
    edition,
  };
}

const fieldOf = (field: string): string => (ALL_FIELDS.includes(field) ? 'all' : field);
