import type { FileHandle } from 'node:fs/promises';
import { posix } from 'node:path';
import { UserError } from './errors.ts';

/** One file of an archive, as its central directory lists it. */
export interface Entry {
  /** Its path in the archive, with forward slashes; never leads out of a folder. */
  readonly name: string;
  /** Bytes when unpacked, as the archive says; to be checked on what really comes out. */
  readonly bytes: number;
  readonly packed: number;
  readonly crc32: number;
  readonly method: number;
  /** Where its own header begins, which its bytes follow. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
/** Stands where a number is too large for its field, and is found in an extra one. */
const ELSEWHERE = 0xffffffff;
/** A directory of this size lists some hundred thousand files: no publisher's does. */
const LARGEST_DIRECTORY = 32_000_000;

/**
 * Reads an archive's central directory, which alone is to be believed (PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16). Folders are left out.
 * @throws {UserError} for what is no whole zip, and for an archive that holds a name which leads elsewhere, a link, or one name twice
 */
export async function readDirectory(zip: FileHandle, what: string): Promise<Entry[]> {
  const { size } = await zip.stat();
  const { count, length, offset } = await findDirectory(zip, size, what);
  if (length > LARGEST_DIRECTORY) throw broken(what, `its list of files takes ${length} bytes`);
  const directory = await readAt(zip, offset, length, what);
  const entries: Entry[] = [];
  const paths = new Set<string>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > length || directory.readUInt32LE(at) !== ENTRY)
      throw broken(what, `its list of files ends after ${i} of ${count}`);
    const end =
      at +
      46 +
      directory.readUInt16LE(at + 28) +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
    if (end > length) throw broken(what, `its list of files ends after ${i} of ${count}`);
    const { entry, isFolder } = entryOf(directory.subarray(at, end), what);
    at = end;
    if (isFolder) continue;
    const path = posix.normalize(entry.name);
    if (paths.has(path)) throw refused(what, entry.name, 'is there twice');
    paths.add(path);
    entries.push(entry);
  }
  return entries;
}

/** Where the bytes of an entry begin. */
export async function startOf(zip: FileHandle, { name, offset }: Entry, what: string): Promise<number> {
  const header = await readAt(zip, offset, 30, what);
  if (header.readUInt32LE(0) !== LOCAL) throw broken(what, `${name} is not where its list of files says`);
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** So many bytes from there, all of them. */
async function readAt(zip: FileHandle, offset: number, length: number, what: string): Promise<Buffer> {
  const { size } = await zip.stat();
  if (offset + length > size)
    throw broken(what, `it has ${size} bytes, and should go on to ${offset + length}`);
  return (await zip.read(Buffer.alloc(length), 0, length, offset)).buffer;
}

async function findDirectory(
  zip: FileHandle,
  size: number,
  what: string,
): Promise<{ count: number; length: number; offset: number }> {
  const tailStart = Math.max(0, size - 22 - LONGEST_COMMENT);
  const tail = await readAt(zip, tailStart, size - tailStart, what);
  // The last record, whose comment ends where the file ends; anything else is a comment that looks like one.
  let end = tail.length - 22;
  while (
    end >= 0 &&
    !(tail.readUInt32LE(end) === END && end + 22 + tail.readUInt16LE(end + 20) === tail.length)
  )
    end--;
  if (end < 0) throw broken(what, 'the list of its files, which ends every zip, is not there');
  const found = {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
  const locator = tailStart + end - 20;
  if (locator >= 0) {
    const bytes = await readAt(zip, locator, 20, what);
    if (bytes.readUInt32LE(0) === LOCATOR_64) {
      const record = await readAt(zip, whole(bytes.readBigUInt64LE(8)), 56, what);
      if (record.readUInt32LE(0) !== END_64) throw broken(what, 'its list of files is not where it says');
      found.count = whole(record.readBigUInt64LE(32));
      found.length = whole(record.readBigUInt64LE(40));
      found.offset = whole(record.readBigUInt64LE(48));
    }
  }
  if (found.offset + found.length > tailStart + end)
    throw broken(what, 'its list of files is not where it says');
  return found;
}

function entryOf(record: Buffer, what: string): { entry: Entry; isFolder: boolean } {
  const nameEnd = 46 + record.readUInt16LE(28);
  const name = record.subarray(46, nameEnd).toString('utf8');
  const flags = record.readUInt16LE(8);
  const mode = record.readUInt32LE(38) >>> 16;
  refuseName(name, what);
  if ((mode & 0o170000) === 0o120000) throw refused(what, name, 'is a link to another file');
  if (flags & 1) throw refused(what, name, 'is encrypted');
  const [bytes, packed, offset] = inFull(
    [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)],
    record.subarray(nameEnd, nameEnd + record.readUInt16LE(30)),
  );
  const entry = {
    name,
    bytes,
    packed,
    offset,
    crc32: record.readUInt32LE(16),
    method: record.readUInt16LE(10),
  };
  return { entry, isFolder: name.endsWith('/') };
}

/** Numbers above 4 GB stand in an extra field, in this order, and only those that need it (4.5.3). */
function inFull(numbers: [number, number, number], extra: Buffer): [number, number, number] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    return numbers.map((number) => {
      if (number !== ELSEWHERE || from + 8 > extra.length) return number;
      from += 8;
      return whole(extra.readBigUInt64LE(from - 8));
    }) as [number, number, number];
  }
  return numbers;
}

/** No file is longer than 2^53, so that a number beyond it need not be exact to be refused. */
const whole = (number: bigint): number => Number(number);

/** A name must stay in the folder that it is unpacked to, on every system. */
function refuseName(name: string, what: string): void {
  if (name.includes('\\')) throw refused(what, name, 'has a backslash in its name');
  if (name.includes('\0')) throw refused(what, name, 'has no text as its name');
  if (/^[A-Za-z]:/.test(name) || name.startsWith('/')) throw refused(what, name, 'names a place on the disk');
  if (name.split('/').includes('..')) throw refused(what, name, 'leads out of the folder that it is for');
  if (posix.normalize(name) === '.') throw refused(what, name, 'has no name');
}

/** For an archive that is not to be trusted. */
export const refused = (what: string, name: string, why: string): UserError =>
  new UserError(
    `${what} is refused: its ${JSON.stringify(name)} ${why}. Nothing of it was unpacked. Bring it again; if it comes so from the publisher, ask them.`,
  );

/** For one that is not whole. */
export const broken = (what: string, why: string): UserError =>
  new UserError(
    `${what} is no whole zip: ${why}. Nothing of it was unpacked. Was it cut short? Bring it again.`,
  );
