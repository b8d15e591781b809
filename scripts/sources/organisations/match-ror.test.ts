import { describe, expect, test } from 'vitest';
import { readLexicon } from './decisions.ts';
import { curatedKey, hostOf, RorIndex, type RorRecord, type Sought } from './match-ror.ts';

const lexicon = await readLexicon();

const record = (id: string, name: string, more: Partial<RorRecord> = {}): RorRecord => ({
  id,
  names: [name],
  acronyms: [],
  types: ['education'],
  country: 'DE',
  city: '',
  website: '',
  ...more,
});
const university = (name: string, more: Partial<Sought> = {}): Sought => ({
  country: 'DE',
  kind: 'higher education',
  name,
  otherNames: [],
  acronyms: [],
  cities: [],
  websites: [],
  ...more,
});
const institute = (name: string, more: Partial<Sought> = {}): Sought =>
  university(name, { kind: 'research', ...more });

/** What is found among these records, as a short text: "name x", "ambiguous words x y", "none". */
function found(sought: Sought, records: readonly RorRecord[], curated: Record<string, string> = {}): string {
  const decisions = new Map(
    Object.entries(curated).map(([name, id]) => [curatedKey(lexicon, sought.country, name), id]),
  );
  const outcome = new RorIndex(records, lexicon, decisions).find(sought);
  if (!outcome) return 'none';
  return 'match' in outcome
    ? `${outcome.method} ${outcome.match.id}`
    : `ambiguous ${outcome.method} ${outcome.ambiguous.map(({ id }) => id).join(' ')}`;
}

describe('by name', () => {
  test('accents, legal forms, articles and hyphens do not matter', () => {
    expect(
      found(institute('FORSCHUNGSZENTRUM JUELICH GMBH'), [record('x', 'Forschungszentrum Jülich')]),
    ).toBe('name x');
    expect(found(university('THE UNIVERSITY OF ALFA'), [record('x', 'University of Alfa')])).toBe('name x');
    expect(found(institute('Micro-Electronica'), [record('x', 'Microelectronica')])).toBe('name x');
  });

  test('any of the names of a record will do, and the country that follows the name of a firm is none of it', () => {
    const names = ['Hochschule Alfa', 'Alfa College'];
    expect(found(university('ALFA COLLEGE'), [record('x', '', { names })])).toBe('name x');
    expect(found(institute('ALFA BETA'), [record('x', 'Alfa Beta (Germany)', { types: ['company'] })])).toBe(
      'name x',
    );
  });

  test('the country must agree', () => {
    expect(found(university('Alfa', { country: 'AT' }), [record('x', 'Alfa')])).toBe('none');
  });

  test('the type decides between two, then the city; else there is no match', () => {
    const two = [
      record('school', 'Alfa', { city: 'Bonn' }),
      record('firm', 'Alfa', { types: ['company'], city: 'Ulm' }),
      record('lab', 'Alfa', { types: ['facility'], city: 'Jena' }),
    ];
    expect(found(university('Alfa'), two)).toBe('name school');
    expect(found(institute('Alfa'), two)).toBe('ambiguous name firm lab');
    expect(found(institute('Alfa', { cities: ['JENA'] }), two)).toBe('name lab');
    expect(found(institute('Alfa', { cities: ['Bonn'] }), two)).toBe('ambiguous name firm lab');
  });

  test('where nothing else has the name, a type that does not fit is no reason against it', () => {
    expect(
      found(university('Alfa Institute'), [record('x', 'Alfa Institute', { types: ['facility'] })]),
    ).toBe('name x');
  });

  test('another name under the same code comes after its own', () => {
    const both = [record('own', 'Alfa'), record('other', 'Beta')];
    expect(found(university('Alfa', { otherNames: ['Beta'] }), both)).toBe('name own');
    expect(found(university('Gamma', { otherNames: ['Beta'] }), both)).toBe('other name other');
  });
});

