import { expect, test } from 'vitest';
import { prose } from './prose.ts';

const of = (words: string) => prose(words, new Set());

test('letters with an index look like those of the formula', () => {
  expect(of('1/C_XY − 1/T_X + 1/(T_Y − C_XY) and F_od')).toBe(
    '1/<i>C</i><sub>XY</sub> − 1/<i>T</i><sub>X</sub> + 1/(<i>T</i><sub>Y</sub> − <i>C</i><sub>XY</sub>) and <i>F</i><sub>od</sub>',
  );
});

test.each(['pair_cells', 't_origin', 'a_b_c', 'x_1', 'in_rate'])('%s is an id and stays', (id) => {
  expect(of(`The id ${id}.`)).toBe(`The id ${id}.`);
});

test('terms lead on, and markup in a text stays text', () => {
  expect(of('Links of T_X <b>')).toBe(
    '<a class="term" href="/methods/glossary/#link">Links</a> of <i>T</i><sub>X</sub> &lt;b&gt;',
  );
});
