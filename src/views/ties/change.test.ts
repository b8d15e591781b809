import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, tieRows } from '../../../tests/support/rows-fixture.ts';
import type { Asked } from '../params.ts';
import { settle } from '../settle.ts';
import type { Atlas } from '../view.ts';
import { breaksNote } from './breaks.ts';
import { changes } from './change.ts';
import type { CountRow, TieRows } from './rows.ts';
import { select } from './select.ts';
import { TIE_FIELDS } from './state.ts';

/** Series of students that break in some years, which no row that is compared says. */
const broken = (breaks: Readonly<Record<string, readonly number[]>>): Atlas => ({
  ...ATLAS,
  flows: ATLAS.flows.map((series) => (series.layer === 'students' ? { ...series, breaks } : series)),
});

const between = (
  asked: Asked,
  here: readonly CountRow[],
  there: readonly CountRow[],
  atlas: Atlas,
  more: Partial<TieRows> = {},
) => {
  const { state } = settle(TIE_FIELDS, { layer: 'students', ...asked }, { top: 60 }, atlas);
  return select(tieRows(here, { otherCounts: there, ...more }), state, atlas);
};
const flags = (selection: ReturnType<typeof between>) =>
  Object.fromEntries(changes(selection).map(({ origin, destination, flag }) => [origin + destination, flag]));

const NOW = [arc('CHN', 'DEU', 90), arc('CHN', 'FRA', 60)];
const THEN = [arc('CHN', 'DEU', 50), arc('CHN', 'FRA', 50)];

describe('a break between two years', () => {
  test('is seen in a year that is neither of the two, and at the host that reports', () => {
    const asked = { year: 2015, against: '2008' };
    expect(flags(between(asked, NOW, THEN, broken({ DEU: [2011], CHN: [2012] })))).toEqual({
      CHNDEU: 'b',
      CHNFRA: null,
    });
  });

  test.each([
    [2008, null],
    [2009, 'b'],
    [2015, 'b'],
    [2016, null],
  ])('that begins in %i, of 2008 and 2015: %s', (year, flag) => {
    const atlas = broken({ DEU: [year] });
    expect(flags(between({ year: 2015, against: '2008' }, NOW, THEN, atlas))['CHNDEU']).toBe(flag);
    // The same two years the other way round.
    expect(flags(between({ year: 2008, against: '2015' }, THEN, NOW, atlas))['CHNDEU']).toBe(flag);
  });

  test('is not that of the earlier year, whose flag is of the years before it', () => {
    const then = [arc('CHN', 'DEU', 50, 'bu')];
    expect(flags(between({ year: 2015, against: '2008' }, NOW, then, ATLAS))).toEqual({ CHNDEU: 'u' });
  });

  test('is that of the later one also where no list says so', () => {
    const now = [arc('CHN', 'DEU', 90, 'b')];
    expect(flags(between({ year: 2015, against: '2008' }, now, THEN, ATLAS))).toEqual({ CHNDEU: 'b' });
  });

  test('is that of either host where a value rests on both', () => {
    const asked = { year: 2015, against: '2008', by: 'net_flow' as const };
    const net = (value: number) => [
      { origin: 'CHN', destination: 'DEU', value, low: null, high: null, flag: null },
    ];
    const selection = between(asked, NOW, THEN, broken({ CHN: [2012] }), {
      values: net(40),
      otherValues: net(20),
    });
    expect(flags(selection)).toEqual({ CHNDEU: 'b' });
  });

  test('is said in a note, with the places and both years', () => {
    const atlas = broken({ DEU: [2011], FRA: [2009], USA: [2010] });
    const asked = { year: 2015, against: '2008' };
    expect(breaksNote(between(asked, NOW, THEN, atlas), atlas)).toBe(
      'Between 2008 and 2015 there is a break in the series of Germany and France: numbers before and after it are not comparable.',
    );
    expect(breaksNote(between(asked, NOW, THEN, ATLAS), ATLAS)).toBeNull();
  });
});

describe('another definition', () => {
  const asked = { year: 2015, against: '2008' };
  test('in one of the two years is a break; in both it is none', () => {
    const now = [arc('CHN', 'DEU', 90, 'd'), arc('CHN', 'FRA', 60, 'd')];
    const then = [arc('CHN', 'DEU', 50), arc('CHN', 'FRA', 50, 'd')];
    expect(flags(between(asked, now, then, ATLAS))).toEqual({ CHNDEU: 'bd', CHNFRA: 'd' });
  });

  test('is counted in a note', () => {
    const now = [arc('CHN', 'DEU', 90, 'd'), arc('CHN', 'FRA', 60, 'd')];
    const note = (then: CountRow[]) => breaksNote(between(asked, now, then, ATLAS), ATLAS);
    expect(note([arc('CHN', 'DEU', 50), arc('CHN', 'FRA', 50, 'd')])).toMatch(/^One tie counts by another/);
    expect(note([arc('CHN', 'DEU', 50), arc('CHN', 'FRA', 50)])).toMatch(/^2 ties count by another/);
    expect(note([arc('CHN', 'DEU', 50, 'd'), arc('CHN', 'FRA', 50, 'd')])).toBeNull();
  });

  test('letters of both years stand once each', () => {
    const now = [arc('CHN', 'DEU', 90, 'eu')];
    expect(flags(between(asked, now, [arc('CHN', 'DEU', 50, 'u')], ATLAS))).toEqual({ CHNDEU: 'eu' });
  });
});

test('two sources of one year have no break between them', () => {
  const atlas = broken({ DEU: [2011] });
  const moves = [arc('CHN', 'DEU', 90)];
  const asked = { layer: 'scholars', year: 2019, against: 'scholarly-migration/openalex' };
  expect(flags(between(asked, moves, [arc('CHN', 'DEU', 50)], atlas))).toEqual({ CHNDEU: null });
});
