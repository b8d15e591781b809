import { describe, expect, test } from 'vitest';
import { INDICATORS, labelOf } from './index.ts';

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))('%s', (_, indicator) => {
  const { interval, limits, noInterval, counting, layers, pooled = [], caveats, isNot } = indicator;

  test('says what its limits are where it has any, and why it has none only where it has none', () => {
    expect(limits === null).toBe(interval === null);
    expect(limits === 'bounds').toBe(/^(Bounds|What the years of the source allow)/.test(interval ?? ''));
    if (noInterval !== undefined) expect(interval).toBeNull();
    expect([...caveats, ...isNot].join(' ')).not.toMatch(/has no interval/);
  });

  test('names the counting of each of its layers, and figures get it', () => {
    expect(Object.keys(counting)).toEqual(expect.arrayContaining([...layers]));
    expect(Object.keys(labelOf(indicator).counting).sort()).toEqual([...layers].sort());
  });

  test('pools years only in layers that it has', () => {
    expect(layers).toEqual(expect.arrayContaining([...pooled]));
  });
});

test('a count of works is not told as one of pairs, nor fractions as whole', () => {
  const of = (id: string) => INDICATORS.find((indicator) => indicator.id === id)?.counting.papers;
  for (const id of ['largest_fall', 'recovery_years', 'works_per_million', 'works_per_thousand_researchers'])
    expect(of(id)).not.toMatch(/pair/);
  expect(of('top1_share')).toMatch(/^Fractional/);
  expect(of('international_rate')).toMatch(/^Whole counting: an article/);
});

test('falls speak of students only where they have them', () => {
  const of = (id: string) => INDICATORS.find((indicator) => indicator.id === id)?.interval;
  expect(of('largest_fall')).not.toMatch(/[Ss]tudents/);
  expect(of('largest_outbound_fall')).not.toMatch(/[Ss]tudents/);
  expect(of('largest_inbound_fall')).toMatch(/Students have none/);
});
