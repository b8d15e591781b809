import { createWriteStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { UserError } from './errors.ts';
import { broken, readDirectory, refused, startOf, type Entry } from './unzip-directory.ts';
import { replaceWhole } from './whole.ts';

/** Which files of an archive to unpack, and how. */
export interface Wanted {
  /** Their paths in the archive, all of which must be there; or what their paths fulfil, of which there must be one. */
  readonly members: readonly string[] | ((name: string) => boolean);
  /** Most bytes that each of them may have when unpacked. */
  readonly maxBytes: number;
  /** The archive, as messages name it; its file name if left out. */
  readonly what?: string;
}

/**
 * Unpacks files of a zip below a folder, under their paths in the archive, and gives these paths. All of them land whole, with
 * the size and the CRC that the archive states, or none does; other files of the folder stay. Nothing is held in memory.
 * @throws {UserError} for a zip that is cut short or damaged, that lacks what is wanted, or that is not to be trusted
 */
export async function unzipTo(zip: string, folder: string, wanted: Wanted): Promise<string[]> {
  return withMembers(zip, wanted, async (members) => {
    // Each is renamed only when all after it are unpacked.
    const place = async ([first, ...rest]: readonly Member[]): Promise<void> => {
      if (!first) return;
      await replaceWhole(join(folder, first.name), async (temporary) => {
        await pipeline(first.content(), createWriteStream(temporary));
        await place(rest);
      });
    };
    await place(members);
    return members.map(({ name }) => name);
  });
}

/** Like `unzipTo` for small files: their content by their paths in the archive. */
export async function unzipped(zip: string, wanted: Wanted): Promise<Map<string, Buffer>> {
  return withMembers(zip, wanted, async (members) => {
    const contents = new Map<string, Buffer>();
    for (const { name, content } of members) {
      const chunks: Buffer[] = [];
      for await (const chunk of content()) chunks.push(chunk);
      contents.set(name, Buffer.concat(chunks));
    }
    return contents;
  });
}

/** The paths of all files of a zip, in its order. */
export async function namesIn(zip: string, what: string = basename(zip)): Promise<string[]> {
  return opened(zip, what, async (handle) => (await readDirectory(handle, what)).map(({ name }) => name));
}

interface Member {
  readonly name: string;
  readonly content: () => AsyncGenerator<Buffer>;
}

function withMembers<T>(
  zip: string,
  { members, maxBytes, what = basename(zip) }: Wanted,
  use: (members: readonly Member[]) => Promise<T>,
): Promise<T> {
  return opened(zip, what, async (handle) => {
    const chosen = choose(await readDirectory(handle, what), members, what);
    return use(
      chosen.map((entry) => ({ name: entry.name, content: () => contentOf(handle, entry, maxBytes, what) })),
    );
  });
}

async function opened<T>(zip: string, what: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(zip).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new UserError(`${what} is missing: there is no ${zip}.`) : error;
  });
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

function choose(entries: readonly Entry[], members: Wanted['members'], what: string): Entry[] {
  const chosen = entries.filter(({ name }) =>
    typeof members === 'function' ? members(name) : members.includes(name),
  );
  const missing =
    typeof members === 'function'
      ? []
      : members.filter((name) => !entries.some((entry) => entry.name === name));
  if (chosen.length && !missing.length) return chosen;
  const there = entries.slice(0, 20).map(({ name }) => name);
  if (entries.length > there.length) there.push(`and ${entries.length - there.length} more`);
  throw new UserError(
    `${what} does not hold ${missing.join(', ') || 'what is looked for'}.\nIt holds: ${there.join(', ') || 'nothing'}.\n` +
      'Has the publisher changed it? Mend the adapter or the script that unpacks it.',
  );
}

/** The bytes of a member, checked as they come out: their number against what may be, and in the end their CRC. */
async function* contentOf(
  handle: FileHandle,
  entry: Entry,
  maxBytes: number,
  what: string,
): AsyncGenerator<Buffer> {
  const { name, packed, method } = entry;
  if (method !== 0 && method !== 8)
    throw refused(what, name, `is packed by method ${method}, which we do not know`);
  if (entry.bytes > maxBytes)
    throw refused(what, name, `has ${entry.bytes} bytes, more than the ${maxBytes} that we let it have`);
  const start = await startOf(handle, entry, what);
  let [bytes, crc] = [0, 0];
  try {
    for await (const chunk of inflated(handle, start, packed, method)) {
      bytes += chunk.length;
      // An archive may hold more than it says of itself.
      if (bytes > entry.bytes)
        throw refused(what, name, `holds more than the ${entry.bytes} bytes that it says`);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_') ? broken(what, `${name} is damaged (${message})`) : error;
  }
  if (bytes < entry.bytes || crc !== entry.crc32)
    throw broken(
      what,
      `${name} is damaged: ${bytes} of ${entry.bytes} bytes, CRC ${hex(crc)} for ${hex(entry.crc32)}`,
    );
}

function inflated(handle: FileHandle, start: number, packed: number, method: number): AsyncIterable<Buffer> {
  const bytes = bytesOf(handle, start, packed);
  if (method === 0) return bytes;
  const inflate = createInflateRaw();
  // Its errors come out of the last stream.
  pipeline(bytes, inflate).catch(() => undefined);
  return inflate;
}

async function* bytesOf(handle: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  const end = start + length;
  for (let at = start; at < end;) {
    const wanted = Math.min(end - at, 262_144);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(wanted), 0, wanted, at);
    // The file ends too early, which shows in what comes out.
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

const hex = (crc: number): string => crc.toString(16).padStart(8, '0');
