import { expect, test } from 'vitest';
import { keyRow, layBlocks, swatch } from './legend.ts';

test('blocks break into rows where they do not fit', () => {
  const block = keyRow(null, [swatch('some words', {})], 11);
  expect(layBlocks([block, block], 1000, 0).height).toBe(block.height);
  expect(layBlocks([block, block], block.width + 5, 0).height).toBeGreaterThan(block.height * 2);
});
