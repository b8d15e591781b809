import { gzipSync } from 'node:zlib';
// @ts-expect-error The package of apache-arrow 13 does not say where its types are.
import { RecordBatchReader } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { loadCsv, type LoadReport } from './load-csv.ts';
import { makePreview } from './make-preview.ts';
import { planOf } from './plan.ts';
import type { RegisterRow } from './places.ts';
import type { CsvPreview } from './preview.ts';
import { FileProblem, type Problem } from './problem.ts';
import { NO_CHOICES, withChoices, type Choices } from './reading.ts';

const REGISTER: RegisterRow[] = [
  { iso3: 'NAM', iso2: 'NA', m49: '516', names: ['Namibia'] },
  { iso3: 'NOR', iso2: 'NO', m49: '578', names: ['Norway'] },
  { iso3: 'FRA', iso2: 'FR', m49: '250', names: ['France'] },
];

const fileOf = (content: string | Uint8Array, name = 'test.csv') => new File([content as BlobPart], name);
const gzipped = (content: string | Uint8Array) => new Uint8Array(gzipSync(content));
const many = () => `a,b\n${Array.from({ length: 30_000 }, (_, n) => `${n * n},${n}`).join('\n')}`;
/** Rows of two whole numbers beyond the megabyte that a preview sees. */
const FILL = 60_000;
const fill = (rows = FILL) => '111111111,222222222\n'.repeat(rows);
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

async function preview(content: string | Uint8Array, choices = NO_CHOICES): Promise<CsvPreview> {
  const made = await makePreview(fileOf(content), choices, REGISTER);
  if (made.kind !== 'csv') throw new Error('not a CSV');
  return made;
}

interface Loaded extends LoadReport {
  readonly names: string[];
  readonly table: unknown[][];
  readonly pieces: number;
}

/** Loads as the panel does: preview, plan, load; and reads the pieces back. */
async function load(content: string | Uint8Array, choices = NO_CHOICES): Promise<Loaded> {
  const plan = planOf(await preview(content, choices));
  const table: unknown[][] = [];
  let names: string[] = [];
  let pieces = 0;
  const report = await loadCsv(fileOf(content), plan, REGISTER, {
    piece: async (arrow) => {
      pieces += 1;
      for (const batch of RecordBatchReader.from(arrow)) {
        names = batch.schema.fields.map(({ name }: { name: string }) => name);
        for (const row of batch) table.push(names.map((name) => plainValue(row[name])));
      }
    },
    progress: () => undefined,
  });
  return { ...report, names, table, pieces };
}
const plainValue = (value: unknown): unknown =>
  typeof value === 'bigint'
    ? Number(value)
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : value;

/** What stops a file, in the preview or in the load. */
async function problems(content: string | Uint8Array, choices = NO_CHOICES): Promise<readonly Problem[]> {
  try {
    const { problems: found } = await preview(content, choices);
    if (found.length) return found;
    await load(content, choices);
  } catch (error) {
    if (error instanceof FileProblem) return error.problems;
    throw error;
  }
  return [];
}
const said = async (content: string | Uint8Array, choices = NO_CHOICES): Promise<string> =>
  (await problems(content, choices)).map(({ words, details }) => [words, ...details].join(' | ')).join('\n');

/** Goes the first way out of each problem. */
async function firstWay(content: string | Uint8Array, choices = NO_CHOICES, way = 0): Promise<Choices> {
  const found = await problems(content, choices);
  return found.reduce((all, { ways }) => withChoices(all, ways[way]?.change ?? {}), choices);
}

