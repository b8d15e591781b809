import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uisStudentTotals as adapter } from '../sources/uis-student-totals.ts';
import { benchWith, complaint, exclusionsOf, totalsOf } from '../testing/bench.ts';
import { filesIn } from '../testing/folder.ts';
import { outside, publisherApi, type Asked, type Reply } from '../testing/publisher-api.ts';
import { uisStudentTotals } from './uis-student-totals.ts';

/*
 * The format, as UIS documents it at https://api.uis.unesco.org/api/public/documentation/ (operations getIndicatorData,
 * getVersions; it bears no date) and clients of it quote it (read 2026-11-21):
 * github.com/lpicci96/unesco_reader, src/unesco_reader/api.py: "A maximum of 100 000 records can be returned in a single
 *   query. If more records are requested … the response is 400 and the message is {"message":"Too much data requested
 *   (224879 records), please reduce the amount of records queried to less than 100000 by using the available filter
 *   options.","error":"Bad Request","statusCode":400}"; "start: … Includes the year itself", "end: … Includes the year itself".
 * The same, tests/mock_api_response.py: {"hints": [], "records": [{"indicatorId", "geoUnit", "year", "value", "magnitude",
 *   "qualifier"}], "indicatorMetadata": []}; hints are {"code": "UIS::HINT::001", "message": …};
 *   a version is {"version": "20241030-9d4d089e", "publicationDate", "description", "themeDataStatus"}.
 * The records are of our own making.
 */
const VERSION = '20260911-0a1b2c3d';

type Made = readonly [
  indicator: string,
  unit: string,
  year: number,
  value: number | null,
  qualifier?: string | null,
  magnitude?: string | null,
];
const record = ([indicatorId, geoUnit, year, value, qualifier = null, magnitude = null]:
  Made | readonly never[]) => ({
  indicatorId,
  geoUnit,
  year,
  value,
  magnitude,
  qualifier,
});

const RECORDS: readonly Made[] = [
  ['MENF.5T8', 'NAM', 2023, -40.5],
  ['26637', 'SDG: World', 2023, 6_900_000, 'UIS_EST'],
  ['26637', 'MDG: Asia, without Japan', 2023, 5],
  ['26637', 'VCT', 2022, 0, null, 'NIL'],
  ['26637', 'AUT', 2021, 0, null, 'NA'],
  ['26637', 'NAM', 2023, 60],
  ['26637', 'DEU', 2022, null],
];

const tooMuch = (n: number): Reply => ({
  status: 400,
  body: {
    message: `Too much data requested (${n} records), please reduce the amount of records queried to less than 100000 by using the available filter options.`,
    error: 'Bad Request',
    statusCode: 400,
  },
});

/** An API that holds these records and gives no more than `most` at once. */
const api = (records: readonly object[], { most = 100_000, hints = [] as readonly object[] } = {}) =>
  publisherApi(({ path, query }: Asked) => {
    if (path === '/api/public/versions/default')
      return { body: { version: VERSION, publicationDate: '2026-09-11T10:00:00.000Z', description: '' } };
    const [from, to] = [Number(query.get('start')), Number(query.get('end'))];
    const found = records.filter((r) => {
      const { year, indicatorId } = r as { year: number; indicatorId: string };
      return year >= from && year <= to && query.getAll('indicator').includes(indicatorId ?? '26637');
    });
    if (query.get('version') !== VERSION || found.length > most) return tooMuch(found.length);
    return { body: { hints, records: found, indicatorMetadata: [] } };
  });

async function refresh({ base }: { readonly base: string }, options = {}) {
  const world = await outside();
  const [file] = await uisStudentTotals(base).refresh(world, options);
  return { file, content: await readFile(join(world.raw, file?.path ?? ''), 'utf8') };
}

test('the answer becomes the columns of the export, named by its release; null is an empty cell, not zero', async () => {
  const { file, content } = await refresh(await api(RECORDS.map(record)));
  expect(file?.path).toBe(`uis-student-totals/RAW_inbound_and_outbound_data-${VERSION}.csv`);
  expect(file?.replaces.test('RAW_inbound_and_outbound_data.csv')).toBe(true);
  expect(content).toBe(
    'indicatorId,geoUnit,year,value,qualifier,magnitude\n' +
      '26637,AUT,2021,0,,NA\n' +
      '26637,DEU,2022,,,\n' +
      '26637,"MDG: Asia, without Japan",2023,5,,\n' +
      '26637,NAM,2023,60,,\n' +
      '26637,SDG: World,2023,6900000,UIS_EST,\n' +
      '26637,VCT,2022,0,,NIL\n' +
      'MENF.5T8,NAM,2023,-40.5,,\n',
  );
});

