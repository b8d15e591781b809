import { expect, test } from 'vitest';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf, flowsOf, totalsOf } from '../testing/bench.ts';
import { movesCsv, researchersCsv } from '../testing/publishers.ts';
import { scholarlyMigration } from './scholarly-migration.ts';

type Moves = Parameters<typeof movesCsv>[0];
type Researchers = Parameters<typeof researchersCsv>[0];
interface Base {
  moves?: Moves;
  researchers?: Researchers;
}

const files = (scopus: Base, openalex: Base) => ({
  'scholarly-migration/scopus_2024_V1_scholarlymigration_countryflows.csv': movesCsv(
    scopus.moves ?? [['DEU', 'USA', '2010.0', 1]],
  ),
  'scholarly-migration/scopus_2024_V1_scholarlymigration_country.csv': researchersCsv(
    scopus.researchers ?? [['2010.0', 'DEU', 1, 0, 1]],
  ),
  'scholarly-migration/openalex_2023_V1_scholarlymigration_countryflows.csv': movesCsv(
    openalex.moves ?? [['DE', 'US', '2010.0', 1]],
  ),
  'scholarly-migration/openalex_2023_V1_scholarlymigration_country.csv': researchersCsv(
    openalex.researchers ?? [['2010.0', 'DE', 1, 0, 1]],
  ),
});

async function ingest(scopus: Base, openalex: Base): Promise<Workbench> {
  const bench = await benchWith(files(scopus, openalex));
  await scholarlyMigration.ingest(bench);
  return bench;
}

const flows = (bench: Workbench, base: 'scopus' | 'openalex') =>
  flowsOf(bench, `scholarly-migration/${base}`);

test('the two bases stand side by side, each under its name', async () => {
  const bench = await ingest(
    { moves: [['USA', 'DEU', '2014.0', 1270]] },
    { moves: [['US', 'DE', '2014.0', 900]] },
  );
  expect(await flows(bench, 'scopus')).toEqual(['USA DEU 2014 1270']);
  expect(await flows(bench, 'openalex')).toEqual(['USA DEU 2014 900']);
});

test('NA is Namibia in the OpenAlex base, in moves and in the country table', async () => {
  const bench = await ingest(
    {},
    {
      moves: [
        ['NA', 'ZA', '2010.0', 12],
        ['ZA', 'NA', '2010.0', 9],
      ],
      researchers: [['2010.0', 'NA', 321, 9, 12]],
    },
  );
  expect(await flows(bench, 'openalex')).toEqual(['NAM ZAF 2010 12', 'ZAF NAM 2010 9']);
  expect(await totalsOf(bench, 'researchers')).toContain('NAM 2010 321');
});

test('NA is no code of the Scopus base, which writes three letters: it stops', async () => {
  expect(await complaint(ingest({ moves: [['NA', 'ZAF', '2010.0', 1]] }, {}))).toMatch(
    /scholarly-migration\/scopus, column migrationfrom: 1 value .*\n {2}"NA" in 1 row; nearest: NAM/,
  );
});

test('moves with an empty or nan end are first and last appearances: left out, and counted', async () => {
  const bench = await ingest(
    {
      moves: [
        ['', 'DEU', '2010.0', 500],
        ['USA', '', '2010.0', 400],
        ['USA', 'DEU', '2010.0', 1],
      ],
    },
    {
      moves: [
        ['nan', 'DE', '2010.0', 500],
        ['US', 'nan', '2010.0', 400],
        ['', 'DE', '2011.0', 300],
        ['US', 'DE', '2010.0', 2],
      ],
    },
  );
  expect(await flows(bench, 'scopus')).toEqual(['USA DEU 2010 1']);
  expect(await flows(bench, 'openalex')).toEqual(['USA DEU 2010 2']);
  expect(
    await bench.db.all(
      'SELECT source, value, sum(rows)::INTEGER AS rows FROM exclusions GROUP BY ALL ORDER BY source, value',
    ),
  ).toEqual([
    { source: 'scholarly-migration/openalex', value: '', rows: 1 },
    { source: 'scholarly-migration/openalex', value: 'nan', rows: 2 },
    { source: 'scholarly-migration/scopus', value: '', rows: 2 },
  ]);
});

test('nan is a missing place in the OpenAlex base only', async () => {
  expect(await complaint(ingest({ moves: [['nan', 'DEU', '2010.0', 1]] }, {}))).toMatch(/"nan" in 1 row/);
});

test('years outside 1998-2020 are left out of moves and country table, and counted', async () => {
  const bench = await ingest(
    {
      moves: [
        ['USA', 'DEU', '1997.0', 1],
        ['USA', 'DEU', '1998.0', 2],
        ['USA', 'DEU', '2020.0', 3],
        ['USA', 'DEU', '2021.0', 4],
      ],
      researchers: [
        ['1997.0', 'DEU', 1, 0, 0],
        ['1998.0', 'DEU', 2, 0, 0],
      ],
    },
    {},
  );
  expect(await flows(bench, 'scopus')).toEqual(['USA DEU 1998 2', 'USA DEU 2020 3']);
  expect(await totalsOf(bench, 'researchers')).not.toContain('DEU 1997 1');
  expect(await exclusionsOf(bench)).toEqual({ 'years outside 1998-2020': 3 });
});

test('the European Union as an address is kept as a place, so that no move is lost', async () => {
  const bench = await ingest({}, { moves: [['EU', 'DE', '2010.0', 3]] });
  expect(await flows(bench, 'openalex')).toEqual(['EUE DEU 2010 3']);
});

test("the publisher's country table gives researchers, moves in and moves out", async () => {
  const bench = await ingest({ researchers: [['2010.0', 'DEU', 1000, 40, 30]] }, {});
  const scopus = (measure: string) => totalsOf(bench, measure, 'scholarly-migration/scopus');
  expect(await scopus('researchers')).toEqual(['DEU 2010 1000']);
  expect(await scopus('scholars_in')).toEqual(['DEU 2010 40']);
  expect(await scopus('scholars_out')).toEqual(['DEU 2010 30']);
});

test('a renamed column stops with the file and the columns that are there', async () => {
  const made = files({}, {});
  const file = 'scholarly-migration/scopus_2024_V1_scholarlymigration_countryflows.csv';
  const bench = await benchWith({ ...made, [file]: made[file].replace('migrationfrom', 'from_country') });
  const message = await complaint(scholarlyMigration.ingest(bench));
  expect(message).toContain(`${file}: the column migrationfrom is not there.`);
  expect(message).toContain(
    'The file has: from_country, migrationto, year, n_migrations, n_migrations_back, netmigrations.',
  );
});

test('a row whose ends are both unknown is counted once', async () => {
  const bench = await ingest(
    {},
    {
      moves: [
        ['', 'nan', '2010.0', 4],
        ['DE', 'US', '2010.0', 1],
      ],
    },
  );
  expect(await exclusionsOf(bench)).toEqual({ '': 1 });
});