describe('a file is read', () => {
  test('with names, types, missing values and dates', async () => {
    const { names, table, rows, notes } = await load(
      'iso2,year,n,share,ok,day,word\nNO,2019,5,0.5,true,2020-01-31,a\nNA,2020,..,-,false,NA,"b, ""c""\nd"\nFR,,-7,1e3,yes,2020-02-29, e \n',
    );
    expect(names).toEqual(['iso2', 'year', 'n', 'share', 'ok', 'day', 'word']);
    expect(table).toEqual([
      ['NO', 2019, 5, 0.5, true, '2020-01-31', 'a'],
      ['NA', 2020, null, null, false, null, 'b, "c"\nd'],
      ['FR', null, -7, 1000, true, '2020-02-29', ' e '],
    ]);
    expect(rows).toBe(3);
    expect(notes).toEqual([]);
  });

  test('with semicolons, decimal commas, UTF-16, old ends of lines', async () => {
    const text = '\ufeffland;wert\rNorwegen;1.234,5\rFrankreich;-0,25\r';
    const wide = new Uint8Array(new Uint16Array([...text].map((sign) => sign.charCodeAt(0))).buffer);
    expect((await load(wide)).table).toEqual([
      ['Norwegen', 1234.5],
      ['Frankreich', -0.25],
    ]);
  });

  test('packed', async () => {
    expect((await load(gzipped('a,b\n1,x\n'))).table).toEqual([[1, 'x']]);
  });

  test('in pieces, whose rows add up, with text beyond ASCII', async () => {
    const lines = Array.from({ length: 150_000 }, (_, n) => `${n},${n % 3 ? 'a' : 'é大'}${n},${n / 4}`);
    const { table, rows, pieces } = await load(`n,word,x\n${lines.join('\n')}`);
    expect(rows).toBe(150_000);
    expect(pieces).toBeGreaterThan(1);
    expect(table[149_999]).toEqual([149_999, 'a149999', 37_499.75]);
    expect(table[149_997]).toEqual([149_997, 'é大149997', 37_499.25]);
    expect(table.every(([n], i) => n === i)).toBe(true);
  });

  test('large whole numbers keep every digit', async () => {
    const { table } = await load('n\n9007199254740991\n-9007199254740991\n4294967296\n-1\n');
    expect(table.flat()).toEqual([9007199254740991, -9007199254740991, 4294967296, -1]);
  });

  test('a delimiter at the end of each line makes no column, a named column without values one', async () => {
    expect((await load('a,b\n1,2,\n3,4,\n')).names).toEqual(['a', 'b']);
    expect((await load('a,b,\n1,2,\n3,4,\n')).names).toEqual(['a', 'b']);
    expect((await load('a,b,c\n1,2,\n3,4,\n')).names).toEqual(['a', 'b', 'c']);
  });

  test('with lines above the table', async () => {
    const { names, rows } = await load('Title\n\nSource: x\n\na,b,c\n1,2,3\n4,5,6\n');
    expect(names).toEqual(['a', 'b', 'c']);
    expect(rows).toBe(2);
  });
});

describe('places', () => {
  const BY_NAME = 'country,n\nNorway,1\nFrance,2\nAtlantis,3\nAtlantis,4\n';

  test('named in words get an ISO3 column on request', async () => {
    const { columns } = await preview(BY_NAME);
    expect(columns[0]?.place).toMatchObject({ kind: 'name', known: 2, different: 3, unknown: ['Atlantis'] });
    const { names, table, notes } = await load(
      BY_NAME,
      withChoices(NO_CHOICES, { columns: { 0: { iso3: true } } }),
    );
    expect(names).toEqual(['country', 'n', 'country_iso3']);
    expect(table.map((row) => row[2])).toEqual(['NOR', 'FRA', null, null]);
    expect(notes.join()).toMatch('country_iso3 is missing in 2 rows, as the atlas does not know “Atlantis”');
  });

  test('NA is Namibia among ISO2 codes, unless the reader says otherwise', async () => {
    const text = 'iso2,n\nNA,1\nNO,2\nFR,NA\n';
    expect((await preview(text)).columns[0]).toMatchObject({ namibia: true, place: { kind: 'iso2' } });
    expect((await load(text)).table).toEqual([
      ['NA', 1],
      ['NO', 2],
      ['FR', null],
    ]);
    const missing = withChoices(NO_CHOICES, { columns: { 0: { namibia: false } } });
    expect((await load(text, missing)).table[0]).toEqual([null, 1]);
  });
});

