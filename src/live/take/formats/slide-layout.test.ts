import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../charts/measure.ts';
import { SLIDE, slideOf, type SlideWords } from './slide-layout.ts';

const WORDS: SlideWords = {
  headline:
    'The United States hosted 135,940 students of India in 2018, as many as the next three (UNESCO UIS).',
  subline: 'Students from India by destination, 2018',
  credits: ['No 2018 data from China.', 'Source: a record.', `https://example.org/${'a'.repeat(400)}`],
};
const wide = (width: number, height: number) => ({ width, height, smallest: 12 });

describe.each([
  ['a wide picture', wide(880, 477)],
  ['a flat one', wide(704, 120)],
  ['a square one', wide(704, 720)],
  ['a tall one', wide(328, 890)],
])('%s', (_, picture) => {
  const slide = slideOf(WORDS, [picture]);

  test('keeps its shape, and all of it is on the slide', () => {
    const { x, y, width, height } = slide.place;
    expect(width / height).toBeCloseTo(picture.width / picture.height);
    expect(Math.min(x, y, SLIDE.width - x - width, SLIDE.height - y - height)).toBeGreaterThanOrEqual(
      64 - 1e-9,
    );
    expect(slide.smallest).toBeCloseTo((12 * width) / picture.width);
  });

  test('lies over no word, and no word over the edge', () => {
    const { x, y, width, height } = slide.place;
    for (const line of slide.lines) {
      const right = line.x + textWidth(line.text, line.size);
      const apart = right <= x || line.x >= x + width || line.y <= y || line.y - line.size >= y + height;
      expect([line.text, apart]).toEqual([line.text, true]);
      expect(right).toBeLessThanOrEqual(SLIDE.width - 48);
      expect(line.y).toBeLessThanOrEqual(SLIDE.height - 32);
    }
    expect(slide.lines.map(({ text }) => text).join(' ')).toContain(
      'Students from India by destination, 2018',
    );
  });
});

test('words stand over a wide picture, and beside a tall one', () => {
  const right = (picture: ReturnType<typeof wide>): number =>
    Math.max(...slideOf(WORDS, [picture]).lines.map(({ x, text, size }) => x + textWidth(text, size)));
  expect(right(wide(704, 200))).toBeGreaterThan(900);
  expect(right(wide(328, 890))).toBeLessThan(700);
});

test('the wide drawing is shown where it can be read, and the narrow one where only that can', () => {
  const narrow = { width: 328, height: 450, smallest: 10.5 };
  expect(slideOf(WORDS, [wide(704, 520), narrow]).picture.width).toBe(704);
  expect(slideOf(WORDS, [wide(704, 1400), narrow]).picture).toBe(narrow);
});
