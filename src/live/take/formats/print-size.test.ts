import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sheetOf, SIZES } from '../../../files/sheet.ts';
import { taken } from '../taken-fixture.ts';
import { drawingFor, pixelsOf, PRINT_WIDTHS, SMALLEST_TYPE, smallestType } from './print-size.ts';

test.each([
  [85, 300, 1004],
  [85, 600, 2008],
  [180, 300, 2126],
  [180, 600, 4252],
] as const)('%i mm at %i dpi are %i pixels', (width, dpi, pixels) => {
  expect(pixelsOf({ width, dpi })).toBe(pixels);
});

test('type is measured in points of the paper', () => {
  // A unit is a point where 72 of them are an inch wide.
  expect(smallestType('<text font-size="13"/><g font-size="9.5"/>', 720, 254)).toBeCloseTo(9.5);
  expect(smallestType('<text font-size="13"/>', 1440, 254)).toBeCloseTo(6.5);
});

const GOLDEN = join(import.meta.dirname, '../../../../tests/golden');

test.each(PRINT_WIDTHS)('every drawing of every view can be printed %i mm wide', async (width) => {
  const place = drawingFor(width);
  const names = (await readdir(GOLDEN)).filter(
    (name) => name.startsWith('view-') && name.endsWith(`-${place}.svg`),
  );
  expect(names.length).toBeGreaterThan(15);
  const small = await Promise.all(
    names.map(async (name) => {
      const svg = await readFile(join(GOLDEN, name), 'utf8');
      const [, across = 0, height = 0] = (/viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? []).map(Number);
      const sheet = sheetOf(taken(), { width: across, height });
      // The credits are of the sheet, around the drawing.
      const type = smallestType(`${svg}<g font-size="${SIZES.credit.size}"/>`, sheet.width, width);
      return type < SMALLEST_TYPE ? `${name}: ${type.toFixed(2)} points` : '';
    }),
  );
  expect(small.filter(Boolean)).toEqual([]);
});
