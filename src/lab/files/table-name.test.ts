import { describe, expect, test } from 'vitest';
import { suggestName } from './table-name.ts';

describe('a name from the name of the file', () => {
  test.each([
    ['Étudiants 2020 (v2).csv.gz', 'etudiants_2020_v2'],
    ['C:\\data\\my-file.TSV', 'my_file'],
    ['2020.csv', 't_2020'],
    ['select.csv', 't_select'],
    ['数据.csv', 'my_file'],
    ['.csv', 'my_file'],
    ['archive.2020.parquet', 'archive_2020'],
    [`${'long name '.repeat(9)}.csv`, 'long_name_long_name_long_name_long_name'],
  ])('%s', (file, name) => expect(suggestName(file, [])).toBe(name));

  test('is free, in any case', () => {
    expect(suggestName('flows.csv', ['Flows'])).toBe('flows_2');
    expect(suggestName('flows.csv', ['flows', 'flows_2'])).toBe('flows_3');
    expect(suggestName(`${'a'.repeat(50)}.csv`, ['a'.repeat(40)])).toBe(`${'a'.repeat(38)}_2`);
  });
});