test('the adapter reads it as it reads the export', async () => {
  const { content } = await refresh(await api(RECORDS.map(record)));
  const bench = await benchWith({ 'uis-student-totals/RAW_inbound_and_outbound_data.csv': content });
  await adapter.ingest(bench);
  expect(await totalsOf(bench, 'inbound_students')).toEqual([
    'NAM 2023 60',
    'VCT 2022 0',
    'WLD 2023 6900000 e',
  ]);
  expect(await totalsOf(bench, 'net_students')).toEqual(['NAM 2023 -40.5']);
  expect(await exclusionsOf(bench)).toEqual({ 'magnitude NA': 1, 'no value': 1, regions: 1 });
});

test('too many records for one request come by fewer years at a time, each year once', async () => {
  const server = await api(RECORDS.map(record), { most: 4 });
  const { content } = await refresh(server, { years: '2020:2024' });
  expect(content.trim().split('\n')).toHaveLength(1 + RECORDS.length);
  expect(spansOf(server)).toEqual(['400 2020 2024', '200 2020 2022', '200 2023 2024']);
});

test('as many records as the API gives at most are not taken for all there are', async () => {
  const records = Array.from({ length: 100_000 }, (_, i) =>
    record([i % 2 ? '26637' : 'MENF.5T8', `X${i >> 2}`, i % 4 > 1 ? 2022 : 2023, i]),
  );
  const server = await api(records);
  const { content } = await refresh(server, { years: '2022:2023' });
  expect(content.trim().split('\n')).toHaveLength(1 + records.length);
  expect(spansOf(server)).toEqual(['200 2022 2023', '200 2022 2022', '200 2023 2023']);
});

const spansOf = ({ log }: { readonly log: readonly string[] }) =>
  log.flatMap((line) => /^(\d+).*start=(\d+)&end=(\d+)/.exec(line)?.slice(1).join(' ') ?? []);

test('a release can be named; the current one is then not asked for', async () => {
  const server = await api(RECORDS.map(record));
  await refresh(server, { release: VERSION });
  expect(server.log).toHaveLength(1);
});

test('a new field and a byte-order mark are none of our business', async () => {
  const server = await publisherApi(({ path }) => {
    const body = path.endsWith('default')
      ? { version: VERSION, theme: 'EDUCATION' }
      : { hints: [], records: RECORDS.map((made) => ({ ...record(made), footnotes: [] })), links: {} };
    return { headers: { 'content-type': 'application/json' }, body: `\uFEFF${JSON.stringify(body)}` };
  });
  const { content } = await refresh(server);
  expect(content).toContain('26637,NAM,2023,60,,');
});

describe('what does not fit stops, names source and field, and leaves no file', () => {
  const renamed = RECORDS.map(record).map(({ geoUnit, ...rest }) => ({ ...rest, geounit: geoUnit }));
  test.each([
    [
      'a renamed field',
      () => api(renamed),
      /^uis-student-totals, 2000-2026: http.*another shape[\s\S]*records\[0\]\.geoUnit[\s\S]*and 4 more/,
    ],
    [
      'an indicator that is gone',
      () => api(RECORDS.map(record).filter(({ indicatorId }) => indicatorId === '26637')),
      /release 20260911-0a1b2c3d has no record of the indicator MENF\.5T8\. Has UIS renamed it\?/,
    ],
    ['an empty answer', () => api([]), /has no record of the indicator 26637/],
    [
      'a hint of the API',
      () =>
        api([], {
          hints: [{ code: 'UIS::HINT::001', message: 'The indicator could not be found, invalid' }],
        }),
      /^uis-student-totals, 2000-2026: UIS says: The indicator could not be found, invalid\./,
    ],
    [
      'a single year that is too much',
      () => api(RECORDS.map(record), { most: 0 }),
      /^uis-student-totals, \d{4}-\d{4}: .*answered 400.*Too much data requested/,
    ],
  ])('%s', async (_what, server, message) => {
    const { base } = await server();
    const world = await outside();
    expect(await complaint(uisStudentTotals(base).refresh(world, {}))).toMatch(message);
    expect(await filesIn(world.raw)).toEqual([]);
  });
});
