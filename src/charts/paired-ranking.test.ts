import { describe, expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import {
  pairedRanking,
  type PairedRankingInput,
  type PairedRow,
  type PairedValue,
} from './paired-ranking.ts';
import { differenceWords } from './paired-words.ts';
import { textFaults } from './text-boxes.ts';

const has = (value: number, flag: string | null = null): PairedValue => ({ value, flag });
const row = (
  iso3: string,
  name: string,
  a: PairedValue,
  b: PairedValue,
  incomparable: string | null = null,
): PairedRow => ({ iso3, name, a, b, incomparable });
const YEARS: PairedRankingInput = {
  sides: [
    { name: '2018', layer: 'students' },
    { name: '2013', layer: 'students' },
  ],
  relation: 'time',
  scale: { title: 'Students', unit: 'students', kind: 'size', neutral: null, digits: 0 },
  rows: [
    row('USA', 'United States', has(135940), has(92597)),
    row('AUS', 'Australia', has(73316, 'b'), has(16150), 'break in series'),
    row('GBR', 'United Kingdom', has(19599), has(22155, 'u')),
    row('NZL', 'New Zealand', has(11604), has(11604)),
    row('RUS', 'Russia', has(9236), { absent: 'outside' }),
    row('COD', 'Democratic Republic of the Congo & <others>', { absent: 'unreported' }, has(6828)),
    row('CUB', 'Cuba', { absent: 'suppressed' }, { absent: 'suppressed' }),
  ],
  rest: { name: 'The other 30 destinations', a: 24413, b: 17302 },
  empty: 'None.',
};
const SHARES: PairedRankingInput = {
  ...YEARS,
  sides: [
    { name: 'Papers', layer: 'papers' },
    { name: 'Scholars', layer: 'scholars' },
  ],
  relation: 'side',
  scale: { title: 'Share', unit: '%', kind: 'size', neutral: null, digits: 1 },
  rows: [row('BRA', 'Brazil', has(11.9), has(18.4)), row('ESP', 'Spain', has(9.5), has(9.47))],
  rest: { name: 'The other 182 partners', a: 78.6, b: 72.1 },
};
const draw = (input: PairedRankingInput, width = 704) =>
  pairedRanking(input, { width, id: 'p', title: 't', desc: 'd' });
const rowOf = (svg: string, iso3: string): string =>
  new RegExp(`<g class="paired-row" data-c="${iso3}">.*?</g>`).exec(svg)?.[0] ?? '';

test('two years, with what cannot be compared or is not there', async () => {
  await expectGolden('paired-ranking', (frame) => pairedRanking(YEARS, frame));
});

test('shares of two layers on one axis', async () => {
  await expectGolden('paired-ranking-layers', (frame) => pairedRanking(SHARES, frame));
});

test.each([328, 480, 560, 704, 1100])('at %i px no word covers another or stands outside', (width) => {
  for (const input of [YEARS, SHARES, { ...YEARS, rest: null }])
    expect(textFaults(draw(input, width))).toEqual([]);
});

describe('a row', () => {
  const svg = draw(YEARS);
  test('has an arrow through time, both numbers, and the change in words', () => {
    expect(rowOf(svg, 'USA')).toContain('class="arrowhead"');
    for (const words of ['135,940', '92,597', 'up 43,343 (+47%)']) expect(rowOf(svg, 'USA')).toContain(words);
  });
  test('that is not comparable has both dots, no arrow and no change', () => {
    const broken = rowOf(svg, 'AUS');
    expect(broken.match(/<circle/g)).toHaveLength(2);
    expect(broken).not.toMatch(/arrowhead|between|up /);
    expect(broken).toContain('not comparable: break in series');
  });
  test('that lacks a side says why, and has a mark that is no zero', () => {
    const lacking = rowOf(svg, 'RUS');
    expect(lacking).toContain('2013: outside the ten largest');
    expect(lacking).toContain('class="absent"');
    expect(lacking).not.toMatch(/between|data-v="0"/);
    const baseline = Number(/class="baseline" d="M([\d.]+)/.exec(svg)?.[1]);
    expect(Number(/class="absent"[^>]* x="([\d.]+)"/.exec(lacking)?.[1]) + 10).toBeLessThan(baseline);
  });
  test('of two layers has no arrow, and each dot the hue of its layer', () => {
    const brazil = rowOf(draw(SHARES), 'BRA');
    expect(brazil).toContain('class="between"');
    expect(brazil).not.toContain('arrowhead');
    expect(brazil).toContain('class="side side-a layer-papers" data-c="BRA" data-v="11.9"');
    expect(brazil).toContain('class="side side-b layer-scholars" data-c="BRA" data-v="18.4"');
    expect(brazil).toContain('6.5\u00a0points less');
  });
  test('of a tie is found by both ends', () => {
    const tied = draw({ ...YEARS, rows: [{ ...row('', 'A to B', has(2), has(1)), iso3: ['AAA', 'BBB'] }] });
    expect(tied).toContain('class="paired-row" data-o="AAA" data-d="BBB"');
    expect(tied).not.toContain('data-c=');
  });
});

describe('the remainder', () => {
  test('is a row of its own look', () => {
    expect(draw(YEARS)).toMatch(/class="paired-row rest".*24,413.*17,302.*up 7,111/);
  });
  test('that would press the others together has its numbers and no marks', () => {
    const rest = /<g class="paired-row rest">.*?<\/g>/.exec(draw(SHARES))?.[0] ?? '';
    expect(rest).toContain('78.6%');
    expect(rest).not.toContain('<circle');
  });
  test('with one side alone says nothing of the other', () => {
    const one = draw({ ...YEARS, rest: { name: 'Others', a: 24413, b: null } });
    const rest = /<g class="paired-row rest">.*?<\/g>/.exec(one)?.[0] ?? '';
    expect(rest).toContain('24,413');
    expect(rest).not.toMatch(/absent|no value/);
  });
});

test('a ratio stands on a logarithmic axis with its neutral value', () => {
  const svg = draw({
    ...SHARES,
    scale: { title: 'Affinity', unit: '', kind: 'ratio', neutral: 1, digits: 2 },
    rows: [row('BRA', 'Brazil', has(4), has(0.5)), row('USA', 'United States', has(0), has(2))],
    rest: null,
  });
  expect(svg).toContain('class="neutral-rule"');
  expect(svg).toContain('class="zero-edge"');
  expect(svg).toContain('8.00 times');
});

test('no rows are said in words', () => {
  expect(draw({ ...YEARS, rows: [], rest: null })).toContain('None.');
});

test('differences in words', () => {
  const { scale } = YEARS;
  expect(differenceWords(5, 5, scale, 'time')).toBe('the same');
  expect(differenceWords(90, 100, scale, 'time')).toBe('down 10 (−10%)');
  expect(differenceWords(300, 100, scale, 'side')).toBe('200 more (3.0 times)');
  expect(differenceWords(4, 0, scale, 'time')).toBe('up 4');
  expect(differenceWords(0, 4, scale, 'side')).toBe('4 fewer (−100%)');
  expect(differenceWords(9.47, 9.5, SHARES.scale, 'side')).toBe('about the same');
  expect(differenceWords(-5, 10, { ...scale, kind: 'signed' }, 'time')).toBe('down 15');
});
