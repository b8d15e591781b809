import { chord as d3Chord, chordDirected } from 'd3';
import { describe, expect, test } from 'vitest';
import { chordLayout, type ChordLayout } from './chord-layout.ts';
import { CODES, PAPERS, STUDENTS, tie } from './matrix-fixture.ts';
import { restOf } from './tie-rest.ts';

const BLOCK = [{ title: null, places: CODES }];
const NO_GAPS = { arcs: 0, blocks: 0 };
const GAPS = { arcs: 0.01, blocks: 0.05 };
const length = ({ startAngle, endAngle }: { startAngle: number; endAngle: number }): number =>
  endAngle - startAngle;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Counts as the matrix that d3 lays out. */
const matrixOf = (ties: typeof PAPERS, directed: boolean): number[][] =>
  CODES.map((from) =>
    CODES.map((to) =>
      sum(
        ties
          .filter(
            (t) =>
              (t.origin === from && t.destination === to) ||
              (!directed && t.origin === to && t.destination === from),
          )
          .map(({ count }) => count),
      ),
    ),
  );

describe.each([
  ['undirected', PAPERS, false],
  ['directed', STUDENTS, true],
] as const)('%s', (_, ties, directed) => {
  test('arcs are as long as those of d3, which lays out the same counts', () => {
    const theirs = (directed ? chordDirected() : d3Chord())(matrixOf(ties, directed)).groups.map(length);
    const ours = chordLayout(BLOCK, ties, null, directed, NO_GAPS).arcs.map(length);
    ours.forEach((arc, i) => expect(arc).toBeCloseTo(theirs[i] ?? NaN, 10));
  });

  const rest = restOf(ties, CODES.slice(0, 4), directed);
  const blocks = [
    { title: 'A', places: CODES.slice(0, 3) },
    { title: 'B', places: CODES.slice(3, 4) },
  ];
  const some = chordLayout(blocks, ties, rest, directed, GAPS);

  test('arcs follow each other round the circle, blocks further apart than arcs', () => {
    const gaps = some.arcs.slice(1).map((arc, i) => arc.startAngle - (some.arcs[i]?.endAngle ?? 0));
    [0.01, 0.01, 0.05, 0.05].forEach((gap, i) => expect(gaps[i]).toBeCloseTo(gap, 10));
    expect((some.arcs.at(-1)?.endAngle ?? 0) + 0.05).toBeCloseTo(2 * Math.PI, 10);
  });

  test('an arc is filled by the ends of its ribbons, without gap or overlap', () => {
    for (const arc of some.arcs.slice(0, -1)) {
      const ends = some.ribbons
        .flatMap(({ source, target }) => [source, target])
        .filter((end) => end.startAngle >= arc.startAngle - 1e-9 && end.endAngle <= arc.endAngle + 1e-9)
        .sort((a, b) => a.startAngle - b.startAngle);
      expect(ends[0]?.startAngle).toBeCloseTo(arc.startAngle, 9);
      expect(ends.at(-1)?.endAngle).toBeCloseTo(arc.endAngle, 9);
      ends.slice(1).forEach((end, i) => expect(end.startAngle).toBeCloseTo(ends[i]?.endAngle ?? NaN, 9));
    }
  });

  test('the whole is the whole: every tie twice, the rest included', () => {
    const all = sum(ties.map(({ count }) => count));
    expect(sum(some.ribbons.map(({ count }) => count)) + rest.among).toBe(all);
    const drawn = some.whole ? all : all - rest.among;
    expect(sum(some.arcs.map(length)) * some.perRadian).toBeCloseTo(2 * drawn, 4);
  });
});

test('a directed arc turns from what leaves to what comes', () => {
  const [first] = chordLayout(
    BLOCK,
    [tie('DEU', 'FRA', 30), tie('FRA', 'DEU', 10)],
    null,
    true,
    NO_GAPS,
  ).arcs;
  expect(first).toMatchObject({ iso3: 'DEU', out: 30, in: 10 });
  expect(
    ((first?.turn ?? 0) - (first?.startAngle ?? 0)) / length(first ?? { startAngle: 0, endAngle: 1 }),
  ).toBeCloseTo(0.75);
});

test('ribbons of one place do not cross each other', () => {
  const { ribbons, arcs } = chordLayout(BLOCK, PAPERS, null, false, GAPS);
  const middle = (of: { startAngle: number; endAngle: number }) => (of.startAngle + of.endAngle) / 2;
  const inArc = (angle: number, arc: ChordLayout<unknown>['arcs'][number]) =>
    angle >= arc.startAngle && angle <= arc.endAngle;
  for (const arc of arcs) {
    const ends = ribbons.flatMap(({ source, target }) => {
      const [a, b] = [middle(source), middle(target)];
      return inArc(a, arc) ? [[a, b] as const] : inArc(b, arc) ? [[b, a] as const] : [];
    });
    for (const [a, b] of ends)
      for (const [c, d] of ends) {
        if (a >= c) continue;
        // Chords of a circle cross where one end of the second lies between those of the first, and the other does not.
        const between = (x: number) => (x - a) * (x - b) < 0;
        expect(between(c) !== between(d)).toBe(false);
      }
  }
});

describe('ties among the others', () => {
  const shown = [{ title: null, places: ['DEU', 'FRA'] }];
  const layout = (among: number) => {
    const ties = [tie('DEU', 'FRA', 100), tie('DEU', 'USA', 10), tie('USA', 'JPN', among)];
    return chordLayout(shown, ties, restOf(ties, ['DEU', 'FRA'], false), false, NO_GAPS);
  };
  test('lengthen the arc of all others', () => {
    const { whole, arcs, perRadian } = layout(30);
    expect(whole).toBe(true);
    expect(length(arcs[2] ?? { startAngle: 0, endAngle: 0 }) * perRadian).toBeCloseTo(10 + 60);
  });
  test('are left out where they would take the circle', () => {
    const { whole, arcs, perRadian } = layout(3000);
    expect(whole).toBe(false);
    expect(length(arcs[2] ?? { startAngle: 0, endAngle: 0 }) * perRadian).toBeCloseTo(10);
  });
  test('count at both of their ends towards a third of the circle', () => {
    // 10 + 2 × 50 of 2 × 160 is more than a third, 10 + 2 × 45 of 2 × 155 is less.
    expect([layout(50).whole, layout(45).whole]).toEqual([false, true]);
  });
  test('without any tie to them there is no such arc', () => {
    const rest = restOf([tie('DEU', 'FRA', 5), tie('USA', 'JPN', 5)], ['DEU', 'FRA'], false);
    expect(chordLayout(shown, [tie('DEU', 'FRA', 5)], rest, false, NO_GAPS).arcs).toHaveLength(2);
  });
});
