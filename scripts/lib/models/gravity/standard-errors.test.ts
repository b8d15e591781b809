import { describe, expect, test } from 'vitest';
import { random } from '../../../../tests/support/random.ts';
import { madeUpWorld } from '../../../testing/made-up-world.ts';
import { cellsOf, type Terms } from './cells.ts';
import { fitPoisson } from './ppml.ts';
import { variancesOf } from './standard-errors.ts';

test('four countries by hand', () => {
  // Expected are 8 of marked pairs and 4 of others (ppml.test.ts); what is left of the mark is ½ or −½, its information 8.
  // Residuals −1 (A-C, B-D) and +1 (A-D, B-C) make scores of ½, ½, −½, −½: squares sum to 1, so the variance is 1/64,
  // times N/(N − K) = 6/(6 − 5).
  const rows = { 'A-B': [8, 1], 'C-D': [8, 1], 'A-C': [3, 0], 'B-D': [3, 0], 'A-D': [5, 0], 'B-C': [5, 0] };
  const terms = new Map<string, Map<string, readonly number[]>>();
  const counts = Object.entries(rows).map(([pair, [value = NaN, mark = NaN]]) => {
    const [origin = '', destination = ''] = pair.split('-');
    terms.set(origin, (terms.get(origin) ?? new Map()).set(destination, [mark]));
    terms.set(destination, (terms.get(destination) ?? new Map()).set(origin, [mark]));
    return { origin, destination, value };
  });
  const cells = cellsOf(counts, terms, 1, false);
  const { pair, dyadic } = variancesOf(cells, fitPoisson(cells));
  expect(pair[0]).toBeCloseTo(6 / 64, 9);
  // The scores of each country sum to nothing, so what both of a pair count twice is all that is left: it is negative.
  expect(dyadic[0]).toBeCloseTo(-1 / 64, 9);
});

describe.each([
  ['undirected', false],
  ['directed', true],
] as const)('%s', (_name, directed) => {
  const worldOf = (seed: number) => {
    const { counts, terms } = madeUpWorld(10 + seed, directed, random(100 + seed));
    const cells = cellsOf(counts, terms, 4, directed);
    return { counts, terms, cells, fit: fitPoisson(cells) };
  };

  test('as by their definition: every two cells that share both countries, or any', () => {
    for (const seed of [0, 1, 2, 3]) {
      const { cells, fit } = worldOf(seed);
      const ends = [...cells.left].map((left, cell) => [
        cells.effects[left]?.country,
        cells.effects[cells.right[cell] ?? -1]?.country,
      ]);
      // What each cell moves each coefficient by.
      const moves = ends.map((_, cell) =>
        cells.terms.map((_term, k) =>
          cells.terms.reduce(
            (sum, _other, l) =>
              sum +
              fit.inverseInformation.get(k, l) *
                (fit.residualTerms[l]?.[cell] ?? NaN) *
                ((cells.values[cell] ?? NaN) - (fit.expected[cell] ?? NaN)),
            0,
          ),
        ),
      );
      const { pair, dyadic } = variancesOf(cells, fit);
      cells.terms.forEach((_term, k) => {
        let [both, any] = [0, 0];
        ends.forEach((a, i) => {
          ends.forEach((b, j) => {
            const product = (moves[i]?.[k] ?? NaN) * (moves[j]?.[k] ?? NaN);
            const shared = a.filter((country) => b.includes(country)).length;
            if (shared === 2) both += product;
            if (shared > 0) any += product;
          });
        });
        const [N, K] = [ends.length, 4 + cells.effects.length - (directed ? 1 : 0)];
        const G = new Set(ends.map((end) => [...end].sort().join())).size;
        if (directed) expect(G).toBeLessThan(N);
        expect(pair[k]).toBeCloseTo(both * (G / (G - 1)) * ((N - 1) / (N - K)), 10);
        expect(dyadic[k]).toBeCloseTo(any, 10);
      });
    }
  });

  test('seven times as many of everything leaves them as they are', () => {
    const { counts, terms, cells, fit } = worldOf(5);
    const more = cellsOf(
      counts.map((count) => ({ ...count, value: 7 * count.value })),
      terms as Terms,
      4,
      directed,
    );
    const [one, seven] = [variancesOf(cells, fit), variancesOf(more, fitPoisson(more))];
    one.pair.forEach((variance, k) => expect(seven.pair[k]).toBeCloseTo(variance, 9));
    one.dyadic.forEach((variance, k) => expect(seven.dyadic[k]).toBeCloseTo(variance, 9));
  });

  test('they are variances of the coefficients that a fit with a dummy for every effect would have', () => {
    // By Frisch, Waugh and Lovell: what is left of the terms is at right angles to every effect, weighted by the expected.
    const { cells, fit } = worldOf(6);
    for (const term of fit.residualTerms) {
      const sums = new Float64Array(cells.effects.length);
      term.forEach((value, cell) => {
        for (const effect of [cells.left[cell] ?? -1, cells.right[cell] ?? -1])
          sums[effect] = (sums[effect] ?? NaN) + value * (fit.expected[cell] ?? NaN);
      });
      sums.forEach((sum) => expect(Math.abs(sum)).toBeLessThan(1e-7));
    }
  });
});
