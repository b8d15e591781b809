import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { ROOT } from '../../paths.ts';
import { replaceFolder } from '../../whole.ts';

/** Files of letters of the families that pictures are written in: those for Latin first, as they hold nearly all. */
export const LETTERS: readonly string[] = ['latin', 'latin-ext'].flatMap((part) => [
  ...[400, 500, 600, 700].map((weight) => `inter/files/inter-${part}-${weight}-normal.woff`),
  `inter/files/inter-${part}-400-italic.woff`,
  ...[400, 600].map((weight) => `source-serif-4/files/source-serif-4-${part}-${weight}-normal.woff`),
]);

/**
 * Unpacks the letters for a program that reads plain fonts from files, once.
 * @returns paths of the fonts, those for Latin first
 */
export async function lettersIn(folder: string): Promise<readonly string[]> {
  const names = LETTERS.map((path) => (path.split('/').at(-1) ?? '').replace(/\.woff$/, '.ttf'));
  if (!names.every((name) => existsSync(join(folder, name))))
    await replaceFolder(folder, async (temporary) => {
      await mkdir(temporary, { recursive: true });
      for (const [i, path] of LETTERS.entries()) {
        const woff = await readFile(join(ROOT, 'node_modules/@fontsource', path));
        await writeFile(
          join(temporary, names[i] ?? ''),
          sfntOf(woff, path.startsWith('inter/') ? 'Inter' : 'Source Serif 4'),
        );
      }
    });
  return names.map((name) => join(folder, name));
}

/**
 * A font of WOFF 1.0 as it was before it was packed: the same tables, each inflated (W3C, WOFF File Format 1.0, sections 4 and 5). Its name is
 * made that of its family alone: weights between regular and bold call themselves families of their own ("Inter SemiBold"), and who
 * asks for Inter of weight 600 would not find them.
 * @throws {Error} where it is no such file, or damaged
 */
export function sfntOf(woff: Buffer, family: string): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file.');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, i) => {
    const at = 44 + i * 20;
    const [offset, packed, length] = [4, 8, 12].map((more) => woff.readUInt32BE(at + more)) as [
      number,
      number,
      number,
    ];
    const tag = woff.toString('latin1', at, at + 4);
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    if (table.length !== length) throw new Error(`The table ${tag} of a WOFF file is damaged.`);
    return { tag, table: tag === 'name' ? nameTable(family) : table };
  });
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables.length - power) * 16, 10);
  const parts: Buffer[] = [head];
  let end = head.length;
  for (const [i, { tag, table }] of tables.entries()) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const at = 12 + 16 * i;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(sumOf(padded), at + 4);
    head.writeUInt32BE(end, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    parts.push(padded);
    end += padded.length;
  }
  return Buffer.concat(parts);
}

function sumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

/** The table `name` of OpenType, in the words of Windows: family (1), and a name for printers (6), without which fonts are passed over. */
function nameTable(family: string): Buffer {
  const words = Buffer.from(family, 'utf16le').swap16();
  const printed = Buffer.from(family.replaceAll(' ', ''), 'utf16le').swap16();
  const fields = [
    ...[0, 2, 30],
    ...[3, 1, 0x409, 1, words.length, 0],
    ...[3, 1, 0x409, 6, printed.length, words.length],
  ];
  const head = Buffer.alloc(2 * fields.length);
  for (const [i, field] of fields.entries()) head.writeUInt16BE(field, 2 * i);
  return Buffer.concat([head, words, printed]);
}
