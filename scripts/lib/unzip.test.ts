import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { filesIn, folderWith } from '../testing/folder.ts';
import { namesIn, unzipped, unzipTo, type Wanted } from './unzip.ts';

const PROJECTS = 'id;acronym;title\n1;ATLAS;Née en été\n'.repeat(5000);
const FILES = { 'project.csv': PROJECTS, 'csv/organization.csv': 'name\n', 'readme.txt': 'Read me.' };
const ALL = () => true;

const zipOf = (files: Zippable): Buffer => Buffer.from(zipSync(files));
const textZip = (files: Readonly<Record<string, string>>, options = {}): Buffer =>
  zipOf(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [Buffer.from(text), options]])),
  );

/** Writes an archive to a folder of its own, and unpacks what is wanted of it to another. */
async function unpack(zip: Uint8Array, wanted: Partial<Wanted> = {}, there: Record<string, string> = {}) {
  const path = join(await folderWith({ 'data.zip': zip }), 'data.zip');
  const folder = await folderWith(there);
  const done = unzipTo(path, folder, {
    members: ALL,
    maxBytes: 1_000_000,
    what: 'made-up, data.zip',
    ...wanted,
  });
  return { path, folder, done };
}

/** The message of an archive that must be refused, after a look at what it left: nothing. */
async function refusal(zip: Uint8Array, wanted: Partial<Wanted> = {}): Promise<string> {
  const { folder, done } = await unpack(zip, wanted, { 'project.csv': 'older edition' });
  const message = await complaint(done);
  expect(await filesIn(folder)).toEqual(['project.csv']);
  expect(await readFile(join(folder, 'project.csv'), 'utf8')).toBe('older edition');
  return message;
}

/** The archive with some bytes in place of others, everywhere. */
function patched(zip: Buffer, from: string, to: string): Buffer {
  const text = zip.toString('latin1').replaceAll(from, to);
  return Buffer.from(text, 'latin1');
}

/** Where the first entry of the central directory begins. */
const listAt = (zip: Buffer): number => zip.indexOf('PK\x01\x02', 0, 'latin1');

describe('of an archive', () => {
  test('all files are unpacked to their paths; others of the folder stay', async () => {
    const { path, folder, done } = await unpack(
      textZip(FILES),
      {},
      { 'project.csv': 'older', 'ours.csv': 'x' },
    );
    expect(await done).toEqual(Object.keys(FILES));
    expect(await filesIn(folder)).toEqual(['csv/organization.csv', 'ours.csv', 'project.csv', 'readme.txt']);
    expect(await readFile(join(folder, 'project.csv'), 'utf8')).toBe(PROJECTS);
    expect(await namesIn(path)).toEqual(Object.keys(FILES));
  });

  test.each<[string, Wanted['members'], string[]]>([
    ['named', ['readme.txt'], ['readme.txt']],
    ['that fulfil a rule', (name) => name.endsWith('.csv'), ['csv/organization.csv', 'project.csv']],
  ])('only those %s are', async (_what, members, expected) => {
    const { folder, done } = await unpack(textZip(FILES), { members });
    await done;
    expect(await filesIn(folder)).toEqual(expected);
  });

  test('small files can be had without a folder', async () => {
    const { path } = await unpack(textZip(FILES));
    const contents = await unzipped(path, { members: ['project.csv', 'readme.txt'], maxBytes: 1_000_000 });
    expect([...contents].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['project.csv', PROJECTS],
      ['readme.txt', 'Read me.'],
    ]);
  });

  test.each([
    ['files that are not packed', textZip(FILES, { level: 0 })],
    ['a comment at its end', withComment(textZip(FILES), `Made by PK\x05\x06${'\0'.repeat(40)}`)],
    [
      'a folder of its own',
      zipOf({ csv: { 'organization.csv': Buffer.from('name\n') }, 'csv/': new Uint8Array() }),
    ],
    ['numbers of 64 bits', inZip64('organization.csv', 'name\n')],
    ['an empty file', textZip({ 'organization.csv': '' })],
  ])('with %s, files are unpacked', async (_what, zip) => {
    const { folder, done } = await unpack(zip);
    const names = await done;
    expect(await filesIn(folder)).toEqual([...names].sort());
    expect(names.some((name) => name.endsWith('organization.csv'))).toBe(true);
  });

  test('a file that is missing stops with those that there are', async () => {
    expect(await refusal(textZip(FILES), { members: ['project.csv', 'projects.csv'] })).toBe(
      'made-up, data.zip does not hold projects.csv.\nIt holds: project.csv, csv/organization.csv, readme.txt.\n' +
        'Has the publisher changed it? Mend the adapter or the script that unpacks it.',
    );
    expect(await refusal(textZip(FILES), { members: (name) => name.endsWith('.xlsx') })).toMatch(
      /does not hold what is looked for\.\nIt holds: project\.csv, /,
    );
  });

  test('that is not there, the name is told', async () => {
    const done = unzipped('/nowhere/data.zip', { members: ALL, maxBytes: 1 });
    expect(await complaint(done)).toBe('data.zip is missing: there is no /nowhere/data.zip.');
  });
});

