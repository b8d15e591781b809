import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../../testing/bench.ts';
import { csv, h2020Gz } from '../../testing/publishers.ts';
import { fp7Edges, fp7Organisations } from '../../testing/publishers/projects.ts';
import { organisations } from './index.ts';

type Registered = readonly [
  id: string,
  name: string,
  country: string,
  more?: { readonly status?: string; readonly type?: string },
];
type University = readonly [
  row: number,
  name: string,
  outgoing: number | string,
  incoming: number | string,
  country: string,
];

/** Two participants and one university, so that no file is empty. */
const SOMEONE = [
  [1, 'DE', 2018, { pic: 1 }],
  [1, 'FR', 2018, { pic: 2 }],
] as const;

interface Files {
  readonly h2020?: Parameters<typeof h2020Gz>[0];
  readonly names?: readonly (readonly [pic: number | string, name: string])[];
  readonly registry?: readonly Registered[];
  readonly fp7?: {
    readonly edges: Parameters<typeof fp7Edges>[0];
    readonly list: Parameters<typeof fp7Organisations>[0];
  };
  readonly erasmus?: readonly University[];
}

async function ingest({
  h2020 = SOMEONE,
  names = [[0, 'Nobody']],
  registry = [['https://ror.org/x', 'Nobody', 'DE']],
  fp7 = { edges: [[1, 'none']], list: [['none', 'DE']] },
  erasmus = [[0, 'Nobody', '1.0', '1.0', 'DE']],
}: Files) {
  const bench = await benchWith({
    'cordis-h2020/h2020.csv.gz': h2020Gz(h2020),
    'cordis-h2020/pic_names.csv': csv(
      'pic,name,country,source',
      names.map(([pic, name]) => [pic, name, 'DE', 'x']),
    ),
    'ror-organisations/ror_records_latest.csv.gz': gzipSync(
      csv(
        'ror_id,name,name_en,acronym,types,status,established,country_code,city,lat,lng,website',
        registry.map(([id, name, country, { status = 'active', type = 'education;funder' } = {}]) => [
          id,
          name,
          name,
          '',
          type,
          status,
          '',
          country,
          'Bonn',
          50.7,
          7.1,
          '',
        ]),
      ),
    ),
    'cordis-fp7/fp7edges_sod16.csv': fp7Edges(fp7.edges),
    'cordis-fp7/fp7org_sod16.csv': fp7Organisations(fp7.list),
    'erasmus-mobility/universities_2014_2019.csv': csv(
      ',university,outgoing,incoming,total,pagerank,betweenness,country_code,country_name,country_continent,country_unregion',
      erasmus.map(([row, name, out, inside, country]) => [
        row,
        name,
        out,
        inside,
        0,
        0.1,
        0.2,
        country,
        '',
        '',
        '',
      ]),
    ),
  });
  await organisations.ingest(bench);
  const rows = async (sql: string) =>
    (await bench.db.all<Record<string, unknown>>(sql)).map((row) =>
      Object.values(row)
        .map((value) => (value === null ? '-' : String(value)))
        .join(' '),
    );
  return { bench, rows };
}

test('universities and research organisations with a name enter, with what they have in the programme', async () => {
  const { rows } = await ingest({
    h2020: [
      [1, 'DE', 2018, { pic: 1, type: 'HES', role: 'coordinator', amount: 100.5 }],
      [2, 'DE', 'NA', { pic: 1, type: 'HES', amount: 50 }],
      [3, 'DE', 2018, { pic: 1, type: 'HES' }],
      [1, 'FR', 2018, { pic: 2, type: 'REC' }],
      [1, 'FR', 2018, { pic: 3, type: 'PRC', amount: 70 }],
    ],
    names: [
      [1, 'Alfa'],
      [2, 'Beta'],
      [3, 'A firm'],
    ],
  });
  expect(
    await rows(
      'SELECT id, name, country, type, projects, participations, coordinations, contribution, contribution_missing, source FROM organisations ORDER BY id',
    ),
  ).toEqual([
    'pic:1 Alfa DEU higher education 3 3 1 150.5 1 cordis-h2020',
    // Nothing is known of its money: null, not zero.
    'pic:2 Beta FRA research 1 1 0 - 1 cordis-h2020',
  ]);
});

test('a name that only FP7 has is taken from there; who has none is left out and counted', async () => {
  const { bench, rows } = await ingest({
    h2020: [
      [1, 'DE', 2018, { pic: 1 }],
      [1, 'FR', 2018, { pic: 2 }],
      [1, 'AT', 2018, { pic: 3 }],
    ],
    names: [[3, '']],
    fp7: { edges: [[1, '2']], list: [['2', 'FR', 'UNIVERSITÃ‰ BETA']] },
  });
  expect(await rows('SELECT id, name FROM organisations')).toEqual(['pic:2 UNIVERSITÉ BETA']);
  expect(await exclusionsOf(bench)).toMatchObject({
    'universities and research organisations without a name': 2,
  });
});

