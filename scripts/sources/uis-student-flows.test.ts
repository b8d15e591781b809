import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finish } from '../lib/finish.ts';
import { benchWith, complaint, exclusionsOf, flowsOf, PLACES } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { byDestinationCsv, byOriginCsv, uisTotalsCsv, type Students } from '../testing/publishers.ts';
import { uisStudentFlows } from './uis-student-flows.ts';
import { uisStudentTotals } from './uis-student-totals.ts';

type Totals = Parameters<typeof uisTotalsCsv>[0];

/** A cell that both lists hold, of a host that no test is about: an empty list is no file of the publisher. */
const SOMETHING: Students = [[1999, 'Italy', 'Austria', 5]];

/** Both lists and the inbound totals they are held against: `both` is in both lists. */
async function made(
  lists: { byOrigin?: Students; byDestination?: Students; both?: Students },
  totals: Totals,
) {
  const both = [...SOMETHING, ...(lists.both ?? [])];
  return benchWith({
    'uis-student-flows/popular-destinations-by-origin.csv': byOriginCsv([...both, ...(lists.byOrigin ?? [])]),
    'uis-student-flows/popular-origins-by-destination.csv': byDestinationCsv([
      ...both,
      ...(lists.byDestination ?? []),
    ]),
    'uis-student-totals/RAW_inbound_and_outbound_data.csv': uisTotalsCsv(
      totals.length ? totals : [['26637', 'ZAF', 2000, 1]],
    ),
  });
}

async function ingest(...[lists, totals]: Parameters<typeof made>) {
  const bench = await made(lists, totals);
  await uisStudentTotals.ingest(bench);
  await uisStudentFlows.ingest(bench);
  return bench;
}

const inbound = (country: string, year: number, value: number): Totals[number] => [
  '26637',
  country,
  year,
  value,
];

/** Lists of breaks and corrections without a line. */
async function emptyLists(): Promise<{ breaks: string; corrections: string }> {
  const folder = await folderWith({
    'breaks.csv': 'source,country,year,reason\n',
    'corrections.csv': 'source,table,key,field,expect,kept,reason\n',
  });
  return { breaks: join(folder, 'breaks.csv'), corrections: join(folder, 'corrections.csv') };
}

/** Flows but those of SOMETHING. */
const flows = async (bench: Awaited<ReturnType<typeof ingest>>) =>
  (await flowsOf(bench)).filter((row) => !row.startsWith('ITA AUT 1999'));

const coverage = (bench: Awaited<ReturnType<typeof ingest>>, country: string, year: number) =>
  bench.db.one<Record<string, unknown>>(
    `SELECT reported, expected, expected_year, ratio, status FROM coverage WHERE country = '${country}' AND year = ${year}`,
  );

test('the flows are the union of the two lists of ten largest', async () => {
  const bench = await ingest(
    {
      both: [[2010, 'Italy', 'Germany', 100]],
      byOrigin: [[2010, 'Namibia', 'Germany', 3]],
      byDestination: [[2010, 'China', 'Germany', 897]],
    },
    [inbound('DEU', 2010, 1000)],
  );
  expect(await flows(bench)).toEqual(['CHN DEU 2010 897', 'ITA DEU 2010 100', 'NAM DEU 2010 3']);
});

test('the residual row and unknown origins are no flows, but count as reported by the host', async () => {
  const bench = await ingest(
    {
      byOrigin: [[2010, 'Italy', 'Other countries', 40]],
      byDestination: [
        [2010, 'Italy', 'Germany', 600],
        [2010, 'Other countries', 'Germany', 300],
        [2010, 'Africa: unknown countries', 'Germany', 100],
      ],
    },
    [inbound('DEU', 2010, 1000)],
  );
  expect(await flows(bench)).toEqual(['ITA DEU 2010 600']);
  expect(await coverage(bench, 'DEU', 2010)).toEqual({
    reported: 1000,
    expected: 1000,
    expected_year: 2010,
    ratio: 1,
    status: 'reported',
  });
  expect(await exclusionsOf(bench)).toEqual({ 'Africa: unknown countries': 1, 'Other countries': 2 });
});

test('every residual of the publisher is listed as left out', async () => {
  const origins = [
    'Africa: unknown countries',
    'Asia: unknown countries',
    'Caribbean and Central America: unknown countries',
    'Europe: unknown countries',
    'Netherlands Antilles',
    'North America: unknown countries',
    'Oceania: unknown countries',
    'Other countries',
    'South America: unknown countries',
  ];
  const bench = await ingest(
    { byDestination: origins.map((origin) => [2010, origin, 'Germany', 9] as const) },
    [],
  );
  expect(await flows(bench)).toEqual([]);
  expect(await exclusionsOf(bench)).toEqual(Object.fromEntries(origins.map((origin) => [origin, 1])));
});

test('a name that nobody knows stops the ingest', async () => {
  expect(await complaint(ingest({ byDestination: [[2010, 'Germny', 'Germany', 9]] }, []))).toMatch(
    /uis-student-flows, column origin_country_lumped: .*\n {2}"Germny" in 1 row; nearest: Germany/,
  );
});

