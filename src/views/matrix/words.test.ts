import { expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, tieRows } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import { matrixView } from './index.ts';

const COUNTS = [arc('CHN', 'DEU', 90), arc('DEU', 'CHN', 60), arc('CHN', 'IND', 40)];
const title = (asked: Asked) =>
  matrixView.words(
    tieRows(COUNTS, { otherCounts: COUNTS }),
    settleView(matrixView, asked, ATLAS).state,
    ATLAS,
  ).title;

test.each<[Asked, string]>([
  [{ layer: 'papers' }, 'Papers between 3 countries, 2022'],
  [{ layer: 'papers', country: 'DEU' }, 'Papers among Germany and its partner, 2022'],
  [
    { layer: 'papers', year: 2022, against: '2010' },
    'Papers between 3 countries, 2022 against 2010: one above the diagonal, the other below',
  ],
  [
    { layer: 'students', country: 'CHN', year: 2018, against: '2010' },
    'Changes in students among China and its 2 listed partners, 2018 against 2010',
  ],
  [
    { layer: 'scholars', by: 'share', year: 2020, against: '2010' },
    'Changes in scholars between 3 countries, in per cent of all, 2020 against 2010',
  ],
])('the title of %o: %s', (asked, said) => {
  expect(title(asked)).toBe(said);
});
