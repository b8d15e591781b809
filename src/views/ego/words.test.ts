import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, tieRows } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import type { CountRow } from '../ties/rows.ts';
import { egoView } from './index.ts';

const COUNTS = [arc('DEU', 'USA', 90), arc('CHN', 'DEU', 60), arc('DEU', 'IND', 40)];
const say = (asked: Asked, counts: readonly CountRow[] = COUNTS, otherCounts: readonly CountRow[] = []) =>
  egoView.words(
    { ...tieRows(counts, { otherCounts }), world: [] },
    settleView(egoView, { layer: 'papers', country: 'DEU', ...asked }, ATLAS).state,
    ATLAS,
  );

describe('the title', () => {
  test.each<[Asked, string]>([
    [{ top: 2 }, 'Germany and its 2 largest partners in papers, 2022'],
    [{ top: 1 }, 'Germany and its largest partner in papers, 2022'],
    [{}, 'Germany and its 3 partners in papers, 2022'],
    [{ among: 'm49-142' }, 'Germany and its 2 partners in papers (in Asia only), 2022'],
    [
      { among: 'CHN.USA', top: 1 },
      'Germany and its largest partner in papers (China and the United States only), 2022',
    ],
    [{ layer: 'students', year: 2018 }, 'Germany and its 3 listed partners in students, 2018'],
    // One side is drawn, so it is what the title is of.
    [{ against: '2010' }, 'Germany and its 3 partners in papers, 2022'],
  ])('of %o: %s', (asked, said) => {
    expect(say(asked).title).toBe(said);
  });

  test('of nobody has no number', () => {
    expect(say({}, []).title).toBe('Germany and its partners in papers, 2022');
  });

  test('of two countries says of which partners', () => {
    expect(say({ against: 'FRA', among: 'm49-142' }).title).toBe(
      'Germany and France with their largest partners in papers (in Asia only), 2022',
    );
  });
});

test('one partner in the picture is one', () => {
  expect(say({ top: 1 }).alt).toMatch(
    /in the middle of 1\u00a0partner, wider spokes for more; 0\u00a0ties of .* The only one: /,
  );
});

describe('partners in common', () => {
  const common = (asked: Asked, theirs: readonly CountRow[]) =>
    say({ against: 'FRA', ...asked }, COUNTS, theirs).takeaway;
  const theirs = [arc('FRA', 'USA', 70), arc('CHN', 'FRA', 9), arc('FRA', 'TUV', 8)];
  test('are counted among as many of each', () => {
    expect(common({}, theirs)).toMatch(
      /^Germany and France have 2\u00a0partners in common among the 3 largest of each \(/,
    );
    expect(common({}, theirs.slice(0, 1))).toMatch(
      /have 1\u00a0partner in common among the 3 and 1 largest of the two/,
    );
  });
  test('or named where each shows one', () => {
    expect(common({ top: 1 }, theirs)).toMatch(/have the same largest partner, the United States \(/);
  });
});
