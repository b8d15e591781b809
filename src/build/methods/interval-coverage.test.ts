import { describe, expect, test } from 'vitest';
import { intervalCoverage, readSimulated, sidesOf, verdictOf } from './interval-coverage.ts';

const HEAD = 'indicator,method,used,model,bin,trials,coverage,below,above,width';

describe('simulated coverage', () => {
  test('is read with the columns that pages show; further ones are left alone', () => {
    expect(
      readSimulated(`${HEAD}\nric,"Walter, half",false,links one by one,5–20,78600,0.952,0.024,0.024,1.3\n`),
    ).toEqual([
      {
        indicator: 'ric',
        method: 'Walter, half',
        used: false,
        model: 'links one by one',
        bin: '5–20',
        trials: 78_600,
        coverage: 0.952,
        below: 0.024,
        above: 0.024,
      },
    ]);
  });

  test.each([
    ['a percentage', `${HEAD}\nric,log,true,links,5–20,60,95.2,0,0,1`, /line 2[\s\S]*coverage/],
    ['no trials', `${HEAD}\nric,log,true,links,5–20,0,0.95,0,0,1`, /line 2[\s\S]*trials/],
    ['an empty number', `${HEAD}\nric,log,true,links,5–20,60,,0,0,1`, /line 2[\s\S]*coverage/],
    ['neither yes nor no', `${HEAD}\nric,log,yes,links,5–20,60,0.95,0,0,1`, /line 2[\s\S]*used/],
    ['a missing column', 'indicator,method\nric,log', /line 2[\s\S]*model/],
    ['a short line', `${HEAD}\nric,log`, /line 2/],
  ])('is refused with %s', (_, csv, message) => {
    expect(() => readSimulated(csv)).toThrow(message);
  });

  test.each([
    [0.929, 'narrow'],
    [0.93, 'right'],
    [0.97, 'right'],
    [0.971, 'wide'],
  ] as const)('%s: %s', (coverage, verdict) => {
    expect(verdictOf({ coverage })).toBe(verdict);
  });
});

describe('why mid-P limits are kept', () => {
  const row = (method: string, coverage: number, below: number, above: number) =>
    `affinity,${method},false,links one by one,under 5,1000,${coverage},${below},${above},1`;
  const rows = (...lines: string[]) => readSimulated([`${HEAD}`, ...lines].join('\n'));
  const kept = row('mid-P (in use)', 0.977, 0.02, 0.003);

  test('a score interval misses on one side', () => {
    const sides = sidesOf(rows(kept, row('score', 0.955, 0.044, 0.001)));
    expect(sides.times).toBeCloseTo(1.76, 9);
    expect([sides.kept.below, sides.score.below]).toEqual([0.02, 0.044]);
  });

  test.each([
    ['misses on both sides alike', row('score', 0.95, 0.025, 0.025), /no longer shows/],
    ['is further from its promise', row('score', 0.9, 0.05, 0.05), /no longer shows/],
    ['was not tried', row('exact', 0.95, 0.045, 0.005), /lacks/],
  ])('is not said where a score interval %s', (_, score, message) => {
    expect(() => sidesOf(rows(kept, score))).toThrow(message);
  });

  test('holds for the simulation as it was run', async () => {
    expect(() => void sidesOf([])).toThrow('lacks');
    expect(sidesOf(await intervalCoverage()).times).toBeGreaterThan(1.5);
  });
});
