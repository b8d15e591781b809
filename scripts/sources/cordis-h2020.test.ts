import { describe, expect, test } from 'vitest';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf, flowsOf } from '../testing/bench.ts';
import { h2020Gz } from '../testing/publishers.ts';
import { programmePartsGz } from '../testing/publishers/projects.ts';
import { cordisH2020 } from './cordis-h2020.ts';
import { H2020, HORIZON, themeOf } from './cordis-h2020/programmes.ts';

const FILE = 'cordis-h2020/h2020.csv.gz';
const PARTS = 'cordis-h2020/programme_parts.csv.gz';

type Rows = Parameters<typeof h2020Gz>[0];
type Parts = Parameters<typeof programmePartsGz>[0];

/** Every project is one of energy, unless `parts` says otherwise. */
const openBench = (
  rows: Rows,
  parts: Parts = [...new Set(rows.map(([rcn]) => rcn))].map((rcn) => [rcn, 'SC3']),
) => benchWith({ [FILE]: h2020Gz(rows), [PARTS]: programmePartsGz(parts) });

async function ingest(rows: Rows, parts?: Parts) {
  const bench = await openBench(rows, parts);
  await cordisH2020.ingest(bench);
  return bench;
}

/** Chosen columns of a table that the adapter fills, one text a row, sorted. */
async function rowsOf(bench: Workbench, table: string, columns: string, where = 'true'): Promise<string[]> {
  const rows = await bench.db.all<Record<string, unknown>>(`SELECT ${columns} FROM ${table} WHERE ${where}`);
  return rows
    .map((row) =>
      Object.values(row)
        .map((value) => value ?? '-')
        .join(' '),
    )
    .sort();
}

