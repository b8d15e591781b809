import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';
import { filesIn } from '../testing/folder.ts';
import { outside, publisherApi } from '../testing/publisher-api.ts';
import { csv } from '../testing/publishers.ts';
import { uisStudentFlows } from './uis-student-flows.ts';
import { readStudentMatrix } from '../sources/uis-student-flows-matrix.ts';

/*
 * The format, as UIS's tutorial for its bulk data has it (https://apiportal.uis.unesco.org/BDDS_R_Tutorial, quoted in public code;
 * read 2026-11-21): OPRI_DATA_NATIONAL.csv has INDICATOR_ID, COUNTRY_ID, YEAR, VALUE, MAGNITUDE, QUALIFIER, all but year and
 * value as text, with `na = ""`; OPRI_COUNTRY.csv has COUNTRY_ID, COUNTRY_NAME_EN; OPRI_LABEL.csv has INDICATOR_ID,
 * INDICATOR_LABEL_EN. Clients of the releases of 2024 find the names of the columns of the data in lower case.
 * Labels: "Africa: Students from Algeria, both sexes (number)" up to 2023, and "Inbound internationally mobile students from
 * Europe: Students from Serbia, both sexes (number)" in that of September 2025.
 * Releases: https://databrowser.uis.unesco.org/resources/bulk links https://download.uis.unesco.org/bdds/202509/OPRI.zip.
 * MAGNITUDE INCLUDED: the value is in another cell, blank here and not zero. The rows are of our own making.
 */
const LABELS = csv('INDICATOR_ID,INDICATOR_LABEL_EN', [
  ['26637', 'Inbound internationally mobile students, both sexes (number)'],
  ['26421', 'Africa: Students from Namibia, both sexes (number)'],
  ['26474', 'Africa: Students from unknown countries, both sexes (number)'],
  ['26466', 'Africa: Students from Sudan (pre-secession), both sexes (number)'],
  [
    '901204',
    'Inbound internationally mobile students from Africa: Students from the Sudan, both sexes (number)',
  ],
  ['26517', 'South America: Students from Bolivarian Republic of Venezuela, both sexes (number)'],
  ['26600', 'Inbound internationally mobile students from Europe: Students from France, both sexes (number)'],
  ['26601', 'Europe: Students from France, female (number)'],
]);
const COUNTRIES = csv('COUNTRY_ID,COUNTRY_NAME_EN', [
  ['NAM', 'Namibia'],
  ['SDN', 'Sudan'],
  ['FRA', 'France'],
  ['VEN', 'Venezuela (Bolivarian Republic of)'],
]);

const HEADER = 'INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER';
const DATA = csv(HEADER, [
  ['26637', 'DEU', 2022, 900, '', ''],
  ['26421', 'DEU', 2022, '12.5', '', 'UIS_EST'],
  ['26421', 'FRA', 2022, '', 'INCLUDED', ''],
  ['26421', 'AUT', 2022, 0, 'INCLUDED', ''],
  ['26421', 'USA', 2022, 0, 'NIL', ''],
  ['26421', 'GRC', 2022, 0, 'NA', ''],
  ['26421', 'ITA', 2022, '', '', ''],
  ['26421', 'NAM', 2022, 7, '', ''],
  ['26474', 'DEU', 2022, 3, '', ''],
  ['26466', 'DEU', 2011, 4, '', ''],
  ['901204', 'DEU', 2011, 5, '', 'NAT_EST'],
  ['26517', 'ESP', 2022, 80, 'INCLUDES', ''],
  ['26600', 'NAM', 2022, 2, '', ''],
  ['26601', 'DEU', 2022, 99, '', ''],
]);
const MEMBERS = {
  'OPRI_DATA_NATIONAL.csv': strToU8(DATA),
  'OPRI_LABEL.csv': strToU8(LABELS),
  'OPRI_COUNTRY.csv': strToU8(COUNTRIES),
  'OPRI_METADATA.csv': strToU8('x\n'),
};

const links = (...releases: readonly string[]) =>
  `<html>${releases.map((release) => `"url":"https://download.uis.unesco.org/bdds/${release}/OPRI.zip"`).join(',')}</html>`;

const server = (zip: Uint8Array, page = links('202509', '202602', '202502')) =>
  publisherApi(({ path }) => {
    if (path === '/resources/bulk') return { body: page };
    return path === '/bdds/202602/OPRI.zip' ? { body: zip } : { status: 404, body: '' };
  });