test("the publisher's own spellings are known", async () => {
  const bench = await ingest(
    {
      byDestination: ['Cape Verde', 'St Vincent/Grenadines', 'Turkey', 'Venezuala'].map(
        (origin) => [2010, origin, 'Germany', 250] as const,
      ),
    },
    [inbound('DEU', 2010, 1000)],
  );
  expect(await flows(bench)).toEqual([
    'CPV DEU 2010 250',
    'TUR DEU 2010 250',
    'VCT DEU 2010 250',
    'VEN DEU 2010 250',
  ]);
});

test('two lists that disagree stop the ingest with the pair, the year and both values', async () => {
  const lists = {
    byOrigin: [[2010, 'Italy', 'Germany', 100]] as const,
    byDestination: [[2010, 'Italy', 'Germany', 101]] as const,
  };
  expect(await complaint(ingest(lists, []))).toMatch(
    /the two lists disagree on ITA to DEU in 2010: 100 and 101\. .*fetch both files again/,
  );
});

test('the lists may cut the two spellings of Sudan differently: the larger sum is kept', async () => {
  const bench = await ingest(
    {
      byOrigin: [[2012, 'Sudan', 'Germany', 600]],
      byDestination: [
        [2012, 'Sudan', 'Germany', 600],
        [2012, 'Sudan (pre-secession)', 'Germany', 300],
      ],
    },
    [inbound('DEU', 2012, 900)],
  );
  expect(await flows(bench)).toEqual(['SDN DEU 2012 900 d']);
});

test('Sudan before its secession is kept under Sudan, added to it, and flagged as another definition', async () => {
  const bench = await ingest(
    {
      byDestination: [
        [2010, 'Sudan (pre-secession)', 'Germany', 900],
        [2012, 'Sudan', 'Germany', 600],
        [2012, 'Sudan (pre-secession)', 'Germany', 300],
        [2013, 'Sudan', 'Germany', 900],
      ],
    },
    [inbound('DEU', 2010, 900), inbound('DEU', 2012, 900), inbound('DEU', 2013, 900)],
  );
  expect(await flows(bench)).toEqual(['SDN DEU 2010 900 d', 'SDN DEU 2012 900 d', 'SDN DEU 2013 900']);
});

test('estimates are flagged e, and what includes others d', async () => {
  const bench = await ingest(
    {
      byDestination: [
        [2010, 'Italy', 'Germany', 1000, '- - c -'],
        [2011, 'Italy', 'Germany', 1000, '- - - d'],
        [2012, 'Italy', 'Germany', 1000, 'a - - -'],
        [2013, 'Italy', 'Germany', 1000, 'a - c d'],
        [2014, 'Italy', 'Germany', 1000, '- - - -'],
      ],
    },
    [inbound('DEU', 2012, 1000)],
  );
  expect(await flows(bench)).toEqual([
    'ITA DEU 2010 1000 e',
    'ITA DEU 2011 1000 e',
    'ITA DEU 2012 1000 d',
    'ITA DEU 2013 1000 de',
    'ITA DEU 2014 1000',
  ]);
});

test('years after 2020 are left out and counted in both lists', async () => {
  const bench = await ingest({ both: [[2021, 'Italy', 'Germany', 1000]] }, [inbound('DEU', 2021, 1000)]);
  expect(await flows(bench)).toEqual([]);
  expect(await exclusionsOf(bench)).toEqual({ 'years after 2020': 2 });
});

test('students in their own country are not mobile', async () => {
  const bench = await ingest({ both: [[2010, 'Germany', 'Germany', 50]] }, [inbound('DEU', 2010, 50)]);
  expect(await flows(bench)).toEqual([]);
  expect(await exclusionsOf(bench)).toEqual({ 'origin = destination': 1 });
});

test('those in their own country are counted in either list, and in both once', async () => {
  const own = (year: number): Students[number] => [year, 'Germany', 'Germany', 50];
  const bench = await ingest({ both: [own(2010)], byOrigin: [own(2011)], byDestination: [own(2012)] }, [
    inbound('DEU', 2010, 50),
  ]);
  expect(await exclusionsOf(bench)).toEqual({ 'origin = destination': 3 });
});

