import { describe, expect, test } from 'vitest';
import { random } from '../../../../tests/support/random.ts';
import { madeUpWorld } from '../../../testing/made-up-world.ts';
import { cellsOf, type Cells, type Count, type Terms } from './cells.ts';
import { fitPoisson, withoutTerms } from './ppml.ts';

/** Cells from a list such as { 'A-B': [count, term, term] }. */
function cellsFrom(rows: Readonly<Record<string, readonly [number, ...number[]]>>, directed: boolean): Cells {
  const terms = new Map<string, Map<string, readonly number[]>>();
  const counts = Object.entries(rows).map(([pair, [value, ...between]]): Count => {
    const [origin = '', destination = ''] = pair.split('-');
    for (const [a, b] of directed
      ? [[origin, destination] as const]
      : ([
          [origin, destination],
          [destination, origin],
        ] as const))
      terms.set(a, (terms.get(a) ?? new Map()).set(b, between));
    return { origin, destination, value };
  });
  return cellsOf(counts, terms, (Object.values(rows)[0]?.length ?? 1) - 1, directed);
}

const near = (values: Float64Array, by: readonly number[], digits = 9) =>
  by.forEach((value, i) => expect(values[i]).toBeCloseTo(value, digits));

describe('by hand', () => {
  test('two by two without terms: row times column over the total', () => {
    // Rows 10 and 20, columns 12 and 18, total 30: 10·12/30, 10·18/30, 20·12/30, 20·18/30.
    const fit = fitPoisson(cellsFrom({ 'A-C': [8], 'A-D': [2], 'B-C': [4], 'B-D': [16] }, true));
    near(fit.expected, [4, 6, 8, 12]);
    // 2·(8 ln 2 + 2 ln ⅓ + 4 ln ½ + 16 ln 4/3)
    expect(fit.deviance).toBeCloseTo(
      2 * (8 * Math.log(2) - 2 * Math.log(3) - 4 * Math.log(2) + 16 * Math.log(4 / 3)),
      9,
    );
  });

  test('two by two with a mark on one cell: as many parameters as cells, so the log of the odds ratio', () => {
    const fit = fitPoisson(
      cellsFrom({ 'A-C': [10, 0], 'A-D': [20, 0], 'B-C': [30, 0], 'B-D': [120, 1] }, true),
    );
    near(fit.coefficients, [Math.log((10 * 120) / (20 * 30))]);
    near(fit.expected, [10, 20, 30, 120], 7);
  });

  test('three countries that share, without terms: each pair has its own two effects', () => {
    // a_A = ½ ln(AB · AC / BC) = ½ ln 36, and so on.
    const fit = fitPoisson(cellsFrom({ 'A-B': [12], 'A-C': [6], 'B-C': [2] }, false));
    near(fit.effects, [Math.log(6), Math.log(2), 0]);
  });

  test('three by three without its diagonal: round one way over round the other', () => {
    // Effects cancel in A→B→C→A over A→C→B→A; the mark is on A→B alone: 6·4·1 / (2·3·2) = 2.
    const fit = fitPoisson(
      cellsFrom(
        { 'A-B': [6, 1], 'A-C': [2, 0], 'B-A': [2, 0], 'B-C': [4, 0], 'C-A': [1, 0], 'C-B': [3, 0] },
        true,
      ),
    );
    near(fit.coefficients, [Math.log(2)]);
  });

  test('four countries, all of one size: marked pairs share twice as much', () => {
    const fit = fitPoisson(
      cellsFrom(
        { 'A-B': [8, 1], 'C-D': [8, 1], 'A-C': [3, 0], 'B-D': [3, 0], 'A-D': [5, 0], 'B-C': [5, 0] },
        false,
      ),
    );
    near(fit.coefficients, [Math.log(2)]);
    near(fit.expected, [8, 4, 4, 4, 4, 8]);
    // What is left of the mark is ½ or −½, so the information is ¼ (8 + 8 + 4·4) = 8.
    expect(fit.inverseInformation.get(0, 0)).toBeCloseTo(1 / 8, 9);
  });
});