describe('by words', () => {
  test('language and order do not matter', () => {
    const records = [record('x', 'University of Vienna', { country: 'AT' })];
    expect(found(university('UNIVERSITAT WIEN', { country: 'AT' }), records)).toBe('words x');
    expect(found(university('Wien, Universitaet', { country: 'AT' }), records)).toBe('words x');
  });

  test('one word more or less does', () => {
    expect(found(university('Technische Universität Alfa'), [record('x', 'Alfa University')])).toBe('none');
    expect(found(university('Universität Alfa'), [record('x', 'Alfa University of Technology')])).toBe(
      'none',
    );
  });

  test('words that every organisation may have tell nothing', () => {
    expect(found(university('Universität für Technik'), [record('x', 'University of Technology')])).toBe(
      'none',
    );
  });

  test('the type must fit: a hospital is for higher education, a firm is not', () => {
    const is = (types: string[]) => [record('x', 'Alfa University Hospital', { types })];
    expect(found(university('Universitätsklinikum Alfa'), is(['healthcare']))).toBe('words x');
    expect(found(university('Universitätsklinikum Alfa'), is(['company']))).toBe('none');
    expect(found(institute('Universitätsklinikum Alfa'), is(['education']))).toBe('none');
  });

  test('a university of applied sciences is none of the universities', () => {
    const records = [
      record('uni', 'University of Bremen'),
      record('fh', 'Bremen University of Applied Sciences'),
    ];
    expect(found(university('Hochschule Bremen'), records)).toBe('words fh');
    expect(found(university('Universität Bremen'), records)).toBe('words uni');
  });
});

describe('by words and city', () => {
  const records = [record('x', 'Institut Alfa', { types: ['facility'], city: 'Magdeburg' })];

  test("the city's name may be in one of the names only", () => {
    expect(found(institute('INSTITUT ALFA E.V. MAGDEBURG', { cities: ['MAGDEBURG'] }), records)).toBe(
      'city x',
    );
  });

  test('districts and post offices are no part of a city', () => {
    for (const city of ['Magdeburg 6', 'MAGDEBURG M', 'Magdeburg (Elbe)', 'Magdeburg, Sachsen-Anhalt'])
      expect(found(institute('INSTITUT ALFA MAGDEBURG', { cities: [city] }), records)).toBe('city x');
  });

  test('the city must be the same, and known', () => {
    expect(found(institute('INSTITUT ALFA MAGDEBURG', { cities: ['Halle'] }), records)).toBe('none');
    expect(found(institute('INSTITUT ALFA MAGDEBURG'), records)).toBe('none');
  });
});

describe('by patron', () => {
  const records = [record('x', 'University of Freiburg', { city: 'Freiburg' })];

  test('patrons and titles may be missing in the registry', () => {
    expect(found(university('ALBERT-LUDWIGS-UNIVERSITAET FREIBURG'), records)).toBe('patron x');
  });

  test('any other word more makes another organisation', () => {
    for (const name of [
      'Pädagogische Universität Freiburg',
      'Universität für Alfa Freiburg',
      'Universitätsklinikum Albert Freiburg',
      'Albert-Ludwigs-Universität Offenburg',
    ])
      expect(found(university(name), records)).toBe('none');
  });

  test('only universities have patrons', () => {
    expect(found(institute('ALBERT-LUDWIGS-UNIVERSITAET FREIBURG'), records)).toBe('none');
  });
});

