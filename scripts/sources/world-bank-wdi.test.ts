import { expect, test } from 'vitest';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf, place } from '../testing/bench.ts';
import { contextOf, worldBankFiles, type Observations } from '../testing/publishers/context.ts';
import { SERIES } from './world-bank-wdi-series.ts';
import { worldBankWdi } from './world-bank-wdi.ts';

const PLACES = [place('DEU', 'DE', 'Germany'), place('NAM', 'NA', 'Namibia'), place('XKX', 'XK', 'Kosovo')];
const EUROPE = 'Europe & Central Asia';

async function ingest(
  population: Observations,
  codes: Record<string, Observations> = {},
): Promise<Workbench> {
  const bench = await benchWith(
    worldBankFiles({ ...codes, 'SP.POP.TOTL': population }, [
      ['DEU', EUROPE, 13.4115, 52.5235],
      ['HIC', 'Aggregates', '', ''],
      ['WLD', 'Aggregates', '', ''],
      ['EUU', 'Aggregates', '', ''],
      ['CHI', EUROPE, '', ''],
    ]),
    PLACES,
  );
  await worldBankWdi.ingest(bench);
  return bench;
}

test('income groups and regions are left out by the metadata, and counted; the world stays as WLD', async () => {
  const bench = await ingest([
    ['Germany', 'DEU', 2023, 83_000_000],
    ['High income', 'HIC', 2023, 1_400_000_000],
    ['European Union', 'EUU', 2023, 448_000_000],
    ['World', 'WLD', 2023, 8_000_000_000],
  ]);
  expect(await contextOf(bench, 'population')).toEqual(['DEU 2023 83000000', 'WLD 2023 8000000000']);
  expect(await exclusionsOf(bench)).toEqual({ 'sums of economies': 2 });
});

test('a sum of economies that the metadata does not know stops, for it must not become a country', async () => {
  expect(await complaint(ingest([['Africa Eastern and Southern', 'AFE', 2023, 1]]))).toMatch(
    /world-bank-wdi, column code: 1 value .*\n {2}"AFE" in 1 row/,
  );
});

test('the Channel Islands, one economy there and two places here, are left out; Kosovo and Namibia are places', async () => {
  const bench = await ingest([
    ['Channel Islands', 'CHI', 2023, 170_000],
    ['Kosovo', 'XKX', 2023, 1_700_000],
    ['Namibia', 'NAM', 2023, 2_900_000],
  ]);
  expect(await contextOf(bench, 'population')).toEqual(['NAM 2023 2900000', 'XKX 2023 1700000']);
  expect(await exclusionsOf(bench)).toEqual({ CHI: 1 });
});

test('an empty value is missing and has no row, a zero is a value', async () => {
  const bench = await ingest([['Germany', 'DEU', 2023, 1]], {
    'IP.JRN.ARTC.SC': [
      ['Germany', 'DEU', 2022, ''],
      ['Germany', 'DEU', 2023, 0],
    ],
  });
  expect(await contextOf(bench, 'articles')).toEqual(['DEU 2023 0']);
  expect(await exclusionsOf(bench)).toEqual({ 'empty values': 1 });
});

test('every series is read from the file of its code and has an entry that says what it measures', async () => {
  const bench = await benchWith(
    worldBankFiles(
      Object.fromEntries(
        SERIES.map(({ code }, i) => [code, [['Germany', 'DEU', 1961 + i, i + 0.5]]] as const),
      ),
      [['DEU', EUROPE, 13, 52]],
    ),
    PLACES,
  );
  await worldBankWdi.ingest(bench);
  for (const [i, { id }] of SERIES.entries())
    expect(await contextOf(bench, id), id).toEqual([`DEU ${1961 + i} ${i + 0.5}`]);
  const [row] = await bench.db.all(
    "SELECT id, title, unit, source, source_code FROM context_indicators WHERE id = 'rd_share'",
  );
  expect(row).toEqual({
    id: 'rd_share',
    title: 'Research and development expenditure (% of GDP)',
    unit: '%',
    source: 'world-bank-wdi',
    source_code: 'GB.XPD.RSDV.GD.ZS',
  });
  const { n } = await bench.db.one<{ n: number }>(
    'SELECT count(*)::INTEGER AS n FROM country_context c JOIN context_indicators i ON i.id = c.indicator AND i.unit = c.unit',
  );
  expect(n).toBe(16);
});

test('a series is a ratio where the Bank has no head count, and says so', () => {
  const enrolment = SERIES.find(({ code }) => code === 'SE.TER.ENRR');
  expect(enrolment?.unit).toBe('%');
  expect(enrolment?.definition).toMatch(/cannot be turned into a number of students/);
});
