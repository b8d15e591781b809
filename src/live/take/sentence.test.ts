import { describe, expect, test } from 'vitest';
import { tie } from '../../charts/ego-fixture.ts';
import { sentenceOf } from './sentence.ts';
import { layerOf, sourceLabel, taken } from './taken-fixture.ts';

const END =
  ' Crosscurrents, release 2026-11-22: https://example.org/explore/?layer=students&country=IND&year=2018';
const sentence = (more: Parameters<typeof taken>[0]): string => {
  const words = sentenceOf(taken(more));
  expect(words.endsWith(END)).toBe(true);
  return words.slice(0, -END.length);
};

describe('with a takeaway', () => {
  test('is that, untouched, where it says year and source', () => {
    const takeaway = 'The United States hosts 135,940 students from India in 2018 (UIS).';
    expect(sentence({ takeaway })).toBe(takeaway);
  });

  test('gains the year and the source that it lacks, once', () => {
    const title = 'Students between countries, 2018';
    expect(sentence({ title, takeaway: 'Most go to the United States.' })).toBe(
      'Most go to the United States (2018, UIS).',
    );
    expect(sentence({ title, takeaway: 'Most go to the United States (UIS).' })).toBe(
      'Most go to the United States (UIS, 2018).',
    );
    const series = { layer: layerOf('students'), source: 'uis', years: [2016, 2018] as const };
    expect(sentence({ title, takeaway: 'In 2018 most go there (UIS).', series })).toBe(
      'In 2018 most go there (UIS).',
    );
  });

  test('a number that holds the year by chance does not say it', () => {
    const takeaway = '20,180 and 12018 students (UIS).';
    expect(sentence({ title: 'Students', takeaway })).toBe('20,180 and 12018 students (UIS, 2018).');
  });

  test.each([
    [
      'names no place of the title',
      'Students from and in India, 2018',
      'Half go to the United States in 2018 (UIS).',
      'Students from and in India: Half go to the United States in 2018 (UIS).',
    ],
    [
      'has no year either',
      'Students from and in India, 2018',
      'Half go to the United States (UIS).',
      'Students from and in India, 2018: Half go to the United States (UIS).',
    ],
    [
      'is a count with what it was',
      'Works of all countries, world, 1990–2023',
      '5,869\u00a0works in 2022, 3.4 times as many as in 2012 (UIS).',
      'Works of all countries, world: 5,869\u00a0works in 2022, 3.4 times as many as in 2012 (UIS).',
    ],
    [
      'is one of several counts',
      'Students who come to India and who leave it, 1990–2023',
      'In: 2,000 foreign students in India in 2022, 12% more than in 2012 (UIS).',
      'Students who come to India and who leave it – In: 2,000 foreign students in India in 2022, 12% more than in 2012 (UIS).',
    ],
    [
      'says "here"',
      'India and its partners, 2018',
      'India and Namibia shared 41 papers in 2018, the most here (UIS).',
      'India and its partners: India and Namibia shared 41 papers in 2018, the most here (UIS).',
    ],
  ])('follows the title where it %s', (_, title, takeaway, whole) => {
    expect(sentence({ title, takeaway })).toBe(whole);
  });

  test('of a group follows the title, which alone names it', () => {
    const more = { title: 'Affinity: papers in the Union, 2018', scope: ['eu'] };
    expect(
      sentence({ ...more, takeaway: 'Affinity in 2018 is highest between India and Namibia (UIS).' }),
    ).toBe('Affinity: papers in the Union – Affinity in 2018 is highest between India and Namibia (UIS).');
  });

  test('that only names a figure leaves the word to the headline', () => {
    const title = 'Links did not get longer between 1990 and 2018';
    expect(sentence({ title, takeaway: 'Mean length of a link, 1990–2018' })).toBe(`${title} (UIS).`);
  });
});

describe('without a takeaway', () => {
  test('says the title and the largest tie, with its flags', () => {
    expect(sentence({})).toBe(
      'Students from and in India, 2018: the largest is India to the United States, 135,940\u00a0students, estimated, provisional (UIS).',
    );
  });

  test('of a ratio by the value of the measure, not by the count', () => {
    const scale = { title: 'Affinity', unit: '', kind: 'ratio', neutral: 1, digits: 2 } as const;
    const ties = [tie('IND', 'USA', 900, { value: 0.5 }), tie('IND', 'NAM', 3, { value: 4.255 })];
    expect(sentence({ scale, ties, directed: false, title: 'Affinity of India, 2018' })).toMatch(
      /the largest is India and Namibia, affinity 4\.2[56] \(UIS\)\.$/,
    );
  });

  test('of signed values the largest either way, with its sign', () => {
    const scale = { title: 'Net', unit: 'students', kind: 'signed', neutral: 0, digits: 0 } as const;
    const ties = [tie('IND', 'USA', 9, { value: 9 }), tie('IND', 'NAM', 3, { value: -30 })];
    expect(sentence({ scale, ties })).toContain('net −30\u00a0students');
    expect(sentence({ scale, ties: ties.slice(0, 1) })).toContain('net +9\u00a0students');
  });

  test('says no largest where several are as large, or none is there', () => {
    const equal = [tie('IND', 'USA', 5), tie('IND', 'NAM', 5)];
    expect(sentence({ ties: equal })).toBe('Students from and in India, 2018 (UIS).');
    expect(sentence({ ties: [] })).toBe('Students from and in India, 2018 (UIS).');
  });

  test('of a table says the largest number that is no year', () => {
    const table = {
      caption: '',
      columns: [
        { key: 'country', label: 'Country' },
        { key: 'year', label: 'Year', numeric: true },
        { key: 'value', label: 'Balance', numeric: true },
      ],
      rows: [
        { country: 'India', year: 2018, value: -0.5 },
        { country: 'Namibia', year: 2017, value: 0.25 },
        { country: 'China', year: 2030, value: null },
      ],
    };
    const title = 'Balance of students, 2018';
    expect(sentence({ title, table, ties: null })).toBe(
      'Balance of students, 2018: the largest balance is that of Namibia, 0.25 (UIS).',
    );
    const [country, year, value] = table.columns as [object, object, object];
    const share = { ...value, key: 'value', label: 'Part of all projects (%)' };
    expect(
      sentence({
        title,
        table: { ...table, columns: [{ ...country, key: 'country', label: '' }, share] },
        ties: null,
      }),
    ).toBe('Balance of students, 2018: the largest part of all projects is that of Namibia, 0.25% (UIS).');
    const years = [{ ...year, key: 'year', label: 'Year' }, share];
    expect(sentence({ title, table: { ...table, columns: years }, ties: null })).toBe(
      'Balance of students, 2018: the highest value is 0.25%, in 2017 (UIS).',
    );
    expect(sentence({ title, table: { ...table, rows: [] }, ties: null })).toBe(
      'Balance of students, 2018 (UIS).',
    );
  });
});

test('every source is named where several are shown', () => {
  const sources = [sourceLabel('uis'), sourceLabel('wdi')];
  expect(sentence({ sources, takeaway: 'Most go there in 2018.' })).toBe(
    'Students from and in India: Most go there in 2018 (UIS and WDI).',
  );
});
