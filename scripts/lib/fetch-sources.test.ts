import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { fill, filesIn, folderWith } from '../testing/folder.ts';
import { cutAfter, file, serverWith } from '../testing/http-server.ts';
import { told } from '../testing/quiet.ts';
import { fileOf, recordOf } from '../testing/record.ts';
import { Downloader } from './downloader.ts';
import { fetchSources } from './fetch-sources.ts';
import { pathsBelow } from './paths.ts';

const CONTENT = { 'one/a.csv': 'a\n1\n', 'one/b.csv': 'b\n2\n', 'two/c.csv': 'c\n3\n' };

/** A repository with two records, and a mirror of their three files. */
async function repository(mirrored: Record<string, string> = CONTENT) {
  const record = (id: string) =>
    recordOf(
      id,
      Object.entries(CONTENT)
        .filter(([path]) => path.startsWith(id))
        .map(([path, content]) => fileOf(path, content)),
    );
  const root = await folderWith({
    'data/sources/one.json': JSON.stringify(record('one')),
    'data/sources/two.json': JSON.stringify(record('two')),
  });
  told();
  return { paths: pathsBelow(root), mirror: await folderWith(mirrored) };
}

test('every file of every record is brought, and each is told', async () => {
  const { paths, mirror } = await repository();
  await fetchSources(paths, { mirror });
  expect(await filesIn(paths.raw)).toEqual(Object.keys(CONTENT));
  expect(told()).toBe(
    'fetched   one/a.csv (4 bytes)\nfetched   one/b.csv (4 bytes)\nfetched   two/c.csv (4 bytes)\n',
  );
});

test('what is there and as recorded is not brought again, what was changed is', async () => {
  const { paths, mirror } = await repository();
  await fill(paths.raw, { ...CONTENT, 'one/b.csv': 'b\n9\n' });
  await fetchSources(paths, { mirror });
  expect(told()).toBe('there     one/a.csv\nfetched   one/b.csv (4 bytes)\nthere     two/c.csv\n');
  expect(await readFile(join(paths.raw, 'one/b.csv'), 'utf8')).toBe(CONTENT['one/b.csv']);
});

test('one source can be brought alone; one without a record stops, with those that there are', async () => {
  const { paths, mirror } = await repository();
  await fetchSources(paths, { mirror, only: ['two'] });
  expect(await filesIn(paths.raw)).toEqual(['two/c.csv']);
  expect(await complaint(fetchSources(paths, { mirror, only: ['three'] }))).toBe(
    'No source three. There are: one, two.',
  );
});

test('a file that does not come stops; those before it stay, whole', async () => {
  const { paths, mirror } = await repository({ ...CONTENT, 'one/b.csv': 'b\n' });
  expect(await complaint(fetchSources(paths, { mirror }))).toMatch(
    /^one\/b\.csv: it has 2 bytes, 4 are recorded/,
  );
  expect(await filesIn(paths.raw)).toEqual(['one/a.csv']);
});

test('by URL, everything else is brought before the files that have none are named', async () => {
  const server = await serverWith({
    '/b.csv': [cutAfter(1, CONTENT['one/b.csv']), file(CONTENT['one/b.csv'])],
  });
  const { paths } = await repository();
  const rebuilt = (path: keyof typeof CONTENT) => ({
    ...fileOf(path, CONTENT[path]),
    rebuilt_from: 'yearbooks',
  });
  await fill(paths.records, {
    'one.json': JSON.stringify(
      recordOf('one', [
        rebuilt('one/a.csv'),
        fileOf('one/b.csv', CONTENT['one/b.csv'], `${server.host}/b.csv`),
      ]),
    ),
    'two.json': JSON.stringify(recordOf('two', [rebuilt('two/c.csv')])),
  });
  const downloader = new Downloader({ wait: () => Promise.resolve() });
  expect(await complaint(fetchSources(paths, { downloader }))).toBe(
    'Everything else is there, but 2 files have no URL:\n' +
      '  one/a.csv: it was rebuilt from yearbooks\n' +
      '  two/c.csv: it was rebuilt from yearbooks\n' +
      'From a folder that holds them under the same path: npm run data:fetch -- --mirror FOLDER one two',
  );
  expect(await filesIn(paths.raw)).toEqual(['one/b.csv']);

  await fill(paths.raw, { 'two/c.csv': CONTENT['two/c.csv'] });
  expect(await complaint(fetchSources(paths, { downloader }))).toMatch(
    /^Everything else is there, but one file has no URL:\n.*\nFrom a folder that holds it .*FOLDER one$/,
  );
  await fetchSources(paths, { downloader, only: ['two'] });
});
