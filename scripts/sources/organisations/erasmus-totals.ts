import { UserError } from '../../lib/errors.ts';
import type { Workbench } from '../../lib/workbench.ts';
import { cleanName } from './clean-name.ts';
import type { Dossiers } from './dossiers.ts';
import { matchCells, type H2020Organisation } from './h2020-organisations.ts';
import type { Lexicon } from './lexicon.ts';
import { curatedKey, type RorIndex } from './match-ror.ts';

const SOURCE = 'erasmus-mobility';
const FILE = 'erasmus-mobility/universities_2014_2019.csv';
const [FROM, TO] = [2014, 2019];
/** The number of the row: a column without a heading, as DuckDB calls it in a file of eleven columns. */
const ROW = 'column00';
/**
 * From this row on each row has the country of the row after it: a university of Bruges stands in North Macedonia, one of
 * Warsaw in Latvia. Each is of one person, and for none can the country be told from the file.
 */
const SHIFTED = 3061;
/** The first of these rows, which is there once more, with its own country. */
const EXPECTED = { university: 'Katholieke Hogeschool Vives Noord', country: 'MK' } as const;

/**
 * Fills `organisation_totals`: students whom each university sent and received in Erasmus+ from 2014 to 2019, all years
 * together. Matched to the registry as the organisation of Horizon 2020 that has the same name in the same country, or
 * else by its own name. Two rows of one name in one country are added up.
 */
export async function fillErasmusTotals(
  bench: Workbench,
  h2020: readonly H2020Organisation[],
  tools: { readonly lexicon: Lexicon; readonly index: RorIndex; readonly dossiers: Dossiers },
): Promise<void> {
  await bench.csv('erasmus_universities', FILE, [ROW, 'university', 'outgoing', 'incoming', 'country_code']);
  await leaveOutShifted(bench);
  await bench.places('erasmus_universities', 'country_code', { source: SOURCE, codes: 'iso2' });
  const { lexicon, index, dossiers } = tools;
  const iso2 = new Map(bench.register.countries.map((country) => [country.iso3, country.iso2]));
  const same = new Map(h2020.map((o) => [curatedKey(lexicon, o.country, o.name), o.found]));
  const rows = await bench.db.all<{ university: string; country: string }>(
    'SELECT DISTINCT university, country_code_iso3 AS country FROM erasmus_universities WHERE country_code_iso3 IS NOT NULL ORDER BY ALL',
  );
  await bench.db.run(
    'CREATE OR REPLACE TABLE erasmus_matches (university VARCHAR, country VARCHAR, organisation VARCHAR, ror VARCHAR, match_method VARCHAR)',
  );
  await bench.db.append(
    'erasmus_matches',
    rows.map(({ university, country }) => {
      const name = cleanName(university);
      const code = iso2.get(country) ?? '';
      const known = same.get(curatedKey(lexicon, code, name));
      const found = known ?? index.find(dossiers.of(code, 'higher education', name, null));
      return [university, country, name, ...matchCells(found).slice(0, 2)];
    }),
  );
  await bench.db.run(
    ['outgoing', 'incoming']
      .map(
        (measure) => `
    INSERT INTO organisation_totals BY NAME
    SELECT organisation, country, '${measure}' AS measure, ${FROM} AS from_year, ${TO} AS to_year, sum(u.${measure}::DOUBLE)::INTEGER AS value,
      any_value(m.ror) AS ror, any_value(m.match_method) AS match_method, '${SOURCE}' AS source
    FROM erasmus_universities u JOIN erasmus_matches m ON m.university = u.university AND m.country = u.country_code_iso3
    GROUP BY organisation, country;`,
      )
      .join(''),
  );
}

async function leaveOutShifted(bench: Workbench): Promise<void> {
  const [first] = await bench.db.all<{ university: string; country: string }>(
    `SELECT university, country_code AS country FROM erasmus_universities WHERE ${ROW} = '${SHIFTED}'`,
  );
  if (!first) return;
  if (first.university !== EXPECTED.university || first.country !== EXPECTED.country)
    throw new UserError(
      `${FILE}: row ${SHIFTED} is ${first.university} (${first.country}), and was ${EXPECTED.university} (${EXPECTED.country}), the first of the rows whose countries are shifted by one.\n` +
        'Has the publisher mended them? Compare the last rows, and mend or drop the rule in scripts/sources/organisations/erasmus-totals.ts.',
    );
  const shifted = `${ROW}::INTEGER >= ${SHIFTED}`;
  const { n } = await bench.db.one<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM erasmus_universities WHERE ${shifted}`,
  );
  await bench.exclude(
    SOURCE,
    'universities with the country of the next row',
    n,
    'The last rows of the file, each of one person: their countries are shifted by one row',
  );
  await bench.db.run(`DELETE FROM erasmus_universities WHERE ${shifted}`);
}