const route = (base: string) => uisStudentFlows({ bulk: `${base}/resources/bulk`, download: base });

async function refresh(members: Readonly<Record<string, Uint8Array>>, options = {}) {
  const world = await outside();
  const api = await server(zipSync(members));
  const [file] = await route(api.base).refresh(world, options);
  const bytes = await readFile(join(world.raw, file?.path ?? ''));
  return { api, file, bytes, text: gunzipSync(bytes).toString('utf8'), raw: world.raw };
}

const MATRIX = [
  'origin,origin_code,destination,year,value,magnitude,qualifier',
  'Africa: unknown countries,,DEU,2022,3,,',
  'Bolivarian Republic of Venezuela,VEN,ESP,2022,80,INCLUDES,',
  'France,FRA,NAM,2022,2,,',
  'Namibia,NAM,AUT,2022,0,INCLUDED,',
  'Namibia,NAM,DEU,2022,12.5,,UIS_EST',
  'Namibia,NAM,FRA,2022,,INCLUDED,',
  'Namibia,NAM,GRC,2022,0,NA,',
  'Namibia,NAM,ITA,2022,,,',
  'Namibia,NAM,NAM,2022,7,,',
  'Namibia,NAM,USA,2022,0,NIL,',
  'Sudan,SDN,DEU,2011,5,,NAT_EST',
  'Sudan (pre-secession),,DEU,2011,4,,',
  '',
];

test('the newest release is found, and its indicators of origins become one matrix, with every mark', async () => {
  const { api, file, text, raw } = await refresh(MEMBERS);
  expect(api.log).toEqual(['200 /resources/bulk', '200 /bdds/202602/OPRI.zip']);
  expect(file?.path).toBe('uis-student-flows/opri-202602.csv.gz');
  expect(text.split('\n')).toEqual(MATRIX);
  expect(await filesIn(raw)).toEqual(['uis-student-flows/opri-202602.csv.gz']);
  for (const old of ['popular-destinations-by-origin.csv', 'popular-origins-by-destination.csv'])
    expect(file?.replaces.test(old)).toBe(true);
});

test('a release can be named', async () => {
  const { api } = await refresh(MEMBERS, { release: '202602' });
  expect(api.log).toEqual(['200 /bdds/202602/OPRI.zip']);
});

test('names of columns in lower case, a byte-order mark, a new column and a folder are none of our business', async () => {
  const { text } = await refresh({
    'OPRI/OPRI_DATA_NATIONAL.csv': strToU8(
      `\uFEFF${DATA.replace(HEADER, `${HEADER.toLowerCase()},footnote`)
        .replaceAll(/(.)\n(?=.)/g, '$1,\n')
        .replace(',\n', '\n')
        .trim()},\n`,
    ),
    'OPRI/OPRI_LABEL.csv': MEMBERS['OPRI_LABEL.csv'],
    'OPRI/OPRI_COUNTRY.csv': MEMBERS['OPRI_COUNTRY.csv'],
  });
  expect(text.split('\n')).toEqual(MATRIX);
});

test('a name that is turned about finds its code, and one that is only like it does not', async () => {
  const origins = [
    'Hong Kong, Special Administrative Region of China',
    'the Republic of Korea',
    "Côte d'Ivoire",
    'the Congo',
  ];
  const { text } = await refresh({
    'OPRI_LABEL.csv': strToU8(
      csv(
        'INDICATOR_ID,INDICATOR_LABEL_EN',
        origins.map((name, i) => [i, `Asia: Students from ${name}, both sexes (number)`]),
      ),
    ),
    'OPRI_COUNTRY.csv': strToU8(
      csv('COUNTRY_ID,COUNTRY_NAME_EN', [
        ['CHN', 'China'],
        ['HKG', 'China, Hong Kong Special Administrative Region'],
        ['PRK', "Democratic People's Republic of Korea"],
        ['KOR', 'Republic of Korea'],
        ['CIV', "Côte d'Ivoire"],
        ['COD', 'Democratic Republic of the Congo'],
      ]),
    ),
    'OPRI_DATA_NATIONAL.csv': strToU8(
      csv(
        HEADER,
        origins.map((_, i) => [i, 'DEU', 2022, 1, '', '']),
      ),
    ),
  });
  expect(text.split('\n').slice(1, -1)).toEqual([
    'Congo,,DEU,2022,1,,',
    "Côte d'Ivoire,CIV,DEU,2022,1,,",
    '"Hong Kong, Special Administrative Region of China",HKG,DEU,2022,1,,',
    'Republic of Korea,KOR,DEU,2022,1,,',
  ]);
});

