/** One entry of a tar archive. */
interface TarEntry {
  readonly name: string;
  readonly mode: number;
  readonly kind: 'file' | 'folder';
  readonly data: Uint8Array;
}

const BLOCK = 512;

/** A text field of a header, up to its first NUL byte. */
const field = (header: Buffer, from: number, to: number): string =>
  header.toString('utf8', from, to).replace(/\0.*$/s, '');

/**
 * The entries of a plain (ustar) archive, in order. Enough for the archives that the Chromium package ships.
 * Throws for links and for other kinds of entry, rather than leave a file out.
 */
export function* readTar(archive: Buffer): Generator<TarEntry> {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + BLOCK);
    const name = field(header, 0, 100);
    const size = parseInt(field(header, 124, 136), 8) || 0;
    const type = field(header, 156, 157);
    if (!['', '0', '5'].includes(type))
      throw new Error(`The archive entry ${name} has the kind "${type}", which this reader does not know.`);
    yield {
      name,
      mode: parseInt(field(header, 100, 108), 8) || 0o644,
      kind: type === '5' ? 'folder' : 'file',
      data: archive.subarray(at + BLOCK, at + BLOCK + size),
    };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
