import { describe, expect, test } from 'vitest';
import type { LabTable, LabValues } from '../model/sql-lab.ts';
import { needsQuotes, suggest } from './completion.ts';

const table = (name: string, columns: string[], kind: LabTable['kind'] = 'table'): LabTable => ({
  name,
  kind,
  description: `About ${name}.`,
  rows: 1,
  columns: columns.map((column) => ({ name: column, type: 'VARCHAR' })),
});
const TABLES = [
  table('flows', ['layer', 'origin', 'value']),
  table('coverage', ['country', 'status']),
  table('my file', ['a b', 'ok'], 'own'),
];
const VALUES: LabValues = {
  lists: {
    countries: [
      ['CIV', "Côte d'Ivoire"],
      ['DEU', 'Germany'],
      ['GEO', 'Georgia'],
      ['NGA', 'Nigeria'],
      ['NER', 'Niger'],
      ['PNG', 'Papua New Guinea'],
    ],
    layers: [
      ['papers', 'Papers'],
      ['students', 'Students'],
    ],
    'coverage.status': [['reported'], ['not reported']],
  },
  columns: {
    'flows.origin': 'countries',
    'flows.layer': 'layers',
    'coverage.status': 'coverage.status',
    'coverage.country': 'countries',
  },
};

/** Suggestions where the text has a bar. */
function at(marked: string, asked = false, values: LabValues | null = VALUES) {
  const place = marked.indexOf('|');
  return suggest(marked.replace('|', ''), place, TABLES, values, asked);
}
const labels = (marked: string, asked = false): string[] =>
  at(marked, asked)?.options.map(({ label }) => label) ?? [];
/** The text after the first suggestion is taken. */
function taken(marked: string): string {
  const found = at(marked);
  const [first] = found?.options ?? [];
  if (!found || !first) return '';
  const text = marked.replace('|', '');
  return text.slice(0, found.from) + (first.apply ?? first.label) + text.slice(found.to);
}

describe('names', () => {
  test('after FROM and JOIN come tables, and nothing else', () => {
    expect(labels('SELECT * FROM f|')).toEqual(['flows', 'coverage', 'my file']);
    expect(labels('FROM flows JOIN -- why\n c|')).toEqual(['flows', 'coverage', 'my file']);
  });
  test('columns of the tables in the query come first', () => {
    const options = at('SELECT o| FROM flows')?.options ?? [];
    const boost = (label: string) => options.find((one) => one.label === label)?.boost ?? 0;
    expect(boost('origin')).toBeGreaterThan(boost('coverage'));
    expect(boost('coverage')).toBeGreaterThan(boost('count'));
    expect(boost('count')).toBeGreaterThan(boost('OVER'));
    expect(options.map(({ label }) => label)).not.toContain('status');
  });
  test.each([
    ['SELECT f.| FROM flows f', ['layer', 'origin', 'value']],
    ['SELECT f.v| FROM flows AS f', ['layer', 'origin', 'value']],
    ['SELECT coverage.| FROM flows, coverage', ['country', 'status']],
    ['SELECT x.| FROM flows f', []],
  ])('after a point come the columns of that table: %s', (marked, columns) => {
    expect(labels(marked)).toEqual(columns);
  });
  test('names that need quotation marks get them', () => {
    expect(taken('SELECT * FROM my|').length).toBeGreaterThan(0);
    expect(at('SELECT m.| FROM "my file" m')?.options.map(({ apply, label }) => apply ?? label)).toEqual([
      '"a b"',
      'ok',
    ]);
    expect(['flows', 'a b', 'select', '1a', 'Ünder'].map(needsQuotes)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });
  test('nothing comes unasked before a letter, in comments, in numbers', () => {
    expect(at('SELECT |')).toBeNull();
    expect(at('SELECT |', true)?.options.length).toBeGreaterThan(100);
    expect(at('SELECT 12|')).toBeNull();
    expect(at('-- flo|\nSELECT 1')).toBeNull();
    expect(at('/* flo| */ SELECT 1')).toBeNull();
    expect(at('SELECT "fl|"')).toBeNull();
  });
});

describe('values', () => {
  test.each([
    ["SELECT * FROM flows WHERE origin = 'Ger|'", ['DEU']],
    ["SELECT * FROM flows WHERE origin = 'ge|'", ['GEO', 'DEU']],
    ["SELECT * FROM flows WHERE origin IN ('DEU', 'cote|')", ['CIV']],
    ["SELECT * FROM flows WHERE origin <> 'guinea|'", ['PNG']],
    ["SELECT * FROM flows f WHERE f.layer = '|'", ['papers', 'students']],
    ["SELECT * FROM flows f JOIN coverage v ON true WHERE v.status = 'rep|'", ['reported', 'not reported']],
    ["SELECT CASE origin WHEN 'nig|' FROM flows", ['NGA', 'NER']],
    ["SELECT 1 WHERE 'germ|'", ['DEU']],
    ["SELECT 1 WHERE 'g|'", []],
    ["SELECT * FROM flows WHERE value = 'zzz|'", []],
  ])('%s', (marked, values) => {
    expect(labels(marked)).toEqual(values);
  });
  test('are named', () => {
    expect(at("FROM flows WHERE origin = 'Ger|'")?.options[0]).toMatchObject({
      label: 'DEU',
      detail: 'Germany',
    });
  });
  test('are closed where they are open', () => {
    expect(taken("FROM flows WHERE origin = 'Ger|'")).toBe("FROM flows WHERE origin = 'DEU'");
    expect(taken("FROM flows WHERE origin = 'Ger|")).toBe("FROM flows WHERE origin = 'DEU'");
    expect(taken("FROM flows WHERE origin = 'Ger|\n AND layer = 'papers'")).toBe(
      "FROM flows WHERE origin = 'DEU'\n AND layer = 'papers'",
    );
  });
  test('are not offered before they have come', () => {
    expect(at("FROM flows WHERE origin = 'Ger|'", false, null)).toBeNull();
  });
});