describe('the reader', () => {
  const read = async (bytes: Uint8Array) => {
    const bench = await benchWith({ 'uis-student-flows/opri-202602.csv.gz': bytes });
    await readStudentMatrix(bench, 'uis-student-flows/opri-202602.csv.gz');
    const cells = await bench.db.all<Record<string, unknown>>(
      'SELECT origin, destination, year, value, flag FROM cells ORDER BY ALL',
    );
    return {
      bench,
      cells: cells.map((row) =>
        Object.values(row)
          .filter((v) => v !== null)
          .join(' '),
      ),
    };
  };

  test('keeps zero, leaves out what is missing, included elsewhere or not applicable, and flags', async () => {
    const { bytes } = await refresh(MEMBERS);
    const { bench, cells } = await read(bytes);
    expect(cells).toEqual([
      'FRA NAM 2022 2',
      'NAM DEU 2022 12.5 e',
      'NAM USA 2022 0',
      'SDN DEU 2011 9 de',
      'VEN ESP 2022 80 d',
    ]);
    expect(await exclusionsOf(bench)).toEqual({
      'Africa: unknown countries': 1,
      'magnitude INCLUDED': 2,
      'magnitude NA': 1,
      'no value': 1,
      'origin = destination': 1,
    });
  });

  test('stops at an origin that neither name nor code tells', async () => {
    const { bytes } = await refresh({
      ...MEMBERS,
      'OPRI_LABEL.csv': strToU8(LABELS.replace('Namibia', 'Atlantis')),
    });
    expect(await complaint(read(bytes))).toMatch(
      /^uis-student-flows, column place: 1 value[\s\S]*"Atlantis" in 3 rows/,
    );
  });
});

describe('what does not fit stops, names source, file and column, and leaves nothing', () => {
  const changed = (name: keyof typeof MEMBERS, text: string) =>
    zipSync({ ...MEMBERS, [name]: strToU8(text) });
  test.each([
    [
      'a renamed column',
      changed('OPRI_DATA_NATIONAL.csv', DATA.replace('COUNTRY_ID', 'GEOUNIT')),
      /^uis-student-flows, OPRI_DATA_NATIONAL\.csv of OPRI\.zip: the column COUNTRY_ID is not there\.\nThe file has: INDICATOR_ID, GEOUNIT/,
    ],
    [
      'other labels',
      changed('OPRI_LABEL.csv', LABELS.replaceAll('Students from', 'Learners of')),
      /^uis-student-flows: no label of OPRI_LABEL\.csv reads/,
    ],
    [
      'no cell of any origin',
      changed('OPRI_DATA_NATIONAL.csv', csv(HEADER, [['26637', 'DEU', 2022, 900, '', '']])),
      /^uis-student-flows: OPRI_DATA_NATIONAL\.csv has no row of the 6 indicators/,
    ],
    [
      'an empty file',
      changed('OPRI_DATA_NATIONAL.csv', ''),
      /^uis-student-flows, OPRI_DATA_NATIONAL\.csv of OPRI\.zip is empty/,
    ],
    ['a zip that is cut short', zipSync(MEMBERS).subarray(0, -200), /^uis-student-flows, OPRI\.zip/],
  ])('%s', async (_what, zip, message) => {
    const { base } = await server(zip);
    const world = await outside();
    expect(await complaint(route(base).refresh(world, {}))).toMatch(message);
    expect(await filesIn(world.raw)).toEqual([]);
  });

  test('a page that links no release', async () => {
    const { base } = await server(zipSync(MEMBERS), '<html>moved</html>');
    expect(await complaint(route(base).refresh(await outside(), {}))).toMatch(
      /names no …\/bdds\/<release>\/OPRI\.zip\. Look there for the newest release of OPRI, and name it: --release 202602/,
    );
  });

  test('a release that is none', async () => {
    expect(await complaint(uisStudentFlows().refresh(await outside(), { release: '../x' }))).toMatch(
      /^--release wants year and month/,
    );
  });
});
