import { expect, test } from 'vitest';
import { inlined } from './inline-parameters.ts';

test('values stand where their names stood, and nowhere else', () => {
  expect(
    inlined({
      sql: "\n      SELECT '$year', a -- $layer\n      FROM flows WHERE layer = $layer AND year = $year AND x = $none",
      params: { layer: "o'clock", year: 2022, none: null },
    }),
  ).toBe("SELECT '$year', a -- $layer\nFROM flows WHERE layer = 'o''clock' AND year = 2022 AND x = NULL");
});
