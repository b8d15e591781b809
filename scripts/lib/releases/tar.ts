const BLOCK = 512;

/**
 * A plain (ustar) archive of files, in the order given. The same files give the same bytes: there is no time, owner or machine in it.
 * @throws {Error} for a path that the format has no room for
 */
export function tarOf(files: Iterable<readonly [path: string, bytes: Buffer]>): Buffer {
  const parts: Buffer[] = [];
  for (const [path, bytes] of files)
    parts.push(header(path, bytes.length), bytes, Buffer.alloc(padding(bytes.length)));
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

const padding = (bytes: number): number => (BLOCK - (bytes % BLOCK)) % BLOCK;

function header(path: string, bytes: number): Buffer {
  if (Buffer.byteLength(path) > 100)
    throw new Error(`The path ${path} is longer than the 100 bytes that a tar takes.`);
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  // The checksum is taken over the header with blanks in its own place.
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