describe('by acronym', () => {
  const ntnu = [record('x', 'Norwegian University of Science and Technology', { acronyms: ['NTNU'] })];

  test('half of the words must be shared', () => {
    const acronyms = ['NTNU'];
    expect(found(university('Norges teknisk-naturvitenskapelige universitet', { acronyms }), ntnu)).toBe(
      'acronym x',
    );
    expect(found(university('Nautica Trade Navigation Union', { acronyms }), ntnu)).toBe('none');
  });

  test('in the name itself it needs two thirds', () => {
    const name = 'Norges teknisk-naturvitenskapelige universitet NTNU';
    expect(found(university(name), ntnu)).toBe('acronym x');
    const ceu = [record('x', 'Universidad San Pablo CEU', { country: 'ES', acronyms: ['CEU'] })];
    expect(found(university('Universitat Abat Oliba CEU', { country: 'ES' }), ceu)).toBe('none');
  });

  test('one word that every organisation may have is not enough', () => {
    const jrc = [
      record('x', 'Joint Research Centre', { types: ['government'], acronyms: ['CCR'], city: 'Ispra' }),
    ];
    expect(found(institute('Consorzio Catania Ricerche', { acronyms: ['CCR'] }), jrc)).toBe('none');
  });

  test('the same city is enough, too', () => {
    const empa = [
      record('x', 'Federal Centre for Materials', {
        types: ['facility'],
        acronyms: ['EMPA'],
        city: 'Dübendorf',
      }),
    ];
    const sought = (city: string) =>
      institute('Materialprüfungsanstalt', { acronyms: ['EMPA'], cities: [city] });
    expect(found(sought('DUEBENDORF'), empa)).toBe('acronym x');
    expect(found(sought('Thun'), empa)).toBe('none');
  });

  test('in different cities all words of the shorter name must be shared', () => {
    const hfm = [record('x', 'Hochschule für Musik Dresden', { acronyms: ['HfM'], city: 'Dresden' })];
    const acronyms = ['HFM'];
    expect(found(university('Hochschule für Musik Detmold', { acronyms, cities: ['Detmold'] }), hfm)).toBe(
      'none',
    );
    expect(
      found(university('Dresden Hochschule für Musik und Alfa', { acronyms, cities: ['Radebeul'] }), hfm),
    ).toBe('acronym x');
  });

  test('a hospital is not its university, nor the other way round', () => {
    const tum = [record('x', 'Technical University of Munich', { acronyms: ['TUM'], city: 'Munich' })];
    const klinikum = university('Klinikum rechts der Isar der Technischen Universität München', {
      acronyms: ['TUM'],
      cities: ['MUENCHEN'],
    });
    expect(found(klinikum, tum)).toBe('none');
  });

  test('two letters are too few', () => {
    expect(
      found(university('Alfa Beta', { acronyms: ['AB'] }), [
        record('x', 'Alfa Beta College', { acronyms: ['AB'] }),
      ]),
    ).toBe('none');
  });

  test('what several have decides nothing', () => {
    const two = [
      record('a', 'Alfa Beta', { acronyms: ['ABC'] }),
      record('b', 'Alfa Gamma', { acronyms: ['ABC'] }),
    ];
    expect(found(university('Alfa Delta', { acronyms: ['ABC'] }), two)).toBe('ambiguous acronym a b');
  });
});

describe('by website', () => {
  const bocconi = [record('x', 'Bocconi University', { country: 'IT', website: 'https://www.bocconi.it/' })];
  const sought = (name: string, page: string) => university(name, { country: 'IT', websites: [page] });

  test('the front page must be the same, and the names alike', () => {
    expect(found(sought('Università commerciale Luigi Bocconi', 'http://bocconi.it'), bocconi)).toBe(
      'website x',
    );
    expect(found(sought('Consorzio Alfa', 'http://www.bocconi.it'), bocconi)).toBe('none');
    expect(found(sought('Università commerciale Luigi Bocconi', 'http://www.bocconi.it/alfa'), bocconi)).toBe(
      'none',
    );
  });

  test.each([
    ['https://www.tudelft.nl/', 'tudelft.nl'],
    ['http://WWW.TUDelft.nl/en', 'tudelft.nl'],
    ['tudelft.nl/index.html', 'tudelft.nl'],
    ['https://www.tudelft.nl/library', null],
    ['https://library.tudelft.nl', 'library.tudelft.nl'],
    ['', null],
  ])('the host of %s is %s', (page, host) => expect(hostOf(page)).toBe(host));
});

describe('by hand', () => {
  const records = [record('right', 'Constructor University'), record('wrong', 'Jacobs University')];

  test('a decision comes before every rule', () => {
    expect(found(university('Jacobs University GmbH'), records, { 'JACOBS UNIVERSITY': 'right' })).toBe(
      'curated right',
    );
  });

  test('"none" is a decision, too', () => {
    expect(found(university('Jacobs University'), records, { 'Jacobs University': '' })).toBe('none');
  });

  test('a decision holds in its country only', () => {
    expect(found(university('Alfa', { country: 'AT' }), [record('x', 'Alfa', { country: 'AT' })], {})).toBe(
      'name x',
    );
  });
});
