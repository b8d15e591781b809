import { describe, expect, test } from 'vitest';
import { affinity } from '../../indicators/pairs/affinity.ts';
import type { Place } from '../../model/country.ts';
import type { Indicator } from '../../model/indicator.ts';
import { figureOf, writeExample } from './example.ts';

const row = { x: 'Here', y: 'There', year: 2020, c: 30, t_o: 40, t_d: 50, t: 130_000, value: 1950 };

describe('a worked example', () => {
  test('stands in the formula with its numbers', () => {
    const { says, formula } = writeExample(affinity, row);
    expect(says).toContain('1,950.00 times');
    for (const number of ['130,000', '30', '40', '50', '1,950.000'])
      expect(formula).toContain(`<mn>${number}</mn>`);
    expect(formula).toContain('display="block"');
  });

  test.each([
    ['twice the value', 3900],
    ['a value off by more than rounding', 1950 * (1 + 2e-6)],
    ['no value', null],
    ['a value that is no number', '1950'],
  ])('stops the build at %s', (_, value) => {
    expect(() => writeExample(affinity, { ...row, value })).toThrow(
      /example of affinity gives 1950 by its formula/,
    );
  });

  test('takes what six decimals cost', () => {
    const small = { ...row, t: 1, c: 1 };
    expect(() => writeExample(affinity, { ...small, value: 0.0005 + 4e-7 })).not.toThrow();
    expect(() => writeExample(affinity, { ...small, value: 0.0005 + 6e-7 })).toThrow();
  });

  test('is refused where it writes a number that is missing', () => {
    const broken = { ...affinity, example: { ...affinity.example, compute: () => 1950 } };
    expect(() => writeExample(broken, { ...row, c: null })).toThrow(
      /affinity writes a number that its row has not/,
    );
  });

  test('may ask for a missing number in words that it does not use', () => {
    const says: (typeof affinity)['example']['says'] = ({ low }, n) => [n(low), 'Nothing of it.'][1] ?? '';
    expect(writeExample({ ...affinity, example: { ...affinity.example, says } }, row).says).toBe(
      'Nothing of it.',
    );
  });
});

describe('the figure beside it opens with', () => {
  const places = new Map(
    [
      ['USA', 'the United States'],
      ['CHN', 'China'],
    ].map(([iso3 = '', in_text = '']) => [iso3, { iso3, in_text } as Place]),
  );
  const of = (row: Parameters<typeof figureOf>[1], more: Partial<Indicator> = {}) =>
    figureOf({ ...affinity, ...more }, row, places);

  test('the countries that the example names, in its order, and the layer that it asks for', () => {
    expect(of({ x: 'the United States', y: 'China', value: 2 })).toEqual({
      layer: 'papers',
      country: 'USA',
      partner: 'CHN',
    });
    const sql = "SELECT … WHERE layer = 'projects'";
    expect(of({ x: 'China' }, { example: { ...affinity.example, sql } })).toEqual({
      layer: 'projects',
      country: 'CHN',
    });
  });

  test('one country where the indicator is of a country', () => {
    expect(of({ x: 'China', largest: 'the United States' }, { subject: 'country' })).toEqual({
      layer: 'papers',
      country: 'CHN',
    });
  });

  test('the view’s own choice where it names none', () => {
    expect(of({ theme: 'Transport', value: null })).toEqual({ layer: 'papers' });
  });
});
