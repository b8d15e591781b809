import { describe, expect, test } from 'vitest';
import { gapNote } from './gap-note.ts';

const line = (...all: [year: number, flag?: string][]) => ({
  points: all.map(([year, flag]) => ({ year, value: 1, flag: flag ?? null })),
});
const NOT_ACROSS = 'no line is drawn across it.';

describe('what a gap means', () => {
  test('is said for the gaps that there are', () => {
    expect(gapNote([line([2001], [2003])], 'papers')).toBe(
      `A gap in a line is a year without a number, or a break in the series: ${NOT_ACROSS}`,
    );
    expect(gapNote([line([2001], [2002, 'b'])], 'students')).toBe(
      `A gap in a line is a year that was not reported, or a break in the series: ${NOT_ACROSS}`,
    );
    expect(gapNote([line([2001], [2002, 'd'])], 'students')).toBe(
      `A gap in a line is a change of definition: ${NOT_ACROSS}`,
    );
    expect(gapNote([line([2001], [2002, 'u'])], 'students')).toBe(
      `A gap in a line is the step between years reported in part and years reported whole: ${NOT_ACROSS}`,
    );
    expect(gapNote([line([2001], [2003]), line([2001, 'd'], [2002])], 'students')).toBe(
      `A gap in a line is a year that was not reported, a break in the series, or a change of definition: ${NOT_ACROSS}`,
    );
  });

  test('and nothing where there is none: two lines that begin in other years have none', () => {
    expect(gapNote([line([2001], [2002]), line([2005], [2006])], 'papers')).toBeNull();
    expect(gapNote([], 'projects')).toBeNull();
  });
});

describe('between programmes', () => {
  const END = 'Those of the programmes before and after it are not counted here, so no line joins';
  test('partly filled years are those in which the programme began or ended', () => {
    expect(gapNote([line([2014, 'u'], [2015], [2016], [2017, 'u'], [2018, 'u'])], 'projects')).toBe(
      `2014 and 2017–2018 hold only projects with which Horizon 2020 began or ended. ${END} these years with the others.`,
    );
    expect(gapNote([line([2014, 'u'], [2015])], 'projects')).toBe(
      `2014 holds only projects with which Horizon 2020 began or ended. ${END} this year with the others.`,
    );
  });

  test('a year without a number is said beside it', () => {
    expect(gapNote([line([2014, 'u'], [2015], [2017])], 'projects')).toMatch(
      /^A gap in a line is a year without a number, or a break in the series: .* 2014 holds only/,
    );
  });
});
