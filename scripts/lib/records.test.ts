import { expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { recordOf } from '../testing/record.ts';
import { readRecords } from './records.ts';

const read = async (record: unknown, name = 'made-up.json') =>
  readRecords(await folderWith({ [name]: typeof record === 'string' ? record : JSON.stringify(record) }));

test('a record that fits is read, by its id', async () => {
  const record = recordOf('made-up', []);
  expect(await read(record)).toEqual(new Map([['made-up', record]]));
});

test("the repository's own records fit, and no file is listed twice", async () => {
  const files = [...(await readRecords()).values()].flatMap((record) => record.files.map((f) => f.path));
  expect(new Set(files).size).toBe(files.length);
});

test.each([
  [
    'a missing field',
    { ...recordOf('made-up', []), citation: undefined },
    'expected string, received undefined\n  → at citation',
  ],
  ['a field that nobody knows', { ...recordOf('made-up', []), author: 'x' }, 'Unrecognized key: "author"'],
  [
    'a checksum of the wrong length',
    recordOf('made-up', [{ path: 'a/b.csv', bytes: 1, sha256: 'abc' }]),
    'files[0].sha256',
  ],
  [
    'a path that leads out of the folder',
    recordOf('made-up', [{ path: '../b.csv', bytes: 1, sha256: '0'.repeat(64) }]),
    'files[0].path',
  ],
  [
    'a size that is no whole number',
    recordOf('made-up', [{ path: 'a/b.csv', bytes: 1.5, sha256: '0'.repeat(64) }]),
    'files[0].bytes',
  ],
])('%s stops with the file and the field', async (_what, record, field) => {
  const message = await complaint(read(record));
  expect(message).toMatch(/made-up\.json is no source record:/);
  expect(message).toContain(field);
});

test('what is not JSON, or named otherwise than its id, stops with the name of the file', async () => {
  expect(await complaint(read('{'))).toMatch(/made-up\.json is not JSON: /);
  expect(await complaint(read(recordOf('made-up', []), 'other.json'))).toMatch(
    /other\.json: its id is made-up; name the file made-up\.json/,
  );
});
