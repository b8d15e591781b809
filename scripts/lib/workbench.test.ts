import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';

/** A workbench with the table `rows` read from one file of the columns country and n. */
async function read(content: string | Uint8Array, name = 'made-up.csv') {
  const bench = await benchWith({ [`made-up/${name}`]: content });
  await bench.csv('rows', `made-up/${name}`, ['country', 'n']);
  return bench;
}

describe('a file of a publisher', () => {
  test('is read as text, plain or gzipped: NA is not missing, an empty cell is', async () => {
    const content = 'n,country,more\n007,NA,x\n,nan,y\n';
    for (const bench of [await read(content), await read(gzipSync(content), 'made-up.csv.gz')])
      expect(await bench.db.all('FROM rows')).toEqual([
        { country: 'NA', n: '007' },
        { country: 'nan', n: null },
      ]);
  });

  test('with a renamed column stops with the names that are there', async () => {
    expect(await complaint(read('land,n\nNA,1\n'))).toMatch(
      /^made-up\/made-up\.csv: the column country is not there\.\nThe file has: land, n\.\nHas the publisher changed the format\?/,
    );
  });

  test('may begin with a byte-order mark, before a name in quotes too, and may end its lines as Windows does', async () => {
    for (const content of [
      '\uFEFFcountry,n\nNA,1\n',
      '\uFEFF"country","n"\n"NA","1"\n',
      'country,n\r\nNA,1\r\n',
    ])
      for (const bench of [await read(content), await read(gzipSync(content), 'made-up.csv.gz')])
        expect(await bench.db.all('FROM rows')).toEqual([{ country: 'NA', n: '1' }]);
  });

  test('in another encoding stops with the line and what to do', async () => {
    const latin = Buffer.from('country,n\nDE,1\nMálaga,2\n', 'latin1');
    for (const message of [
      await complaint(read(latin)),
      await complaint(read(gzipSync(latin), 'made-up.csv.gz')),
    ])
      expect(message).toMatch(
        /^made-up\/made-up\.csv(\.gz)? is no UTF-8: the first byte that is none stands in line 3\. Fetch it again: npm run data:fetch\. If the publisher writes another encoding now, .*scripts\/refresh\//,
      );
    // A sign that is cut in two by the end.
    expect(await complaint(read(Buffer.from('country,n\nDE,é').subarray(0, -1)))).toMatch(
      /is no UTF-8: .* line 2\./,
    );
  });

  test('keeps a sign whose bytes come in two pieces', async () => {
    // Files come in pieces of 64 KiB, and this sign has three bytes.
    const bench = await read(`country,n\n${'€,1\n'.repeat(70_000)}`);
    expect(await bench.db.one("SELECT count(*)::INTEGER AS n FROM rows WHERE country = '€'")).toEqual({
      n: 70_000,
    });
  });

  test('has its header in the first line: a broken line below is not taken for it', async () => {
    expect(await complaint(read('country,n\nNA\nDE,1\nFR,2\n'))).toMatch(
      /made-up\.csv cannot be read as CSV: .*Line: 2; Original Line: NA; Expected Number of Columns: 2 Found: 1\nFetch it again/,
    );
    expect(await complaint(read('country,n\nNA,1,2\nDE,1,2\nFR,2,3\n'))).toMatch(
      /Line: 2; .*Expected Number of Columns: 2 Found: 3/,
    );
    expect(await complaint(read('Made up by the publisher\ncountry,n\nNA,1\n'))).toMatch(
      /the columns country, n are not there\.\nThe file has: Made up by the publisher\./,
    );
  });

  test('may have a column without a name, and a name twice: the first is meant', async () => {
    const bench = await benchWith({ 'made-up/odd.csv': ',country,n,N,n\n0,NA,1,2,3\n' });
    await bench.csv('rows', 'made-up/odd.csv', ['column0', 'country', 'n']);
    expect(await bench.db.all('FROM rows')).toEqual([{ column0: '0', country: 'NA', n: '1' }]);
    await bench.csv('rows', 'made-up/odd.csv', ['N']);
    expect(await bench.db.all('FROM rows')).toEqual([{ N: '2' }]);
  });

  test('with another separator stops with what it takes for a column', async () => {
    expect(await complaint(read('country;n\nNA;1\n'))).toMatch(/The file has: country;n\./);
  });

  test('that is gzipped and cut short stops, wherever the cut', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `NA,${(i * 7919) % 10_007}\n`).join('');
    const whole = gzipSync(`country,n\n${rows}`);
    for (const length of [20, whole.length >> 1, whole.length - 8, whole.length - 1])
      expect(await complaint(read(whole.subarray(0, length), 'cut.csv.gz'))).toMatch(
        /^made-up\/cut\.csv\.gz cannot be read: unexpected end of file\. Fetch it again: npm run data:fetch\.$/,
      );
  });

  test('that is no gzip, for all its name, stops', async () => {
    expect(await complaint(read('country,n\nNA,1\n', 'plain.csv.gz'))).toMatch(
      /plain\.csv\.gz cannot be read: incorrect header check/,
    );
  });

  test('whose last row is cut short stops with the line', async () => {
    const rows = 'NA,1\n'.repeat(30_000);
    expect(await complaint(read(`country,n\n${rows}NA`))).toMatch(
      /made-up\.csv cannot be read as CSV: .*Line: 30002; Original Line: NA; Expected Number of Columns: 2 Found: 1\nFetch it again/,
    );
  });

  test('without a byte, or with a header alone, stops', async () => {
    expect(await complaint(read(''))).toBe(
      'made-up/made-up.csv is empty. Fetch it again: npm run data:fetch.',
    );
    expect(await complaint(read(gzipSync(''), 'none.csv.gz'))).toMatch(/^made-up\/none\.csv\.gz is empty\./);
    expect(await complaint(read('country,n\n'))).toMatch(/made-up\.csv has a header and no rows\./);
  });

  test('that is missing stops', async () => {
    const bench = await benchWith({});
    expect(await complaint(bench.csv('rows', 'made-up/none.csv', ['n']))).toMatch(
      /^made-up\/none\.csv cannot be read: ENOENT.*Fetch it again/,
    );
  });
});

