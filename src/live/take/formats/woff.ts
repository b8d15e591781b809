/** The tables of a font, by their four letters. */
export type FontTables = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * Unpacks a font of the web (WOFF 1.0, W3C 2012), whose tables are those of TrueType, each pressed by zlib.
 * @throws {Error} where it is no such file
 */
export async function unpackWoff(file: ArrayBuffer): Promise<FontTables> {
  const view = new DataView(file);
  if (view.getUint32(0) !== 0x774f4646) throw new Error('A font is no WOFF file.');
  const entries = Array.from({ length: view.getUint16(12) }, (_, i) => 44 + 20 * i);
  const tables = entries.map(async (at) => {
    const tag = String.fromCharCode(...new Uint8Array(file, at, 4));
    const [offset, packed, whole] = [4, 8, 12].map((more) => view.getUint32(at + more)) as [
      number,
      number,
      number,
    ];
    const bytes = new Uint8Array(file, offset, packed);
    return [tag, packed < whole ? await inflated(bytes) : bytes] as const;
  });
  return new Map(await Promise.all(tables));
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