describe('what a host reported is held against its inbound total', () => {
  const reporting = async (reported: number, total: number) => {
    const bench = await ingest({ byDestination: [[2010, 'Italy', 'Germany', reported]] }, [
      inbound('DEU', 2010, total),
    ]);
    return { flows: await flows(bench), ...(await coverage(bench, 'DEU', 2010)) };
  };

  test('a total of nil with nobody by origin is a report, not a gap', async () => {
    const bench = await ingest({ both: [[2010, 'Italy', 'Germany', 900]] }, [
      inbound('DEU', 2010, 1000),
      inbound('NAM', 2010, 0),
      inbound('NAM', 2012, 400),
    ]);
    expect(await coverage(bench, 'NAM', 2010)).toEqual({
      reported: 0,
      expected: 0,
      expected_year: 2010,
      ratio: null,
      status: 'reported',
    });
  });

  test('from 0.9 on it is reported', async () => {
    expect(await reporting(900, 1000)).toMatchObject({
      status: 'reported',
      ratio: 0.9,
      flows: ['ITA DEU 2010 900'],
    });
  });

  test('below 0.9 its flows are flagged', async () => {
    expect(await reporting(899, 1000)).toMatchObject({
      status: 'partly reported',
      flows: ['ITA DEU 2010 899 u'],
    });
    expect(await reporting(50, 1000)).toMatchObject({
      status: 'partly reported',
      flows: ['ITA DEU 2010 50 u'],
    });
  });

  test('below 0.05 they are residue and dropped', async () => {
    expect(await reporting(49, 1000)).toMatchObject({ status: 'not reported', flows: [] });
  });

  test('residue is counted by cells, hosts and years', async () => {
    const bench = await ingest(
      {
        byDestination: [
          [2010, 'Italy', 'Germany', 4],
          [2010, 'China', 'Germany', 5],
          [2011, 'Italy', 'Germany', 6],
        ],
      },
      [inbound('DEU', 2010, 1000)],
    );
    expect(await exclusionsOf(bench)).toEqual({ 'residue of 2 destinations and years': 3 });
  });

  test('without a total in the year, the nearest year that has one serves, the earlier of two', async () => {
    const bench = await ingest({ byDestination: [[2010, 'Italy', 'Germany', 500]] }, [
      inbound('DEU', 2005, 100_000),
      inbound('DEU', 2008, 510),
      inbound('DEU', 2012, 50_000),
    ]);
    expect(await coverage(bench, 'DEU', 2010)).toMatchObject({
      expected: 510,
      expected_year: 2008,
      status: 'reported',
    });
  });

  test('a total of zero says nothing', async () => {
    const bench = await ingest({ byDestination: [[2010, 'Italy', 'Germany', 500]] }, [
      inbound('DEU', 2009, 500),
      ['26637', 'DEU', 2010, 0, '', 'NIL'],
    ]);
    expect(await coverage(bench, 'DEU', 2010)).toMatchObject({ expected: 500, expected_year: 2009 });
  });

  test('a host that never published a total is not verifiable: its flows stay, flagged', async () => {
    const bench = await ingest({ byDestination: [[2010, 'Italy', 'Kosovo', 30]] }, []);
    expect(await coverage(bench, 'XKX', 2010)).toEqual({
      reported: 30,
      expected: null,
      expected_year: null,
      ratio: null,
      status: 'not verifiable',
    });
    expect(await flows(bench)).toEqual(['ITA XKX 2010 30 u']);
  });

  test('a host with a total and no flows by origin did not report', async () => {
    const bench = await ingest({}, [inbound('CHN', 1999, 44_711)]);
    expect(await coverage(bench, 'CHN', 1999)).toEqual({
      reported: 0,
      expected: 44_711,
      expected_year: 1999,
      ratio: 0,
      status: 'not reported',
    });
  });
});

describe('a change in who is reported is a break', () => {
  /** Flows of three years of one host, by what it reported and its total of that very year (null: none). */
  const years = async (...reports: readonly (readonly [reported: number, total: number | null])[]) => {
    const bench = await ingest(
      { byDestination: reports.map(([n], i) => [2010 + i, 'Italy', 'Germany', n] as const) },
      reports.flatMap(([, total], i) => (total === null ? [] : [inbound('DEU', 2010 + i, total)])),
    );
    return flows(bench);
  };

  test('where the share of the total changes by more than 0.15 from one year to the next', async () => {
    expect(await years([1000, 1000], [840, 1000], [1000, 1000])).toEqual([
      'ITA DEU 2010 1000',
      'ITA DEU 2011 840 bu',
      'ITA DEU 2012 1000 b',
    ]);
    expect(await years([1000, 1000], [860, 1000])).toEqual(['ITA DEU 2010 1000', 'ITA DEU 2011 860 u']);
  });

  test('not where the number itself changes, and its total with it', async () => {
    expect(await years([1000, 1000], [100, 100])).toEqual(['ITA DEU 2010 1000', 'ITA DEU 2011 100']);
  });

  test('not where a year is held against the total of another', async () => {
    expect(await years([1000, 1000], [500, null])).toEqual(['ITA DEU 2010 1000', 'ITA DEU 2011 500 u']);
  });
});

test('fractions are rounded once, at the end: less than half a student is no row', async () => {
  const bench = await ingest(
    {
      byDestination: [
        [2010, 'Italy', 'Germany', 999.4],
        [2010, 'China', 'Germany', '0.49'],
        [2011, 'Sudan', 'Germany', '499.3'],
        [2011, 'Sudan (pre-secession)', 'Germany', '500.3'],
      ],
    },
    [inbound('DEU', 2010, 1000)],
  );
  await finish(bench, PLACES, await emptyLists());
  expect(
    await bench.db.all(
      "SELECT origin, year, value FROM flows WHERE destination = 'DEU' ORDER BY origin, year",
    ),
  ).toEqual([
    { origin: 'ITA', year: 2010, value: 999 },
    { origin: 'SDN', year: 2011, value: 1000 },
  ]);
});