describe.each([
  ['undirected', false],
  ['directed', true],
] as const)('%s', (_name, directed) => {
  const worlds = Array.from({ length: 8 }, (_, seed) => madeUpWorld(8 + 3 * seed, directed, random(seed)));
  const fitOf = ({ counts, terms }: { counts: readonly Count[]; terms: Terms }) => {
    const cells = cellsOf(counts, terms, 4, directed);
    return { cells, fit: fitPoisson(cells) };
  };

  test('what is expected of a country adds up to what was observed, and so does distance', () => {
    for (const world of worlds) {
      const { cells, fit } = fitOf(world);
      const gap = new Float64Array(cells.effects.length);
      cells.values.forEach((value, cell) => {
        for (const effect of [cells.left[cell] ?? -1, cells.right[cell] ?? -1])
          gap[effect] = (gap[effect] ?? NaN) + value - (fit.expected[cell] ?? NaN);
      });
      gap.forEach((difference) => expect(Math.abs(difference)).toBeLessThan(1e-6));
      for (const term of cells.terms) {
        const left = term.reduce(
          (sum, x, cell) => sum + x * ((cells.values[cell] ?? NaN) - (fit.expected[cell] ?? NaN)),
          0,
        );
        expect(Math.abs(left)).toBeLessThan(1e-6);
      }
      expect(Math.min(...cells.values)).toBe(0);
    }
  });

  test('what is expected is the exponential of both effects and of coefficients times terms', () => {
    for (const world of worlds) {
      const { cells, fit } = fitOf(world);
      fit.expected.forEach((mean, cell) => {
        const log = cells.terms.reduce(
          (sum, term, k) => sum + (fit.coefficients[k] ?? NaN) * (term[cell] ?? NaN),
          (fit.effects[cells.left[cell] ?? -1] ?? NaN) + (fit.effects[cells.right[cell] ?? -1] ?? NaN),
        );
        expect(mean / Math.exp(log)).toBeCloseTo(1, 9);
      });
    }
  });

  test('seven times as many of everything changes the effects alone', () => {
    for (const world of worlds) {
      const [one, seven] = [
        world,
        { ...world, counts: world.counts.map((c) => ({ ...c, value: 7 * c.value })) },
      ].map(fitOf);
      near(seven?.fit.coefficients ?? new Float64Array(), [...(one?.fit.coefficients ?? [NaN])], 8);
      near(
        seven?.fit.expected ?? new Float64Array(),
        [...(one?.fit.expected ?? [NaN])].map((mean) => 7 * mean),
        5,
      );
    }
  });

  test('distance in metres changes the effects alone', () => {
    for (const world of worlds) {
      const metres = new Map(
        [...world.terms].map(([origin, row]) => [
          origin,
          new Map([...row].map(([to, [log = NaN, ...marks]]) => [to, [log + Math.log(1000), ...marks]])),
        ]),
      );
      const [km, m] = [world, { ...world, terms: metres }].map(fitOf);
      near(m?.fit.coefficients ?? new Float64Array(), [...(km?.fit.coefficients ?? [NaN])], 8);
      near(m?.fit.expected ?? new Float64Array(), [...(km?.fit.expected ?? [NaN])], 6);
      expect(m?.fit.effects[0]).not.toBeCloseTo(km?.fit.effects[0] ?? NaN, 2);
    }
  });

  test('other names for the countries change nothing', () => {
    // Names turn the alphabet round, so that pairs, rows and the effect that is held are others.
    const other = (name: string) => `X${99 - Number(name.slice(1))}`;
    for (const world of worlds) {
      const counts = world.counts.map(({ origin, destination, value }) => ({
        origin: other(directed ? origin : destination),
        destination: other(directed ? destination : origin),
        value,
      }));
      const terms = new Map(
        [...world.terms].map(([origin, row]) => [
          other(origin),
          new Map([...row].map(([to, values]) => [other(to), values])),
        ]),
      );
      const [one, two] = [fitOf(world), fitOf({ counts, terms })];
      near(two.fit.coefficients, [...one.fit.coefficients], 8);
      one.cells.effects.forEach(({ country, role }, e) => {
        const there = two.cells.effects.findIndex((x) => x.country === other(country) && x.role === role);
        expect(two.fit.effects[there]).toBeCloseTo(one.fit.effects[e] ?? NaN, 7);
      });
    }
  });

  test('wherever it starts, it comes out at the same place', () => {
    const { cells, fit } = fitOf(worlds[4] ?? { counts: [], terms: new Map() });
    const start = withoutTerms(cells);
    const off = fitPoisson(cells, {
      coefficients: start.coefficients.map((_, k) => (k % 2 ? 1 : -1)),
      effects: start.effects.map((effect, e) => effect + (e % 3)),
    });
    near(off.coefficients, [...fit.coefficients], 8);
    expect(off.steps).toBeGreaterThan(0);
  });

  test('effects of destinations have the mean zero, where a number could go to and fro', () => {
    const { cells, fit } = fitOf(worlds[2] ?? { counts: [], terms: new Map() });
    const destinations = fit.effects.filter((_, e) => cells.effects[e]?.role === 'destination');
    if (directed) expect(destinations.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(0, 9);
    else expect(destinations).toHaveLength(0);
  });
});

describe('where there is no result', () => {
  const worlds = Array.from({ length: 12 }, (_, seed) =>
    madeUpWorld(10 + seed, seed % 2 === 1, random(40 + seed)),
  );
  /** Cells of a world with distance and one mark of yes or no. */
  const marked = (
    world: number,
    mark: (origin: string, destination: string, log: number) => number,
  ): Cells => {
    const { counts, terms } = worlds[world] ?? { counts: [], terms: new Map() };
    const withMark = new Map(
      [...terms].map(([origin, row]) => [
        origin,
        new Map([...row].map(([to, [log = NaN]]) => [to, [log, mark(origin, to, log)]])),
      ]),
    );
    return cellsOf(counts, withMark, 2, world % 2 === 1);
  };

  test('a mark that stands on pairs without links alone runs away, and is no coefficient', () => {
    let runaways = 0;
    worlds.forEach(({ counts }, world) => {
      const linked = new Set(counts.map(({ origin, destination }) => `${origin} ${destination}`));
      const cells = marked(world, (a, b) => Number(!linked.has(`${a} ${b}`) && !linked.has(`${b} ${a}`)));
      if (!cells.terms[1]?.some((mark) => mark === 1)) return;
      runaways++;
      expect(() => fitPoisson(cells)).toThrow('come to rest');
    });
    expect(runaways).toBeGreaterThan(6);
  });

  test('a mark that all pairs have, or none, or one country with everyone, is accounted for by the effects', () => {
    worlds.forEach((_, world) => {
      for (const mark of [() => 0, () => 1, (a: string, b: string) => Number(a === 'C03' || b === 'C03')])
        expect(() => fitPoisson(marked(world, mark))).toThrow('accounted for');
    });
  });

  test('a term that says the same as distance is accounted for', () => {
    worlds.forEach((_, world) => {
      expect(() => fitPoisson(marked(world, (_a, _b, log) => 0.3 * log + 1))).toThrow('accounted for');
    });
  });

  test('a term that differs from distance by rounding is accounted for', () => {
    const next = random(3);
    worlds.forEach((_, world) => {
      const noisy = marked(world, (_a, _b, log) => log + 1e-6 * next());
      expect(() => fitPoisson(noisy)).toThrow('accounted for');
    });
  });

  test('two countries have one number for two effects', () => {
    expect(() => fitPoisson(cellsFrom({ 'A-B': [5] }, false))).toThrow('told apart');
  });
});