describe('what cannot be read is said in words', () => {
  test.each<[string, string | Uint8Array, string | RegExp]>([
    ['empty', '', 'The file is empty'],
    ['blank', ' \n\r\n\n', 'nothing in it but spaces'],
    ['a mark alone', '\ufeff', 'empty'],
    ['a header alone', 'name,city\n', 'a row of names and not one row of data'],
    ['a workbook', latin('PK\x03\x04\0\0xl/workbook.xml'), 'Excel workbook'],
    ['a page', '<!doctype html><title>Sign in</title>', 'web page'],
    ['a broken gzip', gzipped(many()).subarray(0, 20_000), 'damaged or cut short'],
    ['no gzip', latin('\x1f\x8b\x08\0junk'), 'damaged or cut short'],
    ['gzip in gzip', gzipped(gzipped('a,b\n1,2\n')), 'Unpack it once'],
    ['a workbook in gzip', gzipped('%PDF-1.4'), 'PDF'],
    ['nothing in gzip', gzipped(''), 'empty'],
    ['NUL bytes', latin('a,b\n1,2\n3,\0\n'), 'line 3 holds a NUL byte'],
    ['a cut Parquet file', latin('PAR1 and no end of one'), 'cut short'],
    ['an encrypted one', latin('PAR1........PARE'), 'encrypted'],
    ['one with a lost footer', latin('PAR1....\xff\xff\xff\x7fPAR1'), 'damaged'],
    [
      '10,000 columns',
      `${'a,'.repeat(9999)}a\n${'1,'.repeat(9999)}1\n`,
      'has 10,000 columns; the lab reads up to 500',
    ],
    ['one huge line', 'x'.repeat(5_000_000), 'first line does not end within a megabyte'],
    ['a quote that stays open', 'a,b\n1,"x\n2,y\n3,z\n', /A quote opens in line 2 and never closes/],
    ['a quote inside a field', 'a,b\n1,"x" y\n2,"z"\n', /In one row a quote opens.*line 2/],
  ])('%s', async (_, content, words) => {
    expect(await said(content)).toMatch(words);
  });

  test('rows with another number of fields, with their lines and three ways', async () => {
    const text = 'a,b,c\n1,2,3\n4,5\n6,7,8\n\n"9\n9",1\n1,2,3,4\n1,2,3\n1,2,3\n';
    const words = await said(text);
    expect(words).toMatch('3 rows have another number of fields than the 3 that are expected');
    expect(words).toMatch('line 3: 2 fields | line 6: 2 fields | line 8: 4 fields');
    const kept = await load(text, await firstWay(text));
    expect(kept.table).toHaveLength(7);
    expect(kept.table[1]).toEqual(['4', 5, null]);
    expect(kept.table[4]).toEqual(['1', 2, 3]);
    expect(kept.notes.join()).toMatch('3 rows with another number of fields: what lacked is missing');
    const without = await load(text, await firstWay(text, NO_CHOICES, 1));
    expect(without.table).toHaveLength(4);
    expect(without.notes.join()).toMatch('3 rows with another number of fields were left out');
  });

  test('values that do not fit, counted, the first five shown, with two ways', async () => {
    const good = '2019,1\n'.repeat(6000);
    const text = `year,n\n${good}${'n/v,1\n'.repeat(7)}`;
    const words = await said(text);
    expect(words).toMatch('7 values in column year are no whole number');
    expect(words).toMatch('line 6,002, column year: “n/v” is no whole number');
    expect(words).toMatch('and 2 more');
    const asText = await load(text, await firstWay(text));
    expect(asText.table.at(-1)).toEqual(['n/v', 1]);
    const missing = await load(text, await firstWay(text, NO_CHOICES, 1));
    expect(missing.table.at(-1)).toEqual([null, 1]);
    expect(missing.notes.join()).toMatch('7 values of year did not fit and are missing');
  });

  test('every fault of the file at once, and then it loads', async () => {
    const text = `a,b\n${fill()}x,2\n1\n`;
    const found = await problems(text);
    expect(found.map(({ words }) => words)).toEqual([
      'One row has another number of fields than the 2 that are expected.',
      'One value in column a is no whole number.',
    ]);
    const { rows } = await load(text, await firstWay(text));
    expect(rows).toBe(FILL + 2);
  });

  test('an open quote, after which quotes can be read as plain signs', async () => {
    const text = 'a,b\n1,"x\n2,y\n';
    expect((await load(text, await firstWay(text))).table).toEqual([
      [1, '"x'],
      [2, 'y'],
    ]);
  });

  test('a quote that opens deep in a large file, without its rest in memory', async () => {
    const text = `a,b\n${fill()}1,"x\n${fill(210_000)}`;
    expect(await said(text)).toMatch('A quote opens in line 60,002 and never closes');
  });

  test('a byte of another encoding at the start, and deep in the file', async () => {
    const near = latin('name,n\nUniversit\xe9,1\n');
    expect(await said(near)).toMatch('Byte 0xE9 in line 2 is no UTF-8');
    expect((await load(near, await firstWay(near))).table).toEqual([['Université', 1]]);
    const deep = latin(`name,n\n${fill()}Universit\xe9,1\n`);
    expect(await said(deep)).toMatch('Byte 0xE9 in line 60,002 is no UTF-8. This looks like Windows-1252');
    const { ways } = (await problems(deep))[0] ?? { ways: [] };
    const replaced = withChoices(NO_CHOICES, ways.at(-1)?.change ?? {});
    expect((await problems(deep, replaced)).map(({ words }) => words)).toEqual([
      'One value in column name is no whole number.',
    ]);
    const asText = withChoices(await firstWay(deep), { columns: { 0: { type: 'text' } } });
    expect((await load(deep, asText)).table.at(-1)).toEqual(['Université', 1]);
  });

  test('signs that cannot be read may be replaced, with the encoding as it is', async () => {
    const text = latin('name,n\nUniversit\xe9,1\n');
    const { ways } = (await problems(text))[0] ?? { ways: [] };
    const { table } = await load(text, withChoices(NO_CHOICES, ways.at(-1)?.change ?? {}));
    expect(table).toEqual([['Universit�', 1]]);
  });

  test('UTF-8 chosen against the bytes is asked about again', async () => {
    const near = latin('name,n\nUniversit\xe9,1\n');
    const stubborn = withChoices(NO_CHOICES, { reading: { encoding: 'utf-8' } });
    expect(await said(near, stubborn)).toMatch('no UTF-8');
  });

  test('a NUL byte deep in the file', async () => {
    expect(await said(`a,b\n${fill()}1,\0\n`)).toMatch('Line 60,002 holds a NUL byte');
  });

  test('cells that begin as formulas are text, and that is said', async () => {
    const { table, notes } = await load('a,b\n"=HYPERLINK(""http://x"",1)",-5\n@SUM(A1),+6\n-2+3,7\n-5,8\n');
    expect(table).toEqual([
      ['=HYPERLINK("http://x",1)', -5],
      ['@SUM(A1)', 6],
      ['-2+3', 7],
      ['-5', 8],
    ]);
    expect(notes.join()).toMatch('3 cells begin with =, +, - or @');
  });

  test('names that stand twice or not at all', async () => {
    const { names } = await load('a,A,\n1,2,3\n');
    expect(names).toEqual(['a', 'A_2', 'column_3']);
  });

  test('a column of ISO3 codes takes no name that is there', async () => {
    const text = 'c,c_iso3\nNorway,1\nFrance,2\n';
    const { names, table } = await load(text, withChoices(NO_CHOICES, { columns: { 0: { iso3: true } } }));
    expect(names).toEqual(['c', 'c_iso3', 'c_iso3_2']);
    expect(table[0]).toEqual(['Norway', 1, 'NOR']);
  });

  test('columns may be left out, as those without name and values are', async () => {
    const { names, table } = await load(
      'a,b,\n1,2,\n3,4,\n',
      withChoices(NO_CHOICES, { columns: { 0: { type: 'skip' } } }),
    );
    expect([names, table]).toEqual([['b'], [[2], [4]]]);
  });

  test('500 columns are read', async () => {
    const row = (value: string) => Array.from({ length: 500 }, (_, n) => `${value}${n}`).join(',');
    expect((await load(`${row('c')}\n${row('')}\n`)).names).toHaveLength(500);
  });
});

test('a file can be read again, with the same rows', async () => {
  const plan = planOf(await preview('a\n1\n2\n'));
  const file = fileOf('a\n1\n2\n');
  const hooks = { piece: async () => undefined, progress: () => undefined };
  expect(await loadCsv(file, plan, REGISTER, hooks)).toEqual(await loadCsv(file, plan, REGISTER, hooks));
});

test('choices for columns end with what made the columns', () => {
  const chosen = withChoices(NO_CHOICES, { columns: { 2: { type: 'text' } } });
  expect(withChoices(chosen, { columns: { 2: { misfits: 'missing' } } }).columns).toEqual({
    2: { type: 'text', misfits: 'missing' },
  });
  expect(withChoices(chosen, { reading: { decimal: ',' } }).columns).toEqual(chosen.columns);
  expect(withChoices(chosen, { reading: { delimiter: ';' } }).columns).toEqual({});
});
