import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { withDensity } from './density.ts';

/** Signature and header of a picture of one pixel, then what follows. */
const HEAD = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array<number>(25).fill(7)]);
const REST = Uint8Array.from([1, 2, 3]);

test('a PNG says its density in a chunk of its own, right after the header, and is as it was beside', async () => {
  const png = Buffer.from(await withDensity(Uint8Array.from([...HEAD, ...REST]), 300).arrayBuffer());
  expect(png.subarray(0, 33)).toEqual(Buffer.from(HEAD));
  const chunk = png.subarray(33, 54);
  expect([chunk.readUInt32BE(0), chunk.toString('latin1', 4, 8)]).toEqual([9, 'pHYs']);
  expect([chunk.readUInt32BE(8), chunk.readUInt32BE(12), chunk[16]]).toEqual([11_811, 11_811, 1]);
  expect(chunk.readUInt32BE(17)).toBe(crc32(chunk.subarray(4, 17)));
  expect(png.subarray(54)).toEqual(Buffer.from(REST));
});
