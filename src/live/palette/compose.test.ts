import { describe, expect, test } from 'vitest';
import { compose, readings } from './compose.ts';
import { VOCABULARY } from './vocabulary-fixture.ts';

const read = (text: string) => compose(text, VOCABULARY);
const titles = (text: string) => readings(text, VOCABULARY).map(({ title }) => title);

describe('a layer and places', () => {
  test('two places of a layer that is directed: the first is where from', () => {
    expect(read('students india germany')).toEqual({
      layer: 'students',
      country: 'IND',
      partner: 'DEU',
      direction: 'out',
      title: 'Students from India to Germany',
    });
  });

  test('two places of a layer that is not', () => {
    expect(read('papers de us')).toEqual({
      layer: 'papers',
      country: 'DEU',
      partner: 'USA',
      title: 'Papers of Germany and the United States',
    });
  });

  test.each([
    ['students from india to germany', 'Students from India to Germany'],
    ['students to germany from india', 'Students from India to Germany'],
    ['germany from india students', 'Students from India to Germany'],
    ['to germany students india', 'Students from India to Germany'],
    ['students from the united states to germany', 'Students from the United States to Germany'],
    ['students from germany, from india', 'Students from Germany to India'],
    ['papers to germany from india', 'Papers of Germany and India'],
    ['papers between germany and india', 'Papers of Germany and India'],
    ['germany india papers', 'Papers of Germany and India'],
    ['germany – india: papers!', 'Papers of Germany and India'],
  ])('%s', (text, title) => {
    expect(read(text)?.title).toBe(title);
  });

  test.each([
    ['students from india', 'out', 'Students from India'],
    ['students to india', 'in', 'Students to India'],
    ['students in india', 'in', 'Students to India'],
    ['students from the india', 'out', 'Students from India'],
    ['students india', undefined, 'Students from and to India'],
    ['papers from india', undefined, 'Papers of India'],
  ])('one place: %s', (text, direction, title) => {
    expect(read(text)).toMatchObject({ country: 'IND', title });
    expect(read(text)?.direction).toBe(direction);
    expect(read(text)).not.toHaveProperty('partner');
  });

  test('two places without a layer ask for the pair', () => {
    expect(read('us de')).toEqual({ country: 'USA', partner: 'DEU', title: 'The United States and Germany' });
  });

  test.each(['Papers', 'paper', 'pap', 'papers'])('a layer is known as %s', (word) => {
    expect(read(`${word} india`)?.layer).toBe('papers');
  });

  test('a layer of two words is known by its title and its id', () => {
    expect(read('horizon projects india')?.title).toBe('Horizon projects of India');
    expect(read('projects india')?.title).toBe('Horizon projects of India');
  });
});

describe('years', () => {
  test.each([
    ['students india germany 2015', { year: 2015, title: 'Students from India to Germany, 2015' }],
    ['2015 students', { layer: 'students', year: 2015, title: 'Students, 2015' }],
    ['germany in 2015', { country: 'DEU', year: 2015, title: 'Germany, 2015' }],
    ['2015', { year: 2015, title: 'The year 2015' }],
  ])('%s', (text, composed) => {
    expect(read(text)).toMatchObject(composed);
  });

  test.each([
    'students india 1989',
    'students india 2021',
    '2021 students india',
    'papers india 2024',
    '99 papers india',
  ])('a year that there is not is not offered: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  test('a year of another layer is', () => {
    expect(read('papers india 2021')?.year).toBe(2021);
  });

  test.each(['2', '20', '201', '1', '19'])('a year that is still typed says nothing yet: %s', (typed) => {
    expect(read(`students india ${typed}`)).toEqual(read('students india'));
  });
});

describe('what is no question', () => {
  test.each([
    '',
    '  –  ',
    'students',
    'india',
    'trinidad and tobago',
    'guinea bissau',
    'in',
    'from to',
    'students atlantis',
    'students india germany china',
    'students papers india',
    'students 2014 2015',
    'papers india india',
    'net flow',
  ])('%s', (text) => {
    expect(read(text)).toBeNull();
  });

  test('nor is a text that was pasted', () => {
    expect(read('india and '.repeat(5_000))).toBeNull();
    expect(read('the '.repeat(50_000))).toBeNull();
    expect(read('guinea niger congo '.repeat(5))).toBeNull();
  });
});