describe('an archive is refused as a whole, even for a file that is not wanted, if it holds', () => {
  const wanted = { members: ['project.csv'] };
  test.each([
    ['a path outside its folder', '../evil.csv', 'leads out of the folder that it is for'],
    ['one that climbs on its way', 'csv/../../evil.csv', 'leads out of the folder that it is for'],
    ['an absolute path', '/etc/evil.csv', 'names a place on the disk'],
    ['a drive', 'C:evil.csv', 'names a place on the disk'],
    ['a backslash', '..\\evil.csv', 'has a backslash in its name'],
    ['a NUL', 'evil.csv\0.txt', 'has no text as its name'],
    ['a file without a name', '.', 'has no name'],
  ])('%s', async (_what, name, why) => {
    expect(await refusal(textZip({ 'project.csv': PROJECTS, [name]: 'x' }), wanted)).toBe(
      `made-up, data.zip is refused: its ${JSON.stringify(name)} ${why}. Nothing of it was unpacked. Bring it again; if it comes so from the publisher, ask them.`,
    );
  });

  test('a link', async () => {
    const link = { os: 3, attrs: (0o120777 << 16) >>> 0 };
    const zip = zipOf({ 'project.csv': Buffer.from(PROJECTS), link: [Buffer.from('/etc/passwd'), link] });
    expect(await refusal(zip, wanted)).toMatch(/its "link" is a link to another file\./);
  });

  test.each([
    ['projekt.csv', 'project.csv'],
    ['./csv//ect.csv', 'csv/ect.csv'],
  ])('a name twice: %s for %s', async (alias, name) => {
    const zip = textZip({ [name]: 'x', [alias]: 'y' });
    const twice = alias === 'projekt.csv' ? patched(zip, alias, name) : zip;
    expect(await refusal(twice, { members: [name] })).toMatch(/ is there twice\./);
  });

  test('what is encrypted', async () => {
    const zip = textZip(FILES);
    zip.writeUInt16LE(zip.readUInt16LE(listAt(zip) + 8) | 1, listAt(zip) + 8);
    expect(await refusal(zip, wanted)).toMatch(/its "project\.csv" is encrypted\./);
  });
});

describe('a bomb', () => {
  const BOMB = textZip({ 'readme.txt': 'Read me.', 'project.csv': '0'.repeat(20_000_000) });

  test('that says how large it is is not unpacked', async () => {
    expect(BOMB.length).toBeLessThan(50_000);
    expect(await refusal(BOMB)).toMatch(
      /its "project\.csv" has 20000000 bytes, more than the 1000000 that we let it have\./,
    );
  });

  test('that lies of its size is stopped at what it said', async () => {
    const zip = Buffer.from(BOMB);
    const second = zip.indexOf('PK\x01\x02', listAt(zip) + 4, 'latin1');
    expect(zip.readUInt32LE(second + 24)).toBe(20_000_000);
    zip.writeUInt32LE(1000, second + 24);
    const path = join(await folderWith({ 'data.zip': zip }), 'data.zip');
    const before = process.memoryUsage().arrayBuffers;
    const message = await complaint(unzipped(path, { members: ALL, maxBytes: 1_000_000 }));
    expect(message).toMatch(/its "project\.csv" holds more than the 1000 bytes that it says\./);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    expect(await refusal(zip)).toMatch(/holds more than the 1000 bytes/);
  });
});

