import { describe, expect, test } from 'vitest';
import { readSimulated, verdictOf } from './interval-coverage.ts';

const HEAD = 'indicator,method,used,model,bin,trials,coverage,below';

describe('simulated coverage', () => {
  test('is read with the columns that pages show; further ones are left alone', () => {
    expect(
      readSimulated(`${HEAD}\nric,"Walter, half",false,links one by one,5–20,78600,0.952,0.024\n`),
    ).toEqual([
      {
        indicator: 'ric',
        method: 'Walter, half',
        used: false,
        model: 'links one by one',
        bin: '5–20',
        trials: 78_600,
        coverage: 0.952,
      },
    ]);
  });

  test.each([
    ['a percentage', `${HEAD}\nric,log,true,links,5–20,60,95.2,0`, /line 2[\s\S]*coverage/],
    ['no trials', `${HEAD}\nric,log,true,links,5–20,0,0.95,0`, /line 2[\s\S]*trials/],
    ['an empty number', `${HEAD}\nric,log,true,links,5–20,60,,0`, /line 2[\s\S]*coverage/],
    ['neither yes nor no', `${HEAD}\nric,log,yes,links,5–20,60,0.95,0`, /line 2[\s\S]*used/],
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