test('a participant code with two names stops', async () => {
  const names = [
    [1, 'Alfa'],
    [1, 'Beta'],
  ] as const;
  expect(await complaint(ingest({ names }))).toMatch(/pic_names\.csv: the participant code 1 has two names/);
});

test('a match has the place of its record; two codes of one record both stay', async () => {
  const { rows } = await ingest({
    h2020: [
      [1, 'DE', 2018, { pic: 1 }],
      [1, 'DE', 2018, { pic: 2 }],
      [1, 'FR', 2018, { pic: 3 }],
    ],
    names: [
      [1, 'UNIVERSITAET ALFA'],
      [2, 'Alfa University'],
      [3, 'Universität Alfa'],
    ],
    registry: [['https://ror.org/a', 'Universität Alfa', 'DE']],
  });
  expect(
    await rows('SELECT id, ror, match_method, ror_name, city, lon, lat FROM organisations ORDER BY id'),
  ).toEqual([
    'pic:1 https://ror.org/a name Universität Alfa Bonn 7.1 50.7',
    'pic:2 https://ror.org/a words Universität Alfa Bonn 7.1 50.7',
    // Another country.
    'pic:3 - - - - - -',
  ]);
});

test('only active records are matched, the others counted', async () => {
  const { bench, rows } = await ingest({
    names: [
      [1, 'Alfa'],
      [2, 'Beta'],
    ],
    registry: [
      ['https://ror.org/a', 'Alfa', 'DE', { status: 'inactive' }],
      ['https://ror.org/b', 'Beta', 'FR', { status: 'withdrawn' }],
      ['https://ror.org/c', 'Beta', 'FR'],
    ],
  });
  expect(await rows('SELECT id, ror FROM organisations ORDER BY id')).toEqual([
    'pic:1 -',
    'pic:2 https://ror.org/c',
  ]);
  expect(await exclusionsOf(bench)).toMatchObject({
    'records with the status inactive': 1,
    'records with the status withdrawn': 1,
  });
});

test('ties: each pair once, by year, whole; one country beside another counts, alone it does not', async () => {
  const { rows } = await ingest({
    h2020: [
      [1, 'DE', 2018, { pic: 1 }],
      [1, 'DE', 2018, { pic: 2 }],
      [1, 'FR', 2018, { pic: 3 }],
      [2, 'DE', 2018, { pic: 1 }],
      [2, 'FR', 2018, { pic: 3 }],
      [3, 'FR', 2019, { pic: 3 }],
      [3, 'DE', 2019, { pic: 1 }],
      // One country only.
      [4, 'DE', 2018, { pic: 1 }],
      [4, 'DE', 2018, { pic: 2 }],
      // No year.
      [5, 'DE', 'NA', { pic: 1 }],
      [5, 'FR', 'NA', { pic: 3 }],
      // A firm makes the project cross a border, and is in no pair.
      [6, 'DE', 2018, { pic: 1 }],
      [6, 'DE', 2018, { pic: 2 }],
      [6, 'IT', 2018, { pic: 4, type: 'PRC' }],
    ],
    names: [1, 2, 3, 4].map((pic) => [pic, `Name ${pic}`] as const),
  });
  expect(await rows('SELECT a, b, year, projects, source FROM organisation_ties ORDER BY ALL')).toEqual([
    'pic:1 pic:2 2018 2 cordis-h2020',
    'pic:1 pic:3 2018 2 cordis-h2020',
    'pic:1 pic:3 2019 1 cordis-h2020',
    'pic:2 pic:3 2018 1 cordis-h2020',
  ]);
});

test('pairs of both programmes: EL and GR are one country, an organisation under two keys counts once', async () => {
  const { rows } = await ingest({
    h2020: [
      [1, 'DE', 2018, { pic: 1 }],
      [1, 'FR', 2018, { pic: 2 }],
      [2, 'DE', 2019, { pic: 1 }],
      [2, 'FR', 2019, { pic: 2 }],
      [3, 'EL', 2018, { pic: 3 }],
      [3, 'EL', 2018, { pic: 4 }],
      [3, 'FR', 2018, { pic: 2 }],
    ],
    names: [
      [1, 'Alfa'],
      [2, 'Beta'],
      [3, 'Gamma'],
      [4, 'Delta'],
    ],
    fp7: {
      list: [
        ['1', 'DE', 'Old Alfa'],
        ['key', 'DE', 'ALFA'],
        ['2', 'FR', 'Beta'],
        ['k3', 'EL', 'Gamma'],
        ['k4', 'GR', 'Delta'],
        ['k5', 'DE', 'Epsilon'],
      ],
      edges: [
        [7, '1'],
        [7, 'key'],
        [7, '2'],
        [7, '2'],
        [8, 'key'],
        [8, '2'],
        // Greece alone.
        [9, 'k3'],
        [9, 'k4'],
        // Before, and never again.
        [7, 'k3'],
        [8, 'k5'],
      ],
    },
  });
  expect(
    await rows(
      'SELECT a, b, fp7_projects, h2020_projects, source FROM organisation_persistence ORDER BY ALL',
    ),
  ).toEqual(['pic:1 pic:2 2 2 cordis-h2020', 'pic:2 pic:3 1 1 cordis-h2020']);
});

