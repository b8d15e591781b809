import { expect, test } from 'vitest';
import { COUNT, PLACES, RATIO, tie } from './matrix-fixture.ts';
import { flagNote, headOf } from './tie-heads.ts';
import { isCount, tieTitle, type TieWords } from './tie-titles.ts';

const words = (more: Partial<TieWords> = {}): TieWords => ({
  places: PLACES,
  reads: 'pair',
  scale: COUNT('Papers', 'papers'),
  unit: 'papers',
  ...more,
});

test('a count, with what is to be said of it', () => {
  expect(tieTitle(tie('DEU', 'FRA', 21304, { flag: 'p' }), true, words())).toBe(
    'Germany and France: 21,304\u00a0papers (provisional)',
  );
  expect(tieTitle(tie('DEU', 'FRA', 1), true, words({ reads: 'from-to' }))).toBe(
    'Germany to France: 1\u00a0paper',
  );
});

test('a ratio with its limits, and the count that it comes from', () => {
  const of = tie('DEU', 'FRA', 21304, { value: 1.62, low: 1.58, high: 1.66 });
  expect(tieTitle(of, false, words({ scale: RATIO }))).toBe(
    'Germany and France: affinity 1.62 (1.58–1.66), 21,304\u00a0papers',
  );
  expect(
    tieTitle({ ...of, low: null }, false, words({ scale: { ...RATIO, title: 'RIC' }, reads: 'seen-from' })),
  ).toBe('Germany with France: RIC 1.62, 21,304\u00a0papers');
});

test('a rate names what it is a rate of, once', () => {
  const scale = {
    ...RATIO,
    title: 'Per million inhabitants',
    unit: 'moves per million inhabitants',
    digits: 1,
  };
  expect(
    tieTitle(tie('DEU', 'FRA', 900, { value: 11 }), false, words({ scale, reads: 'from-to', unit: 'moves' })),
  ).toBe('Germany to France: 11.0\u00a0moves per million inhabitants, 900\u00a0moves');
});

test('a difference has its sign', () => {
  const scale = { ...COUNT('Net flow', ''), kind: 'signed' as const };
  const said = (value: number) => tieTitle(tie('DEU', 'FRA', 50, { value }), false, words({ scale }));
  expect(said(12)).toContain('net flow +12,');
  expect(said(-12)).toContain('net flow −12,');
});

test('a unit that the title has is said once', () => {
  const scale = { ...COUNT('Change in papers', 'papers'), kind: 'signed' as const, neutral: 0 };
  expect(tieTitle(tie('DEU', 'FRA', 50, { value: 12 }), false, words({ scale }))).toBe(
    'Germany and France: change in papers +12, 50\u00a0papers',
  );
  expect(headOf(scale, 'papers', false)).toBe('Change in papers');
});

test('a legend is headed by what is counted, or by the measure and its unit', () => {
  expect(headOf(COUNT('Count', 'papers'), 'papers', true)).toBe('Papers');
  expect(headOf(COUNT('Share', '%'), 'papers', false)).toBe('Share (%)');
  expect(headOf({ ...RATIO, unit: 'moves per million inhabitants' }, 'moves', false)).toBe(
    'Moves per million inhabitants',
  );
});

test('flags of a figure: all, some or none', () => {
  expect(flagNote(['p', 'p'])).toBe('All values: provisional.');
  expect(flagNote(['p', null, 'eu'])).toBe('Some values: estimated, provisional, low reliability.');
  expect(flagNote([null])).toBeNull();
});

test('what it is compared with, or that there is nothing', () => {
  expect(tieTitle(tie('DEU', 'FRA', 20, { other: 10 }), true, words())).toMatch(
    /; compared with 10\u00a0papers$/,
  );
  expect(tieTitle(tie('DEU', 'FRA', 20, { other: null }), true, words())).toMatch(
    /; nothing to compare with$/,
  );
});

test('a size is a count where every value is one', () => {
  expect(isCount(COUNT('', ''), [tie('A', 'B', 3)])).toBe(true);
  expect(isCount(COUNT('', ''), [tie('A', 'B', 3), tie('A', 'C', 3, { value: 0.5 })])).toBe(false);
  expect(isCount(RATIO, [tie('A', 'B', 3)])).toBe(false);
});