describe('an archive that is not whole', () => {
  const SMALL = textZip({ 'readme.txt': 'Read me.', 'project.csv': 'id;title\n1;ATLAS\n1;ATLAS\n1;ATLAS\n' });

  test('is refused wherever it was cut', async () => {
    for (let length = 0; length < SMALL.length; length++)
      expect(await refusal(SMALL.subarray(0, length)), `cut to ${length}`).toMatch(
        /^made-up, data\.zip is no whole zip: .*\. Nothing of it was unpacked\. Was it cut short\? Bring it again\.$/,
      );
  });

  test('is refused whichever byte of a file was damaged', async () => {
    const { length } = 'project.csv';
    const header = SMALL.indexOf('project.csv') + length;
    const end = listAt(SMALL);
    expect(end - header).toBeGreaterThan(15);
    for (let at = header; at < end; at++) {
      const zip = Buffer.from(SMALL);
      zip[at] = (zip[at] ?? 0) ^ 0x10;
      expect(await refusal(zip), `byte ${at}`).toMatch(/: project\.csv is damaged|holds more than/);
    }
  });

  test('is told by its CRC where the size is right', async () => {
    const zip = textZip({ 'project.csv': 'id;title\n' }, { level: 0 });
    expect(await refusal(patched(zip, 'id;title', 'id;tiTle'))).toMatch(
      /project\.csv is damaged: 9 of 9 bytes, CRC [0-9a-f]{8} for [0-9a-f]{8}\. Nothing of it was unpacked/,
    );
  });

  test('or is none is refused', async () => {
    expect(await refusal(Buffer.from('<!doctype html>'.repeat(10)))).toMatch(
      /is no whole zip: the list of its files/,
    );
  });

  test.each([
    ['more files than it lists', 10, 9, /its list of files ends after 2 of 9/],
    ['a list beyond its end', 16, 9999, /its list of files is not where it says/],
    ['a list elsewhere', 16, 1, /its list of files ends after 0 of 2/],
  ])('by %s is refused', async (_what, field, value, message) => {
    const zip = Buffer.from(SMALL);
    zip.writeUInt16LE(value, zip.length - 22 + field);
    expect(await refusal(zip)).toMatch(message);
  });
});

test.each([
  ['a file elsewhere', 42, 1, /: readme\.txt is not where its list of files says\./],
  ['more bytes than come out', 24, 9, /: readme\.txt is damaged: 8 of 9 bytes/],
])('an archive that lists %s is refused', async (_what, field, value, message) => {
  const zip = textZip({ 'readme.txt': 'Read me.' });
  zip.writeUInt32LE(value, listAt(zip) + field);
  expect(await refusal(zip)).toMatch(message);
});

test('an archive whose list is at no place that a disk has is refused', async () => {
  const zip = inZip64('readme.txt', 'Read me.');
  zip.writeBigUInt64LE(2n ** 64n - 1n, zip.length - 22 - 12);
  expect(await refusal(zip)).toMatch(/is no whole zip: it has \d+ bytes, and should go on to /);
});

test('a way of packing that we do not know is named', async () => {
  const zip = textZip(FILES);
  zip.writeUInt16LE(14, listAt(zip) + 10);
  expect(await refusal(zip)).toMatch(/its "project\.csv" is packed by method 14, which we do not know\./);
});

function withComment(zip: Buffer, comment: string): Buffer {
  const commented = Buffer.concat([zip, Buffer.from(comment, 'latin1')]);
  commented.writeUInt16LE(comment.length, zip.length - 2);
  return commented;
}

/** An archive of one file whose sizes and places all stand in fields of 64 bits, as some writers have it whatever its size. */
function inZip64(name: string, text: string): Buffer {
  const zip = textZip({ [name]: text });
  const list = listAt(zip);
  const entry = zip.subarray(list, list + 46 + name.length);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  [24, 20, 42].forEach((field, i) => {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 4 + 8 * i);
    entry.writeUInt32LE(0xffffffff, field);
  });
  entry.writeUInt16LE(extra.length, 30);

  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(entry.length + extra.length), 40);
  end64.writeBigUInt64LE(BigInt(list), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(list + entry.length + extra.length), 8);
  const end = Buffer.from(zip.subarray(zip.length - 22));
  end.fill(0xff, 8, 20);
  return Buffer.concat([zip.subarray(0, list), entry, extra, end64, locator, end]);
}