test('Erasmus: whole numbers over the period, matched like the organisation of the same name', async () => {
  const { rows } = await ingest({
    h2020: [
      // A research organisation: by its own name it would be sought among those that teach.
      [1, 'DE', 2018, { pic: 1, type: 'REC' }],
      [1, 'FR', 2018, { pic: 2 }],
    ],
    names: [[1, 'INSTITUT ALFA']],
    registry: [
      ['https://ror.org/a', 'Alfa Institute', 'DE', { type: 'facility' }],
      ['https://ror.org/b', 'University of Beta', 'FR'],
    ],
    erasmus: [
      [0, 'Institut Alfa', '12.0', '7.0', 'DE'],
      [1, 'Universite De Beta', '3.0', '0.0', 'FR'],
      [2, 'Gamma', '1.0', '2.0', 'FR'],
    ],
  });
  expect(
    await rows(
      `SELECT organisation, country, measure, value, ror, match_method FROM organisation_totals
       WHERE from_year = 2014 AND to_year = 2019 AND source = 'erasmus-mobility' ORDER BY ALL`,
    ),
  ).toEqual([
    'Gamma FRA incoming 2 - -',
    'Gamma FRA outgoing 1 - -',
    'Institut Alfa DEU incoming 7 https://ror.org/a words',
    'Institut Alfa DEU outgoing 12 https://ror.org/a words',
    'Universite De Beta FRA incoming 0 https://ror.org/b words',
    'Universite De Beta FRA outgoing 3 https://ror.org/b words',
  ]);
});

test('Erasmus: a name that is there twice in a country is one university', async () => {
  const { rows } = await ingest({
    erasmus: [
      [0, 'Alfa', '1.0', '2.0', 'DE'],
      [1, 'Alfa', '10.0', '20.0', 'DE'],
      [2, 'Alfa', '100.0', '200.0', 'FR'],
    ],
  });
  expect(await rows('SELECT country, measure, value FROM organisation_totals ORDER BY ALL')).toEqual([
    'DEU incoming 22',
    'DEU outgoing 11',
    'FRA incoming 200',
    'FRA outgoing 100',
  ]);
});

test('Erasmus: the rows whose countries are shifted are left out, and missed if they are mended', async () => {
  const erasmus: University[] = [
    [3060, 'Alfa', '1.0', '0.0', 'DE'],
    [3061, 'Katholieke Hogeschool Vives Noord', '1.0', '0.0', 'MK'],
    [3062, 'Beta', '1.0', '0.0', 'FR'],
  ];
  const { bench, rows } = await ingest({ erasmus });
  expect(await rows('SELECT DISTINCT organisation FROM organisation_totals')).toEqual(['Alfa']);
  expect(await exclusionsOf(bench)).toMatchObject({ 'universities with the country of the next row': 2 });
  const mended = erasmus.map((row) =>
    row[0] === 3061 ? ([...row.slice(0, 4), 'BE'] as unknown as University) : row,
  );
  expect(await complaint(ingest({ erasmus: mended }))).toMatch(
    /row 3061 is Katholieke Hogeschool Vives Noord \(BE\), and was .* \(MK\)/,
  );
});

test('an unknown country of a university stops', async () => {
  expect(await complaint(ingest({ erasmus: [[0, 'Alfa', '1.0', '1.0', 'QQ']] }))).toMatch(
    /erasmus-mobility, column country_code: 1 value.*\n {2}"QQ" in 1 row/,
  );
});

test('two runs give the same rows', async () => {
  const files: Files = {
    h2020: Array.from({ length: 60 }, (_, i) => [i % 7, i % 2 ? 'DE' : 'FR', 2018, { pic: i }] as const),
    names: Array.from({ length: 60 }, (_, i) => [i, `Alfa ${i % 50}`] as const),
  };
  const [one, two] = await Promise.all([ingest(files), ingest(files)]);
  for (const table of ['organisations', 'organisation_ties'])
    expect(await one.rows(`FROM ${table} ORDER BY ALL`)).toEqual(
      await two.rows(`FROM ${table} ORDER BY ALL`),
    );
});
