import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathsBelow } from '../lib/paths.ts';
import { readRecords } from '../lib/records.ts';
import { complaint } from '../testing/bench.ts';
import { fill, folderWith } from '../testing/folder.ts';
import { outside } from '../testing/publisher-api.ts';
import { told } from '../testing/quiet.ts';
import { fileOf, recordOf } from '../testing/record.ts';
import { editionOf } from '../lib/record-files.ts';
import { ROUTES } from './index.ts';
import { refresh } from './refresh.ts';
import { editioned, type Options, type Route } from './route.ts';

/** A route that writes one file, and remembers how it was asked. */
function route(id: string, asked: Options[] = []): Route {
  return {
    id,
    help: `made-up data of ${id}`,
    options: { years: 'string', yes: 'boolean' },
    async refresh({ raw, today }, options) {
      asked.push(options);
      if (options['yes'] === undefined) return [];
      const file = editioned(id, ['moves', '.csv'], today, { rebuilt_from: 'https://publisher.test/api' });
      await fill(raw, { [file.path]: 'a,b\n1,2\n' });
      return [file];
    },
  };
}

const ENTRY = {
  ...fileOf('made-up/moves-2026-11-21.csv', 'a,b\n1,2\n'),
  rebuilt_from: 'https://publisher.test/api',
};

async function command(args: readonly string[], records: Readonly<Record<string, string>> = {}) {
  const asked: Options[] = [];
  const paths = pathsBelow(await folderWith(records));
  const entries = await refresh(args, [route('made-up', asked), route('other')], await outside(), paths);
  return { asked, entries, paths };
}

test('a source and its options reach the route, and the entries for the record come back', async () => {
  const { asked, entries } = await command(['made-up', '--years', '2020:2021', '--yes']);
  expect(asked).toEqual([{ years: '2020:2021', yes: true }]);
  expect(entries).toEqual([ENTRY]);
});

test('a route that only had something to say leaves nothing to record', async () => {
  expect((await command(['made-up', '--record'])).entries).toEqual([]);
});

describe('--record', () => {
  const record = {
    ...recordOf('made-up', [
      fileOf('made-up/moves.csv', 'old', 'https://publisher.test/moves.csv'),
      fileOf('made-up/moves-2025-01-01.csv', 'older'),
      fileOf('made-up/names.csv', 'names'),
    ]),
    caveats: ['Mind the gap.'],
  };
  const records = { 'data/sources/made-up.json': JSON.stringify(record) };

  test('puts them in the place of older editions, and the day; what else the record says stays', async () => {
    const { paths } = await command(['made-up', '--yes', '--record'], records);
    expect((await readRecords(paths.records)).get('made-up')).toEqual({
      ...record,
      retrieved: '2026-11-21',
      files: [ENTRY, fileOf('made-up/names.csv', 'names')],
    });
    const text = await readFile(join(paths.records, 'made-up.json'), 'utf8');
    expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(record));
    expect(text).toMatch(/^\{\n {2}"id"[\s\S]*\}\n$/);
  });

  test('twice changes nothing more', async () => {
    const { paths } = await command(['made-up', '--yes', '--record'], records);
    const path = join(paths.records, 'made-up.json');
    const once = await readFile(path, 'utf8');
    await refresh(['made-up', '--yes', '--record'], [route('made-up')], await outside(), paths);
    expect(await readFile(path, 'utf8')).toBe(once);
  });

  test('is refused for a source without a record', async () => {
    const without = { 'data/sources/other.json': JSON.stringify(recordOf('other', [])) };
    expect(await complaint(command(['made-up', '--yes', '--record'], without))).toMatch(
      /^data\/sources\/made-up\.json is not there yet: write it/,
    );
  });
});

test.each([
  [[], /^Name one source\. There are: made-up, other\./],
  [['made-up', 'other'], /^Name one source\./],
  [['nowhere'], /^No route for nowhere\. There are: made-up, other\./],
])('%j stops with what there is', async (args, message) => {
  expect(await complaint(command(args))).toMatch(message);
});

test('an option of another source is refused, and so is one of none', async () => {
  const strange: Route = { ...route('third'), options: { colour: 'string' } };
  const paths = pathsBelow(await folderWith());
  const run = async (...args: string[]) => refresh(args, [route('made-up'), strange], await outside(), paths);
  expect(await complaint(run('made-up', '--colour', 'red'))).toMatch(
    /^made-up has no option --colour\. Its options: /,
  );
  await expect(run('made-up', '--color', 'red')).rejects.toThrow(/Unknown option '--color'/);
});

test('--help tells of every route, and asks nobody', async () => {
  told();
  const paths = pathsBelow(await folderWith());
  expect(await refresh(['--help'], ROUTES, await outside(), paths)).toBeNull();
  const help = told();
  for (const { id, options } of ROUTES) {
    expect(help).toContain(`\n  ${id}\n`);
    for (const name of Object.keys(options)) expect(help).toContain(`--${name}`);
  }
});

test('no two routes have one name, and no option has two types', () => {
  expect(new Set(ROUTES.map(({ id }) => id)).size).toBe(ROUTES.length);
  const types = new Map<string, string>();
  for (const { options } of ROUTES)
    for (const [name, type] of Object.entries(options))
      expect(types.set(name, types.get(name) ?? type).get(name)).toBe(type);
});

describe('the file of a record that an adapter reads', () => {
  const record = (...names: readonly string[]) =>
    recordOf(
      'made-up',
      names.map((name) => fileOf(`made-up/${name}`, name)),
    );

  test('is that of the name, or the edition of it', () => {
    expect(editionOf(record('h2020.csv.gz', 'pic_names.csv'), 'h2020', '.csv.gz')).toBe(
      'made-up/h2020.csv.gz',
    );
    expect(
      editionOf(record('h2020-2026-11-21.csv.gz', 'h2020-names-2026-11-21.csv.gz'), 'h2020', '.csv.gz'),
    ).toBe('made-up/h2020-2026-11-21.csv.gz');
    expect(editionOf(record('ny.gdp.pcap.cd.csv', 'ny.gdp.pcap.pp.cd.csv'), 'ny.gdp.pcap.cd', '.csv')).toBe(
      'made-up/ny.gdp.pcap.cd.csv',
    );
  });

  test('is one, or it is not known which', async () => {
    const find = async (...names: readonly string[]) => editionOf(record(...names), 'h2020', '.csv.gz');
    expect(await complaint(find('other.csv'))).toBe(
      'data/sources/made-up.json names no file h2020.csv.gz, nor an edition of it.',
    );
    expect(await complaint(find('h2020.csv.gz', 'h2020-2026.csv.gz'))).toMatch(
      /names several files h2020…\.csv\.gz: /,
    );
  });
});

test('a record that is damaged stays as it is', async () => {
  const { paths } = await command(['made-up']);
  await fill(paths.records, { 'made-up.json': '{' });
  await writeFile(join(paths.records, 'made-up.json'), '{');
  expect(
    await complaint(refresh(['made-up', '--yes', '--record'], [route('made-up')], await outside(), paths)),
  ).toMatch(/made-up\.json is not JSON/);
  expect(await readFile(join(paths.records, 'made-up.json'), 'utf8')).toBe('{');
});
