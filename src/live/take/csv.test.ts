import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { tie } from '../../charts/ego-fixture.ts';
import { csvBlob, csvOf } from './csv.ts';
import { layerOf, PLACES, sourceLabel, taken } from './taken-fixture.ts';

/** What any reader of CSV makes of it. */
function read(csv: string) {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return { rows: data, fields: meta.fields };
}
/** A text as a spreadsheet shows it. */
const shown = (cell: string | undefined): string => (cell ?? '').replace(/^'/, '');

describe('ties', () => {
  const { rows, fields } = read(csvOf(taken()));

  test('are the rows, in the order of the figure, with codes and names as they are', () => {
    expect(rows.map((row) => [row['origin'], row['destination']])).toEqual([
      ['IND', 'USA'],
      ['IND', 'XAA'],
      ['XAB', 'IND'],
      ['USA', 'IND'],
    ]);
    for (const row of rows) {
      expect(shown(row['origin_name'])).toBe(PLACES.get(row['origin'] ?? '')?.short_name);
      expect(shown(row['destination_name'])).toBe(PLACES.get(row['destination'] ?? '')?.short_name);
    }
  });

  test('carry value, limits, flags and all that a citation needs', () => {
    expect(fields).toEqual([
      'origin',
      'origin_name',
      'destination',
      'destination_name',
      'layer',
      'year',
      'count',
      'measure',
      'value',
      'unit',
      'low',
      'high',
      'flag',
      'flag_meaning',
      'source',
      'figure_title',
      'source_title',
      'licence',
      'release',
      'address',
    ]);
    expect(rows[0]).toMatchObject({
      layer: 'students',
      year: '2018',
      count: '135940',
      measure: 'count',
      value: '135940',
      unit: 'students',
      flag: 'ep',
      flag_meaning: 'estimated, provisional',
      source: 'uis',
      figure_title: 'Students from and in India, 2018',
      source_title: 'The uis record, Publisher of uis',
      licence: 'CC BY-SA 3.0 IGO',
      release: '2026-11-22',
      address: 'https://example.org/explore/?layer=students&country=IND&year=2018',
    });
  });

  test('keep missing apart from zero, negative numbers as numbers, and no noise of reckoning', () => {
    expect(rows[0]).toMatchObject({ low: '', high: '' });
    expect(rows[1]).toMatchObject({ low: '9.5', high: '0.3' });
    expect(rows[3]).toMatchObject({ count: '0', value: '-5' });
  });

  test('of a comparison say what the other value is of', () => {
    const against = { layer: layerOf('students'), source: 'uis', years: [2010, 2012] as const };
    const { rows } = read(
      csvOf(
        taken({
          against,
          ties: [tie('IND', 'USA', 9, { other: 4 }), tie('IND', 'NAM', 2, { other: null })],
          series: { layer: layerOf('students'), source: 'uis', years: [2016, 2018] },
        }),
      ),
    );
    expect(rows[0]).toMatchObject({
      first_year: '2016',
      last_year: '2018',
      other_value: '4',
      other_first_year: '2010',
      other_last_year: '2012',
    });
    expect(rows[1]?.['other_value']).toBe('');
    expect(rows[0]).not.toHaveProperty('year');
  });

  test('without any, the header still stands', () => {
    const { rows, fields } = read(csvOf(taken({ ties: [] })));
    expect(rows).toEqual([]);
    expect(fields).toContain('destination_name');
  });
});

describe('a spreadsheet runs nothing', () => {
  test.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '＋1', '－1', '＠A1'])(
    '%j',
    (name) => {
      const places = new Map([...PLACES, ['XAZ', { ...PLACES.get('IND'), short_name: name } as never]]);
      const csv = csvOf(taken({ places, ties: [tie('XAZ', 'IND', 1)] }));
      expect(read(csv).rows[0]?.['origin_name']).toBe(`'${name}`);
    },
  );

  test('and names that only look odd are left alone', () => {
    const csv = csvOf(taken({ ties: [tie('CIV', 'IND', 1)] }));
    expect(read(csv).rows[0]?.['origin_name']).toBe('Côte d’Ivoire');
  });
});

describe('a table without ties', () => {
  const table = {
    caption: '',
    columns: [
      { key: 'country', label: 'Country' },
      { key: 'year', label: 'Year', numeric: true },
      { key: 'value', label: 'Balance', numeric: true },
      { key: 'source', label: 'Source' },
    ],
    rows: [
      { country: 'India', year: 2018, value: -0.5, source: 'Its own words' },
      { country: 'United States', year: 2019, value: null, source: 'Its own words' },
    ],
  };
  const two = taken({ ties: null, table, sources: [sourceLabel('a'), sourceLabel('b', { licence: 'CC0' })] });

  test('gets codes beside names, and what its rows lack', () => {
    expect(read(csvOf(two)).rows).toEqual([
      {
        country_iso3: 'IND',
        country: 'India',
        year: '2018',
        value: '-0.5',
        source: 'Its own words',
        layer: 'students',
        measure: 'count',
        figure_title: 'Students from and in India, 2018',
        source_title: 'The a record, Publisher of a; The b record, Publisher of b',
        licence: 'CC BY 4.0; CC0',
        release: '2026-11-22',
        address: two.address,
      },
      expect.objectContaining({ country_iso3: 'USA', year: '2019', value: '' }),
    ]);
  });

  test('no code is guessed where a row names something else', () => {
    const pairs = { ...table, rows: [...table.rows, { country: 'India and Namibia', year: 2018, value: 1 }] };
    expect(read(csvOf(taken({ ties: null, table: pairs }))).fields).not.toContain('country_iso3');
  });

  test('years are added where the table has none', () => {
    const { columns, rows } = table;
    const undated = { caption: '', columns: columns.filter(({ key }) => key !== 'year'), rows };
    expect(read(csvOf(taken({ ties: null, table: undated }))).rows[1]?.['year']).toBe('2018');
  });
});

test('the file is UTF-8 with its mark, lines end as RFC 4180 has them, and no line is a comment', async () => {
  const bytes = new Uint8Array(await csvBlob(taken()).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  expect(text.startsWith('origin,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text).not.toMatch(/^#/m);
});