describe('a column of places', () => {
  const SOURCE = 'made-up';

  test('NA is Namibia in a column of alpha-2 codes', async () => {
    const bench = await read('country,n\nNA,1\nDE,2\n');
    await bench.places('rows', 'country', { source: SOURCE, codes: 'iso2' });
    expect(await bench.db.all('SELECT country_iso3, n FROM rows ORDER BY n')).toEqual([
      { country_iso3: 'NAM', n: '1' },
      { country_iso3: 'DEU', n: '2' },
    ]);
    expect(await exclusionsOf(bench)).toEqual({});
  });

  test('NA is missing only where the adapter says so, and is counted with its reason', async () => {
    const bench = await read('country,n\nNA,1\n,2\nDE,3\n');
    const missing = { texts: ['NA', null], reason: 'Not known' };
    await bench.places('rows', 'country', { source: SOURCE, codes: 'iso2', missing });
    expect(await bench.db.all('SELECT country_iso3, n FROM rows ORDER BY n')).toEqual([
      { country_iso3: null, n: '1' },
      { country_iso3: null, n: '2' },
      { country_iso3: 'DEU', n: '3' },
    ]);
    expect(await bench.db.all('SELECT * FROM exclusions ORDER BY value')).toEqual([
      { source: SOURCE, value: '', rows: 1, reason: 'Not known' },
      { source: SOURCE, value: 'NA', rows: 1, reason: 'Not known' },
    ]);
  });

  test('unknown values stop, all at once: source, column, value, rows, nearest candidates, where to add them', async () => {
    const bench = await read('country,n\nGermny,1\nGermny,2\nAtlantis,3\nFrance,4\n');
    expect(await complaint(bench.places('rows', 'country', { source: SOURCE, codes: 'name' }))).toMatch(
      new RegExp(
        '^made-up, column country: 2 values that no country of the register answers to:\n' +
          ' {2}"Atlantis" in 1 row; nearest: \\S.*, .*, .*\n' +
          ' {2}"Germny" in 2 rows; nearest: Germany, .*, .*\n' +
          'Add each to data/countries/spellings\\.csv \\(with its country\\) or to data/countries/excluded\\.csv \\(with the reason\\)\\.$',
      ),
    );
  });

  test('an empty cell that the adapter does not expect stops', async () => {
    const bench = await read('country,n\n,1\n');
    expect(await complaint(bench.places('rows', 'country', { source: SOURCE, codes: 'iso2' }))).toMatch(
      /column country: 1 value .*\n {2}\(empty\) in 1 row: say in the adapter what an empty cell means there/,
    );
  });
});

describe('a file of a record', () => {
  const bench = () =>
    benchWith({
      'made-up/moves-2026-11-21.csv': 'a,b\n1,2\n',
      'made-up/moves-by-sex-2026-11-21.csv': 'a\n1\n',
    });

  test('is found by its stem, whatever its edition', async () => {
    expect((await bench()).file('made-up', 'moves', '.csv')).toBe('made-up/moves-2026-11-21.csv');
  });

  test('that the record does not name, and a source without a record, stop', async () => {
    const file = async (id: string, stem: string) => (await bench()).file(id, stem, '.csv');
    expect(await complaint(file('made-up', 'none'))).toBe(
      'data/sources/made-up.json names no file none.csv, nor an edition of it.',
    );
    expect(await complaint(file('nobody', 'moves'))).toBe(
      'data/sources/ does not describe nobody: there is no nobody.json.',
    );
  });
});
