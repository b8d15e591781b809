/** Dots of a screen's inch at its usual density: a pixel of the page is 1/96 inch. */
export const SCREEN_DPI = 96;
const METRE_IN_INCHES = 1 / 0.0254;

/** Bytes of a PNG before its second chunk: signature and header. */
const HEAD = 33;

/**
 * A PNG that says how many pixels it has to the inch (chunk pHYs), so that programs of layout give it its size in millimetres.
 * @param png one that says nothing of it
 */
export function withDensity(png: Uint8Array<ArrayBuffer>, dpi: number): Blob {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const each = Math.round(dpi * METRE_IN_INCHES);
  view.setUint32(0, 9);
  chunk.set(
    [...'pHYs'].map((letter) => letter.charCodeAt(0)),
    4,
  );
  view.setUint32(8, each);
  view.setUint32(12, each);
  // Of a metre.
  view.setUint8(16, 1);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return new Blob([png.subarray(0, HEAD), chunk, png.subarray(HEAD)], { type: 'image/png' });
}

/** The check of PNG's chunks (ISO 3309), over their name and content. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