describe('names of places', () => {
  test.each([
    ['papers germany turkiye', 'TUR'],
    ['papers germany Türk', 'TUR'],
    ['papers germany cote d’ivoire', 'CIV'],
    ['papers germany ivory coast', 'CIV'],
    ['papers germany китай', 'CHN'],
    ['papers germany 中国', 'CHN'],
    ['papers germany trinidad and tobago', 'TTO'],
    ['papers germany papua new guinea', 'PNG'],
    ['papers germany guinea', 'GIN'],
    ['papers germany guinea-bissau', 'GNB'],
    ['papers germany niger', 'NER'],
    ['papers germany congo', 'COG'],
    ['papers germany macedonia', 'MKD'],
    ['papers germany america', 'USA'],
    ['papers germany ind', 'IND'],
    ['papers germany indo', 'IDN'],
    ['papers germany den', 'DNK'],
    ['papers germany united k', 'GBR'],
    ['papers Germany IN', 'IND'],
    ['papers Germany to', undefined],
    ['papers Germany TO', 'TON'],
    ['Papers India AND Germany', 'DEU'],
  ])('%s: %s', (text, partner) => {
    expect(read(text)?.partner).toBe(partner);
  });

  test('in any of the languages', () => {
    for (const name of ['Allemagne', 'alemania', 'Германия', 'ألمانيا', '德国'])
      expect(read(`students ${name} india`)?.title).toBe('Students from Germany to India');
  });

  test('in capitals all the while, joining words still join', () => {
    expect(read('STUDENTS FROM INDIA TO GERMANY')?.title).toBe('Students from India to Germany');
    expect(read('Students FROM India')?.title).toBe('Students from India');
  });

  test('what may mean several is offered so, the surest first', () => {
    expect(titles('papers korea')).toEqual(['Papers of South Korea', 'Papers of North Korea']);
    expect(titles('papers korea germany')).toEqual([
      'Papers of South Korea and Germany',
      'Papers of North Korea and Germany',
    ]);
    expect(titles('papers niger')).toEqual(['Papers of Niger', 'Papers of Nigeria']);
    expect(titles('papers uni')).toEqual([
      'Papers of the United States',
      'Papers of the United Kingdom',
      'Papers of the United Arab Emirates',
      'Papers of Tanzania',
    ]);
  });

  test('a name that is whole goes on only as the atlas itself calls places', () => {
    expect(titles('papers guinea')).toEqual(['Papers of Guinea', 'Papers of Guinea-Bissau']);
    expect(titles('papers congo')).toEqual(['Papers of Congo', 'Papers of the DR Congo']);
    // Hong Kong is China's in one language: who writes China means China.
    expect(titles('papers china')).toEqual(['Papers of China']);
  });

  test('a name that is not the last means what is called so', () => {
    expect(titles('papers congo germany')).toEqual(['Papers of Congo and Germany']);
  });

  test('a name of several words is one place, though its words are names as well', () => {
    expect(titles('papers guinea bissau')).toEqual(['Papers of Guinea-Bissau']);
  });

  test('only the last word may be unfinished, and a word of many names tells none', () => {
    expect(titles('papers germ india')).toEqual([]);
    expect(titles('papers united india')).toEqual([]);
    expect(titles('papers un')).toEqual([]);
  });
});

test('names of 250 places in six languages are read once, and not with each letter typed', () => {
  const syllables = ['ka', 'lo', 'mi', 'ru', 'ten', 'vas', 'or', 'bel'];
  const name = (n: number) =>
    [0, 1, 2].map((i) => syllables[(n >> (3 * i)) % 8] ?? '').join('') +
    (n % 7 === 0 ? ` ${syllables[n % 8]}land` : '');
  let reads = 0;
  const places = Array.from({ length: 250 }, (_, i) => {
    const names = Array.from({ length: 6 }, (_, j) => name(i * 7 + j * 13));
    return {
      iso3: `Z${String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26))}`,
      get names() {
        reads += 1;
        return names;
      },
    };
  });
  const vocabulary = { ...VOCABULARY, places };
  const [first, second] = [places[3]?.names[0] ?? '', places[9]?.names[2] ?? ''];
  const text = `students from ${first} to ${second} 2015`;
  compose('', vocabulary);
  compose('students', vocabulary);
  reads = 0;
  for (let length = 1; length <= text.length; length++) compose(text.slice(0, length), vocabulary);
  // Only what was found is read again, for its title: far from 250 names a letter.
  expect(reads).toBeLessThan(text.length * 10);
  expect(compose(text, vocabulary)?.year).toBe(2015);
});
