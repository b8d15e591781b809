import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, FLOW_MAP, missing, tieRows } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import { flowMapView } from './index.ts';
import type { CountRow, TieRows } from '../ties/rows.ts';

const say = (
  asked: Asked,
  rows: Partial<TieRows> = {},
  counts: readonly CountRow[] = [arc('CHN', 'USA', 10)],
) => {
  const { state } = settleView(flowMapView, asked, ATLAS);
  return flowMapView.words(tieRows(counts, rows), state, ATLAS);
};
/** The note on what is not drawn, where one of 10 is drawn and `ties` there are with `sum` in all. */
const rest = (asked: Asked, ties: number, sum: number) => {
  const others = Array.from({ length: ties - 1 }, (_, i) =>
    arc('CHN', 'GBR', i === 0 ? sum - 10 - (ties - 2) : 1),
  );
  return say({ ...asked, top: 1 }, { all: [{ ties, sum }] }, [arc('CHN', 'USA', 10), ...others]).notes.find(
    (note) => note.startsWith('Not drawn'),
  );
};

describe('what is not drawn', () => {
  test('is stated as links where papers and projects are added up', () => {
    expect(rest({ layer: 'papers' }, 191, 12_410)).toBe('Not drawn: the other 190 pairs, 12,400\u00a0links.');
    expect(rest({ layer: 'projects', country: 'CHN' }, 3, 17)).toBe(
      'Not drawn: the other 2 partners, 7\u00a0links.',
    );
  });

  test('is stated as what moves where that may be added up', () => {
    expect(rest({ layer: 'students' }, 12, 15)).toBe('Not drawn: the other 11 flows, 5\u00a0students.');
    expect(rest({ layer: 'scholars', country: 'CHN', direction: 'out' }, 12, 15)).toBe(
      'Not drawn: the other 11 partners, 5\u00a0moves.',
    );
  });

  test('counts flows, not partners, where both directions of a country are drawn', () => {
    expect(rest({ layer: 'scholars', country: 'CHN' }, 12, 15)).toBe(
      'Not drawn: the other 11 flows, 5\u00a0moves.',
    );
  });

  test('one is one', () => {
    expect(rest({ layer: 'papers' }, 2, 11)).toBe('Not drawn: the other pair, 1\u00a0link.');
    expect(rest({ layer: 'papers', country: 'CHN' }, 2, 12)).toBe(
      'Not drawn: the other partner, 2\u00a0links.',
    );
    expect(rest({ layer: 'students' }, 2, 11)).toBe('Not drawn: the other flow, 1\u00a0student.');
  });

  test('is not mentioned where all is drawn', () => {
    expect(rest({ layer: 'papers' }, 1, 10)).toBeUndefined();
  });
});

describe('the takeaway', () => {
  test.each<[Asked, string]>([
    [
      { layer: 'papers' },
      'China and the United States shared 10\u00a0papers in 2022, the largest number between two countries (OpenAlex).',
    ],
    [
      { layer: 'papers', country: 'USA' },
      'The United States and China shared 10\u00a0papers in 2022, more than the United States shared with any other country (OpenAlex).',
    ],
    [
      { layer: 'students', country: 'CHN', direction: 'out' },
      '10\u00a0students from China studied in the United States in 2018, more than in any other country (UNESCO UIS, via 360info).',
    ],
    [
      { layer: 'scholars', country: 'USA', direction: 'in' },
      '10\u00a0scholars moved from China to the United States in 2020, more than from any other country (MPIDR, Scopus base).',
    ],
    [
      { layer: 'scholars', country: 'USA' },
      '10\u00a0scholars moved from China to the United States in 2020, the largest flow here (MPIDR, Scopus base).',
    ],
  ])('of %o names number, year and source', (asked, takeaway) => {
    // Of one country, undirected ties stand from its side.
    const counts = asked.layer === 'papers' && asked.country ? [arc('USA', 'CHN', 10)] : undefined;
    expect(say(asked, {}, counts).takeaway).toBe(takeaway);
  });

  test('a single one is singular', () => {
    expect(say({ layer: 'students' }, {}, [arc('CHN', 'USA', 1)]).takeaway).toMatch(
      /^1\u00a0student from China/,
    );
  });
});

describe('nothing to draw', () => {
  test('is "not reported" where a host should have reported', () => {
    const { takeaway, notes, alt } = say(
      { layer: 'students', country: 'USA', direction: 'in', year: 2019 },
      { missing: missing(['USA', 987_314]) },
      [],
    );
    const silent = 'Not reported: the United States gave no students by origin for 2019. That is not a zero.';
    expect(takeaway).toBeNull();
    expect(notes).toContain(silent);
    expect(alt).toBe(`World map without flows. ${silent}`);
  });

  test('and "no row" elsewhere', () => {
    expect(say({ layer: 'papers', country: 'TUV' }, {}, []).notes).toContain(
      'There is no number for Tuvalu in 2022.',
    );
  });
});

describe('the text alternative', () => {
  const pairs = [arc('CHN', 'USA', 10), arc('DEU', 'FRA', 5)];

  test.each<[Asked, readonly CountRow[], string]>([
    [{ layer: 'students' }, pairs, 'World map of 2\u00a0flows; wider is more.'],
    [{ layer: 'papers' }, pairs, 'World map of 2\u00a0ties; wider is more.'],
    [{ layer: 'projects' }, pairs.slice(0, 1), 'World map of 1\u00a0tie; wider is more.'],
    [{ layer: 'papers' }, [], 'World map without ties.'],
  ])('of %o calls what has a direction flows, and what has none ties', (asked, counts, words) => {
    expect(say(asked, {}, counts).alt).toContain(words);
  });
});

test('large hosts that did not report are named under the map', () => {
  expect(say({ layer: 'students' }, { missing: missing(['USA', 900_000]) }).coverage).toContain(
    'the United States',
  );
  expect(say({ layer: 'students' }, FLOW_MAP).coverage).toContain(
    'France and Singapore, nor from 1 smaller host',
  );
});

test('the note on territories stands where they matter', () => {
  const noted = (country: string | null) =>
    say({ layer: 'papers', country }).notes.some((n) => n.includes('Hong Kong'));
  expect([noted(null), noted('CHN'), noted('DEU')]).toEqual([true, true, false]);
});

test('flags stand in the table in words', () => {
  const { table } = say({ layer: 'papers' }, {}, [arc('CHN', 'USA', 10, 'ep')]);
  expect(table.rows).toEqual([
    { origin: 'China', destination: 'United States', value: 10, flag: 'estimated, provisional' },
  ]);
});
