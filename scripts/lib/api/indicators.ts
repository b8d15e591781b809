import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { INDICATORS } from '../../../src/indicators/index.ts';
import { columnsOf, jsonSchemas, type Answer } from '../../../src/model/api.ts';
import { apiPath, TO_SITE } from '../../../src/model/api/paths.ts';
import { ROW_OF } from '../../../src/model/api/rows.ts';
import { methodHref, type Indicator } from '../../../src/model/indicator.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { UserError } from '../errors.ts';
import type { Session } from '../session.ts';
import type { Facts } from './facts.ts';
import type { IndicatorSources } from './indicator-sources.ts';

type Row = Answer<'Indicators'>['indicators'][number];
type Metadata = Answer<'CsvMetadata'>;

/** Most bytes of a CSV file: what a spreadsheet opens without a thought. */
const CSV_LIMIT = 2_000_000;

/** Where the values of an indicator are, whole. */
const tableOf = ({ id, subject, sql }: Indicator): string =>
  'relation' in sql
    ? sql.relation
    : subject === 'country'
      ? 'country_indicators'
      : isStored(id)
        ? STORED
        : 'pair_indicators';
const STORED = 'stored_pair_indicators';
const isStored = (id: string): boolean =>
  INDICATORS.some((one) => one.id === id && 'query' in one.sql && one.sql.stored);

/**
 * Writes the indicators' files below `folder`: of every indicator of countries, and of those of pairs that are stored.
 * @returns `indicators.json`, what describes each file, by its path, and the paths of the CSV files
 * @throws {UserError} where one is too large
 */
export async function writeIndicators(
  facts: Facts,
  rests: IndicatorSources,
  folder: string,
  limit: number = CSV_LIMIT,
): Promise<{ list: Answer<'Indicators'>; metadata: [path: string, file: Metadata][]; csv: string[] }> {
  const rows: Row[] = [];
  const metadata: [string, Metadata][] = [];
  for (const indicator of INDICATORS) {
    const { id, subject } = indicator;
    const table = tableOf(indicator);
    const sources = rests.ofAll(id);
    const file =
      (table === 'country_indicators' || table === STORED) && subject !== 'layers'
        ? await writeValues(facts.db, folder, id, subject, table)
        : null;
    if (file && file.bytes > limit)
      throw new UserError(
        `api/v1/${apiPath.indicator(id)} has ${file.bytes} bytes, more than the ${limit} of a file that a spreadsheet opens at once. Leave it to the table ${table} (scripts/lib/api/indicators.ts).`,
      );
    if (file && subject !== 'layers')
      metadata.push([apiPath.metadata(id), describe(facts, indicator, subject, sources)]);
    rows.push({
      ...words(indicator),
      licence: facts.rights(sources).words,
      sources: facts.head(sources).sources.map((source) => source.id),
      csv: file && { file: apiPath.indicator(id), metadata: apiPath.metadata(id), ...file },
      table,
      links: { method: methodHref(id, TO_SITE) },
    });
  }
  return {
    list: { ...facts.head(rows.flatMap(({ sources }) => sources)), indicators: rows },
    metadata,
    csv: rows.flatMap(({ csv }) => csv?.file ?? []),
  };
}

const words = ({
  id,
  title,
  chapter,
  subject,
  layers,
  symmetric = false,
  unit,
  range: [least, most],
  neutral,
  says,
  definition,
  counting,
  limits,
}: Indicator) => ({
  id,
  title,
  chapter,
  subject,
  layers: [...layers],
  symmetric,
  unit,
  least,
  most,
  neutral,
  says,
  definition,
  counting,
  limits,
});

async function writeValues(
  db: Session,
  folder: string,
  id: string,
  subject: 'pair' | 'country',
  table: string,
): Promise<{ rows: number; bytes: number }> {
  const path = join(folder, apiPath.indicator(id));
  const places = subject === 'country' ? ['country'] : ['origin', 'destination'];
  const columns = columnsOf(ROW_OF[subject]).map((column) =>
    column.endsWith('_name') ? `${column.replace('_name', '')}_of.short_name AS ${column}` : `v.${column}`,
  );
  const query = `
    SELECT ${columns.join(', ')} FROM ${table} v
    ${places.map((place) => `JOIN countries ${place}_of ON ${place}_of.iso3 = v.${place}`).join(' ')}
    WHERE v.indicator = ${literal(id)}
    ORDER BY ${places.map((place) => `v.${place}`).join(', ')}, v.layer, v.source, v.year`;
  await mkdir(dirname(path), { recursive: true });
  await db.run(`COPY (${query}) TO ${literal(path)} (FORMAT csv, HEADER)`);
  const { rows } = await db.one<{ rows: number }>(
    `SELECT count(*)::INTEGER AS rows FROM ${table} WHERE indicator = ${literal(id)}`,
  );
  return { rows, bytes: (await readFile(path)).length };
}

interface Column {
  readonly type?: string;
  readonly anyOf?: readonly { readonly type?: string }[];
  readonly description?: string;
}

/** What stands beside a file, from the schema of its rows. */
function describe(
  facts: Facts,
  { id, title, says, definition }: Indicator,
  subject: 'pair' | 'country',
  sources: readonly string[],
): Metadata {
  const { words: rights, urls } = facts.rights(sources);
  const properties = (jsonSchemas()[ROW_OF[subject]]['properties'] ?? {}) as Record<string, Column>;
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: `${id}.csv`,
    'dc:title': title,
    'dc:description': `${says} ${definition}`,
    'schema:version': facts.release,
    'dc:rights': rights,
    'dc:license': urls.map((url) => ({ '@id': url })),
    'dc:source': [...new Set(facts.head(sources).sources.map(({ citation }) => citation))],
    tableSchema: {
      columns: columnsOf(ROW_OF[subject]).map((name) => {
        const column = properties[name] ?? {};
        const types = [column.type, ...(column.anyOf ?? []).map(({ type }) => type)].flat();
        return {
          name,
          titles: name,
          datatype:
            name === 'year'
              ? 'gYear'
              : types.includes('number')
                ? 'number'
                : types.includes('integer')
                  ? 'integer'
                  : 'string',
          required: !types.includes('null'),
          'dc:description': column.description ?? '',
        };
      }),
      primaryKey: [
        ...(subject === 'country' ? ['country'] : ['origin', 'destination']),
        'layer',
        'source',
        'year',
      ],
    },
  };
}
