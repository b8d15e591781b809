import { expect, test } from 'vitest';
import { cleanName } from './clean-name.ts';

test('letters that were read in the wrong encoding are put right, once or twice', () => {
  expect(cleanName('KÃ˜BENHAVNS UNIVERSITET')).toBe('KØBENHAVNS UNIVERSITET');
  expect(cleanName('HÃƒÂ©roes')).toBe('Héroes');
});

test('letters that are right stay, also beside signs that look like the others', () => {
  for (const name of ['Universität Köln', 'São Paulo', 'Łódź', 'Écoles – Ü', 'Ã'])
    expect(cleanName(name)).toBe(name);
});

test('lost letters stay lost: nothing is made up', () => {
  expect(cleanName('INVESTIGA��O')).toBe('INVESTIGA��O');
});

test('entities, quotation marks of CSV and blanks in a row are cleaned', () => {
  expect(cleanName('CENTRE D&#39;ETUDES  A &amp; B')).toBe("CENTRE D'ETUDES A & B");
  expect(cleanName('"CENTER ""DEMOKRITOS"""')).toBe('CENTER "DEMOKRITOS"');
  expect(cleanName('Academy "Korbel"')).toBe('Academy "Korbel"');
});
