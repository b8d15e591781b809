import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, missing, RANKING } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import { rankingView } from './index.ts';
import type { TieRows } from '../ties/rows.ts';

const say = (asked: Asked, rows: Partial<TieRows> = {}) => {
  const turned = RANKING.counts.map((row) =>
    asked.direction === 'in' ? { ...row, origin: row.destination, destination: row.origin } : row,
  );
  return rankingView.words(
    { ...RANKING, counts: turned, ...rows },
    settleView(rankingView, asked, ATLAS).state,
    ATLAS,
  );
};

describe('the takeaway', () => {
  test.each<[Asked, RegExp]>([
    [
      { layer: 'papers', country: 'DEU' },
      /^The United States, France and the United Kingdom make up 50% of the links of Germany in papers in 2022 \(OpenAlex\)\.$/,
    ],
    [{ layer: 'projects', country: 'DEU' }, /of the links of Germany in Horizon 2020 projects in 2020/],
    [
      { layer: 'students', country: 'DEU', direction: 'in' },
      /of the students in Germany from its listed origins in 2018/,
    ],
    [
      { layer: 'students', country: 'DEU', direction: 'out' },
      /of the students from Germany at its listed destinations/,
    ],
    [
      { layer: 'scholars', country: 'DEU' },
      /of the moves to and from Germany in 2020 \(MPIDR, Scopus base\)/,
    ],
  ])('of %o says what the share is a share of', (asked, words) => {
    expect(say(asked).takeaway).toMatch(words);
  });

  test('is left out where three partners are all there are, and for the world', () => {
    expect(
      say({ layer: 'papers', country: 'DEU' }, { counts: RANKING.counts.slice(0, 3) }).takeaway,
    ).toBeNull();
    expect(say({ layer: 'papers' }).takeaway).toBeNull();
  });
});

describe('the remainder', () => {
  const alt = (asked: Asked, ties: number, sum: number) => say(asked, { all: [{ ties, sum }] }).alt;
  test('is told to those who do not see its bar, and as links', () => {
    expect(alt({ layer: 'papers', country: 'DEU' }, 30, 19_800)).toContain(
      'The other 25 partners: 9,819\u00a0links.',
    );
    expect(alt({ layer: 'scholars', country: 'DEU' }, 6, 9_982)).toContain('The other partner: 1\u00a0move.');
    expect(alt({ layer: 'papers' }, 7, 9_983)).toContain('The other 2 pairs: 2\u00a0links.');
  });
  test('is not mentioned where there is none', () => {
    expect(alt({ layer: 'papers', country: 'DEU' }, 5, 9_981)).not.toContain('other');
  });
});

test('shares in the table are of all, not of those shown', () => {
  expect(say({ layer: 'papers', country: 'DEU' }).table.rows.map(({ share }) => share)).toEqual([
    '25%',
    '13%',
    '12%',
    '0.4%',
    '<0.1%',
  ]);
});

test('pairs of the world have both names, and an order only where there is one', () => {
  const names = (layer: string) => say({ layer }).table.rows.map(({ name }) => name);
  expect(names('papers')[0]).toBe('Germany and United States');
  expect(names('scholars')[0]).toBe('Germany to United States');
});

test('nothing to rank is said, and no share of nothing', () => {
  const none = say(
    { layer: 'students', country: 'DEU', direction: 'in', year: 2005 },
    { counts: [], all: [{ ties: 0, sum: 0 }], missing: missing(['DEU', 196_619]) },
  );
  expect(none).toMatchObject({ takeaway: null, table: { rows: [] } });
  const silent = 'Not reported: Germany gave no students by origin for 2005. That is not a zero.';
  expect(none.alt).toBe(`No rows. ${silent}`);
});

describe('the title', () => {
  const title = (asked: Asked) => say(asked).title;
  test.each<[Asked, string]>([
    [
      { layer: 'papers', country: 'DEU', by: 'ric' },
      'Partners of Germany in papers by relative intensity (RIC), 2022',
    ],
    [
      { layer: 'papers', country: 'DEU', by: 'share', among: 'm49-142' },
      'Partners of Germany in papers (in Asia only) by share, 2022',
    ],
    [
      { layer: 'students', country: 'DEU', direction: 'out', by: 'share' },
      'Destinations of students from Germany by share, 2018',
    ],
    [
      { layer: 'papers', by: 'ric' },
      'Pairs of countries that share papers by relative intensity (RIC), 2022',
    ],
    [
      { layer: 'papers', by: 'affinity', among: 'm49-142', ends: 'one' },
      'Pairs between Asia and the rest of the world that share papers by affinity, 2022',
    ],
    [{ layer: 'scholars', by: 'net_flow' }, 'Net flows of scholars between countries, 2020'],
  ])('of %o: %s', (asked, said) => {
    expect(title(asked)).toBe(said);
  });

  test('of one pair is of one', () => {
    expect(say({ layer: 'papers', top: 1 }).title).toBe(
      'The pair of countries that shares most papers, 2022',
    );
  });
});

describe('a tie that stands first', () => {
  const value = (origin: string, destination: string, of: number) => ({
    origin,
    destination,
    value: of,
    low: null,
    high: null,
    flag: null,
  });
  test('is one country with the other, where each has a value of its own', () => {
    const { takeaway, table } = say(
      { layer: 'papers', by: 'ric' },
      { values: [value('DEU', 'FRA', 3), value('FRA', 'DEU', 2)] },
    );
    expect(takeaway).toMatch(/^Germany with France stands first with 3\.00 in 2022/);
    expect(table.rows.map(({ name }) => name)).toEqual(['Germany with France', 'France with Germany']);
  });

  test('of net flows is said as who moved, and the other year beside it', () => {
    const asked = { layer: 'scholars', country: 'DEU', by: 'net_flow', year: 2019, against: '2010' } as const;
    const net = (other: number) =>
      say(asked, {
        values: [value('DEU', 'USA', 164)],
        otherCounts: [other > 0 ? arc('DEU', 'USA', 9) : arc('USA', 'DEU', 9)],
        otherValues: [value(other > 0 ? 'DEU' : 'USA', other > 0 ? 'USA' : 'DEU', Math.abs(other))],
      }).takeaway;
    expect(net(161)).toBe(
      'In 2019, 164 more scholars moved from Germany to the United States than the other way, the largest net flow here; in 2010, 161 more (MPIDR, Scopus base).',
    );
    expect(net(-12)).toContain('; in 2010, 12 more the other way (');
  });

  test('is not set beside a year across a break, and its row says why', () => {
    const atlas = {
      ...ATLAS,
      flows: ATLAS.flows.map((series) =>
        series.layer === 'students' ? { ...series, breaks: { USA: [2011] } } : series,
      ),
    };
    const asked = {
      layer: 'students',
      country: 'DEU',
      direction: 'out',
      year: 2015,
      against: '2008',
    } as const;
    const { takeaway, table } = rankingView.words(
      { ...RANKING, otherCounts: RANKING.counts.map((row) => ({ ...row, flag: 'u' })) },
      settleView(rankingView, asked, atlas).state,
      atlas,
    );
    expect(takeaway).toContain('; 2008: 5,000\u00a0students, not comparable (break in series)');
    expect(table.rows[0]).toMatchObject({ flag: '2008: low reliability; not comparable: break in series' });
    expect(table.rows[2]).toMatchObject({ flag: '2008: low reliability' });
  });
});
