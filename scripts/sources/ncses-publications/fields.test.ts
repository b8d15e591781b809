import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../../testing/bench.ts';
import { longGz } from '../../testing/publishers/ncses.ts';
import { articlesByField } from './fields.ts';

const BY = 'by region, country, or economy';
const ALL = `S&E articles in all S&E fields, whole count, ${BY}: 2003–22`;
const TOP = `Share of S&E publications in the top 1% most-cited journal articles in the Scopus database, whole count, ${BY}: 2003–20`;

async function ingest(rows: Parameters<typeof longGz>[0]) {
  const bench = await benchWith({ 'ncses-publications/country_year_long.csv.gz': longGz(rows) });
  await articlesByField(bench);
  const fields = await bench.db.all<{ text: string }>(`
    SELECT concat_ws(' | ', edition, country, field, measure, counting, year, value, flag) AS text FROM publication_fields ORDER BY text`);
  return { bench, fields: fields.map((row) => row.text) };
}

test('what a table holds is read from its title, whatever its number', async () => {
  const { fields } = await ingest([
    [ALL, 'Germany', 2022, 5],
    [`S&E articles in physics, fractional count, ${BY}: 1996–2020`, 'Germany', 1996, 2.25],
    [TOP, 'Germany', 2020, 1.25],
    [
      `Share of S&E publications in the top 1% most-cited journal articles in geosciences, atmospheric sciences, and ocean sciences, fractional count, ${BY}: 1996–2018`,
      'Germany',
      2018,
      0.75,
    ],
    // One of the publisher's titles writes its last year in full.
    [
      `Share of S&E publications in the top 1% most-cited journal articles in mathematics and statistics, fractional count, ${BY}: 2003–2020`,
      'Germany',
      2018,
      0,
    ],
  ]);
  expect(fields).toEqual([
    'SEI2022 | DEU | geosciences, atmospheric sciences, and ocean sciences | top 1 % share | fractional | 2018 | 0.75',
    'SEI2022 | DEU | physics | articles | fractional | 1996 | 2.25',
    'SEI2024 | DEU | all | articles | whole | 2022 | 5.0',
    'SEI2024 | DEU | all | top 1 % share | whole | 2020 | 1.25',
    'SEI2024 | DEU | mathematics and statistics | top 1 % share | fractional | 2018 | 0.0',
  ]);
});

test('shares with conference proceedings are a field of their own', async () => {
  const title = (more: string) =>
    `Share of S&E publications in the top 1% most-cited journal articles${more} in computer and information sciences, whole count, ${BY}: 2003–20`;
  const { fields } = await ingest([
    [title(''), 'Germany', 2020, 1],
    [title(' and conference proceedings'), 'Germany', 2020, 2],
  ]);
  expect(fields).toEqual([
    'SEI2024 | DEU | computer and information sciences | top 1 % share | whole | 2020 | 1.0',
    'SEI2024 | DEU | computer and information sciences, with conference proceedings | top 1 % share | whole | 2020 | 2.0',
  ]);
});

test('shares by access are another set of articles', async () => {
  const { bench, fields } = await ingest([
    [
      `Share of Gold Open Access S&E articles in the top 1% most-cited journal articles, ${BY}: 2003–20`,
      'Germany',
      2020,
      1,
    ],
    [
      `Share of closed access S&E articles in the top 1% most-cited journal articles, ${BY}: 2003–20`,
      'Germany',
      2020,
      1,
    ],
    [ALL, 'Germany', 2020, 1],
  ]);
  expect(fields).toHaveLength(1);
  expect(await exclusionsOf(bench)).toEqual({ 'open and closed access': 2 });
});

test('a table that nobody has described stops with its title', async () => {
  for (const title of [
    `S&E articles in alchemy, harmonic count, ${BY}: 2003–22`,
    `S&E articles in physics, whole count, ${BY}: 2005–24`,
    `Share of S&E publications in the top 10% most-cited journal articles in physics, whole count, ${BY}: 2003–20`,
  ])
    expect(await complaint(ingest([[title, 'Germany', 2020, 1]]))).toContain(
      `nobody has said what the table "${title}" holds`,
    );
});

test('a share that is not given is no zero: why is counted apart', async () => {
  const { bench, fields } = await ingest([
    [TOP, 'Germany', 2018, 'na'],
    [TOP, 'Germany', 2019, 'ne'],
    [TOP, 'Germany', 2020, 0],
    [TOP, 'France', 2020, ''],
  ]);
  expect(fields).toEqual(['SEI2024 | DEU | all | top 1 % share | whole | 2020 | 0.0']);
  expect(await exclusionsOf(bench)).toEqual({ na: 1, ne: 1, 'no value': 1 });
});

test('the world is WLD, regions and what cannot be told apart are left out', async () => {
  const { bench, fields } = await ingest([
    [ALL, 'World', 2022, 100],
    [ALL, 'UK ', 2022, 7],
    [ALL, 'EU-27<sup>b</sup>', 2022, 40],
    [ALL, 'Not United States', 2022, 80],
    [ALL, 'West Bank<sup>e</sup>', 2022, 3],
    [ALL, 'Gaza Strip<sup>e</sup>', 2022, 2],
    [ALL, 'Serbia and Montenegro<sup>d</sup>', 2006, 5],
  ]);
  expect(fields).toEqual([
    'SEI2024 | GBR | all | articles | whole | 2022 | 7.0',
    'SEI2024 | WLD | all | articles | whole | 2022 | 100.0',
  ]);
  expect(await exclusionsOf(bench)).toEqual({
    'EU-27': 1,
    'Gaza Strip': 1,
    'Not United States': 1,
    'Serbia and Montenegro': 1,
    'West Bank': 1,
  });
});

test('a zero before a state was one is not applicable; a number, and a zero after it, stay', async () => {
  const { bench, fields } = await ingest([
    [ALL, 'Kosovo', 2006, 0],
    [ALL, 'Kosovo', 2007, 3],
    [ALL, 'Kosovo', 2008, 0],
    [ALL, 'South Sudan', 2010, 0],
    [ALL, 'Germany', 2003, 0],
  ]);
  expect(fields).toEqual([
    'SEI2024 | DEU | all | articles | whole | 2003 | 0.0',
    'SEI2024 | XKX | all | articles | whole | 2007 | 3.0',
    'SEI2024 | XKX | all | articles | whole | 2008 | 0.0',
  ]);
  expect(await exclusionsOf(bench)).toEqual({ 'years before a state': 2 });
});

test('Sudan is flagged while South Sudan was in it', async () => {
  const { fields } = await ingest([
    [ALL, 'Sudan', 2010, 1],
    [ALL, 'Sudan', 2011, 2],
  ]);
  expect(fields).toEqual([
    'SEI2024 | SDN | all | articles | whole | 2010 | 1.0 | d',
    'SEI2024 | SDN | all | articles | whole | 2011 | 2.0',
  ]);
});