test('EL is Greece and UK the United Kingdom', async () => {
  const bench = await ingest([
    [1, 'EL', 2018],
    [1, 'UK', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual(['GBR GRC 2018 1']);
});

test('NA is Namibia as a country, and missing as a year', async () => {
  const bench = await ingest([
    [1, 'NA', 2018],
    [1, 'DE', 2018],
    [2, 'FR', 'NA'],
    [2, 'DE', 'NA'],
  ]);
  expect(await flowsOf(bench)).toEqual(['DEU NAM 2018 1']);
  expect(await exclusionsOf(bench)).toEqual({
    'projects without a year': 1,
    'participations without a year': 2,
  });
});

test('a project of one country is no collaboration, however many participants it has', async () => {
  const bench = await ingest([
    [1, 'DE', 2018],
    [1, 'DE', 2018],
    [2, 'FR', 2018],
    [2, 'IT', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual(['FRA ITA 2018 1']);
  expect(await exclusionsOf(bench)).toEqual({ 'projects of one country': 1 });
});

test('a project of n countries has n (n − 1) / 2 pairs, each smaller code first', async () => {
  const bench = await ingest([
    [1, 'IT', 2018],
    [1, 'AT', 2018],
    [1, 'FR', 2018],
    [1, 'DE', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual([
    'AUT DEU 2018 1',
    'AUT FRA 2018 1',
    'AUT ITA 2018 1',
    'DEU FRA 2018 1',
    'DEU ITA 2018 1',
    'FRA ITA 2018 1',
  ]);
});

test('a country counts once in a project, and projects of a pair add up', async () => {
  const bench = await ingest([
    [1, 'DE', 2018],
    [1, 'DE', 2018],
    [1, 'FR', 2018],
    [2, 'FR', 2018],
    [2, 'DE', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual(['DEU FRA 2018 2']);
});

test('the years at the edges are flagged as partial', async () => {
  const bench = await ingest(
    [2014, 2015, 2020, 2021].flatMap((year) => [
      [year, 'DE', year],
      [year, 'FR', year],
    ]),
  );
  expect(await flowsOf(bench)).toEqual([
    'DEU FRA 2014 1 u',
    'DEU FRA 2015 1',
    'DEU FRA 2020 1',
    'DEU FRA 2021 1 u',
  ]);
});

test('a year that one participation of a project has holds for the project', async () => {
  const bench = await ingest([
    [1, 'DE', 'NA'],
    [1, 'FR', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual(['DEU FRA 2018 1']);
});

test('a file that is cut short stops, also where DuckDB would take its end for the end', async () => {
  const whole = h2020Gz(Array.from({ length: 3000 }, (_, i) => [i >> 1, i % 2 ? 'DE' : 'FR', 2018] as const));
  for (const part of [whole.length >> 1, whole.length - 8]) {
    const bench = await benchWith({ [FILE]: whole.subarray(0, part) });
    expect(await complaint(cordisH2020.ingest(bench))).toMatch(
      /h2020\.csv\.gz cannot be read: unexpected end of file\. Fetch it again/,
    );
  }
});

test('a role or a type that is new stops, for it must be decided how it counts', async () => {
  expect(await complaint(ingest([[1, 'DE', 2018, { role: 'thirdParty' }]]))).toMatch(
    /h2020\.csv\.gz, column role: thirdParty in 1 row; known are coordinator, participant, partner, internationalPartner, associatedPartner\.\n.*projects\.ts/,
  );
  expect(await complaint(ingest([[1, 'DE', 2018, { type: 'NGO' }]]))).toMatch(/column type: NGO in 1 row/);
});

test.each(['partner', 'internationalPartner', 'associatedPartner'])(
  'a %s gets no money, and takes part like every other',
  async (role) => {
    const bench = await ingest([
      [1, 'DE', 2018],
      [1, 'NA', 2018, { role, type: 'NA' }],
    ]);
    expect(await flowsOf(bench)).toEqual(['DEU NAM 2018 1']);
  },
);

test('an organisation that stands twice in a project stops', async () => {
  const pic = 999_999_984;
  const complaintOf = await complaint(
    ingest([
      [7, 'DE', 2018, { pic }],
      [8, 'DE', 2018, { pic }],
      [8, 'FR', 2018, { pic, role: 'partner' }],
    ]),
  );
  expect(complaintOf).toMatch(/the organisation 999999984 stands twice in the project 8/);
});

describe('themes', () => {
  const themes = (bench: Workbench) => rowsOf(bench, 'themes', 'id, code, projects, cross_border_projects');

  test('count projects, and those that span two countries; the whole programme has a row of its own', async () => {
    const bench = await ingest(
      [
        [1, 'DE', 2018],
        [1, 'FR', 2018],
        [2, 'DE', 2018],
        [3, 'DE', 'NA'],
      ],
      [
        [1, 'SC1'],
        [2, 'SC1'],
        [3, 'ARF'],
      ],
    );
    expect(await themes(bench)).toEqual(['all - 3 1', 'finance ARF 1 0', 'health SC1 2 1']);
  });

  test('a project of two themes counts in both and once in the whole; listed twice in one theme it counts once', async () => {
    const bench = await ingest(
      [
        [1, 'DE', 2018],
        [1, 'FR', 2018],
      ],
      [
        [1, 'SC1'],
        [1, 'SC1'],
        [1, 'LEIT'],
      ],
    );
    expect(await themes(bench)).toEqual(['all - 1 1', 'health SC1 1 1', 'technologies LEIT 1 1']);
    expect(await rowsOf(bench, 'theme_flows', 'theme, origin, destination, year, value, flag')).toEqual([
      'health DEU FRA 2018 1 -',
      'technologies DEU FRA 2018 1 -',
    ]);
    expect(await flowsOf(bench)).toEqual(['DEU FRA 2018 1']);
  });

  test('a project without a theme is in the whole programme and in no theme; a theme without a project is counted', async () => {
    const bench = await ingest(
      [
        [1, 'DE', 2018],
        [1, 'FR', 2018],
        [2, 'DE', 2018],
        [2, 'FR', 2018],
      ],
      [
        [1, 'SC1'],
        [99, 'SC1'],
      ],
    );
    expect(await themes(bench)).toEqual(['all - 2 2', 'health SC1 1 1']);
    expect(await flowsOf(bench)).toEqual(['DEU FRA 2018 2']);
    expect(await rowsOf(bench, 'theme_flows', 'theme, value')).toEqual(['health 1']);
    expect(await exclusionsOf(bench)).toEqual({
      'projects without a theme': 1,
      'themes of unknown projects': 1,
    });
  });

  test('pairs by theme leave out projects of one country and those without a year, and flag the edges', async () => {
    const bench = await ingest([
      [1, 'DE', 2021],
      [1, 'FR', 2021],
      [2, 'DE', 2018],
      [2, 'DE', 2018],
      [3, 'DE', 'NA'],
      [3, 'FR', 'NA'],
    ]);
    expect(await rowsOf(bench, 'theme_flows', 'theme, origin, destination, year, value, flag')).toEqual([
      'energy DEU FRA 2021 1 u',
    ]);
  });

  test('a whole pillar is no theme: a project that has no other is in the whole programme alone', async () => {
    const bench = await ingest(
      [
        [1, 'DE', 2018],
        [2, 'FR', 2018],
      ],
      [
        [1, 'H2020-EU.3.'],
        [2, 'H2020-EU.2.'],
        [2, 'H2020-EU.6.1.'],
      ],
    );
    expect(await rowsOf(bench, 'themes', 'id, projects')).toEqual(['all 2', 'jrc 1']);
    expect(await exclusionsOf(bench)).toMatchObject({ 'whole pillars': 2, 'projects without a theme': 1 });
  });

  test.each([
    [H2020, 'H2020-EC', null],
    [H2020, 'H2020-EU.', null],
    [H2020, 'H2020-EU.3.0.', null],
    [H2020, 'H2020-EU.7.', 'eit'],
    [H2020, 'H2020-EU.8.', undefined],
    [H2020, 'SC10', undefined],
    [HORIZON, 'HORIZON.2', null],
    [HORIZON, 'HORIZON.2.1', 'health'],
    [HORIZON, 'HORIZON.2.1.7', 'health'],
    [HORIZON, 'HORIZON.2.10', undefined],
    [HORIZON, 'EURATOM-1', 'euratom'],
    [HORIZON, '', undefined],
  ])('a code of a programme is a part, a pillar or unknown: %#, %s', (programme, code, id) => {
    const theme = themeOf(programme, code);
    expect(theme ? theme.id : theme).toBe(id);
  });

  test('a programme part without a title stops', async () => {
    expect(await complaint(ingest([[1, 'DE', 2018]], [[1, 'EIT']]))).toMatch(
      /programme_parts\.csv\.gz: the programme part EIT in 1 row has no title\.\n.*programmes\.ts/,
    );
  });
});

describe('participation', () => {
  const participation = (bench: Workbench, columns: string, where = "theme = 'all'") =>
    rowsOf(bench, 'project_participation', `country, year, ${columns}`, where);

  test('counts projects once and participations each, those across a border beside all', async () => {
    const bench = await ingest([
      [1, 'DE', 2018, { role: 'coordinator' }],
      [1, 'DE', 2018],
      [1, 'FR', 2018],
      [2, 'DE', 2018, { role: 'coordinator' }],
      [3, 'FR', 2014, { role: 'coordinator' }],
    ]);
    expect(
      await participation(
        bench,
        'projects, cross_border_projects, participations, coordinations, cross_border_participations, cross_border_coordinations, flag',
      ),
    ).toEqual([
      'DEU 2018 2 1 3 2 2 1 -',
      'FRA 2014 1 0 1 1 0 0 u',
      'FRA 2018 1 1 1 0 1 0 -',
      'WLD 2014 1 0 1 1 0 0 u',
      'WLD 2018 2 1 4 2 3 1 -',
    ]);
  });

  test('a partner organisation takes part as others do', async () => {
    const bench = await ingest([
      [1, 'DE', 2018, { role: 'coordinator' }],
      [1, 'US', 2018, { role: 'partner' }],
    ]);
    expect(await participation(bench, 'cross_border_projects, participations')).toContain('USA 2018 1 1');
  });

  test('amounts are added to the cent; a missing one is counted, and is not zero', async () => {
    const bench = await ingest([
      [1, 'DE', 2018, { amount: 0.1 }],
      [1, 'DE', 2018, { amount: 0.2 }],
      [1, 'DE', 2018],
      [1, 'FR', 2018],
      [1, 'NA', 2018, { amount: 1000000.5 }],
    ]);
    expect(await participation(bench, 'contribution, contribution_missing')).toEqual([
      'DEU 2018 0.3 1',
      'FRA 2018 - 1',
      'NAM 2018 1000000.5 0',
      'WLD 2018 1000000.8 2',
    ]);
  });

  test('by theme, the whole programme counts a project of two themes once', async () => {
    const bench = await ingest(
      [[1, 'DE', 2018, { amount: 5 }]],
      [
        [1, 'SC1'],
        [1, 'LEIT'],
      ],
    );
    expect(await rowsOf(bench, 'project_participation', 'theme, country, projects, contribution')).toEqual([
      'all DEU 1 5',
      'all WLD 1 5',
      'health DEU 1 5',
      'health WLD 1 5',
      'technologies DEU 1 5',
      'technologies WLD 1 5',
    ]);
  });

  test('without a year it is in no row, and counted', async () => {
    const bench = await ingest([
      [1, 'DE', 'NA'],
      [2, 'FR', 2018],
    ]);
    expect(await participation(bench, 'participations')).toEqual(['FRA 2018 1', 'WLD 2018 1']);
    expect(await exclusionsOf(bench)).toMatchObject({ 'participations without a year': 1 });
  });

  describe('a university and a firm across a border', () => {
    const joined = async (rows: readonly (readonly [project: number, country: string, type: string])[]) => {
      const bench = await ingest(rows.map(([rcn, country, type]) => [rcn, country, 2018, { type }]));
      return participation(bench, 'university_firm_projects');
    };

    test('count for both their countries, and not for a third one in the project', async () => {
      expect(
        await joined([
          [1, 'DE', 'HES'],
          [1, 'FR', 'PRC'],
          [1, 'IT', 'REC'],
        ]),
      ).toEqual(['DEU 2018 1', 'FRA 2018 1', 'ITA 2018 0', 'WLD 2018 1']);
    });

    test('do not count in one country, nor in two projects, nor as research centre or public body', async () => {
      expect(
        await joined([
          [1, 'DE', 'HES'],
          [1, 'DE', 'PRC'],
          [1, 'FR', 'REC'],
          [1, 'FR', 'PUB'],
          [2, 'FR', 'PRC'],
          [2, 'ES', 'PUB'],
        ]),
      ).toEqual(['DEU 2018 0', 'ESP 2018 0', 'FRA 2018 0', 'WLD 2018 0']);
    });

    test('count once in a project, however many there are', async () => {
      expect(
        await joined([
          [1, 'DE', 'HES'],
          [1, 'DE', 'HES'],
          [1, 'DE', 'PRC'],
          [1, 'FR', 'PRC'],
          [1, 'FR', 'PRC'],
          [1, 'FR', 'HES'],
        ]),
      ).toEqual(['DEU 2018 1', 'FRA 2018 1', 'WLD 2018 1']);
    });
  });
});
