import { expect, test } from 'vitest';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf, place } from '../testing/bench.ts';
import { contextOf, sdg4Csv } from '../testing/publishers/context.ts';
import { uisSdg4 } from './uis-sdg4.ts';

type Rows = Parameters<typeof sdg4Csv>[1];

async function ingest(ratios: Rows, aid: Rows = [['nam', 2006, 1]]): Promise<Workbench> {
  const bench = await benchWith(
    {
      'uis-sdg4/ger_5t8--by--country--year.csv': sdg4Csv('ger_5t8', ratios),
      'uis-sdg4/odaflow_volumescholarship--by--country--year.csv': sdg4Csv('odaflow_volumescholarship', aid),
    },
    [place('DEU', 'DE', 'Germany'), place('NAM', 'NA', 'Namibia'), place('TUV', 'TV', 'Tuvalu')],
  );
  await uisSdg4.ingest(bench);
  return bench;
}

test('codes are in lower case, values as published', async () => {
  const bench = await ingest(
    [
      ['deu', 2020, 73.5],
      ['nam', 2020, 27.25],
    ],
    [['nam', 2020, 1_234_567]],
  );
  expect(await contextOf(bench, 'tertiary_enrolment_ratio_uis')).toEqual(['DEU 2020 73.5', 'NAM 2020 27.25']);
  expect(await contextOf(bench, 'scholarship_aid')).toEqual(['NAM 2020 1234567']);
});

test('a ratio of zero may be "not applicable": left out and counted; an aid of zero is one', async () => {
  const bench = await ingest(
    [
      ['tuv', 2020, '0.0'],
      ['deu', 2020, 70],
    ],
    [['tuv', 2020, '0.0']],
  );
  expect(await contextOf(bench, 'tertiary_enrolment_ratio_uis')).toEqual(['DEU 2020 70']);
  expect(await contextOf(bench, 'scholarship_aid')).toEqual(['TUV 2020 0']);
  expect(await exclusionsOf(bench)).toEqual({ 'zeros of tertiary_enrolment_ratio_uis': 1 });
});

test('an empty value is missing: no row, and counted', async () => {
  const bench = await ingest([
    ['deu', 2019, ''],
    ['deu', 2020, 70],
  ]);
  expect(await contextOf(bench, 'tertiary_enrolment_ratio_uis')).toEqual(['DEU 2020 70']);
  expect(await exclusionsOf(bench)).toEqual({ 'empty values': 1 });
});

test('a code that is no country stops, and is named', async () => {
  expect(await complaint(ingest([['sdg_world', 2020, 40]]))).toMatch(/"SDG_WORLD" in 1 row/);
});

test('the unit of aid is the one that UIS gives its series', async () => {
  const bench = await ingest([['deu', 2020, 70]]);
  expect(await bench.db.all('SELECT id, unit, source_code FROM context_indicators ORDER BY id')).toEqual([
    { id: 'scholarship_aid', unit: 'constant US dollars', source_code: 'ODAFLOW.VOLUMESCHOLARSHIP' },
    { id: 'tertiary_enrolment_ratio_uis', unit: '%', source_code: 'GER.5T8' },
  ]);
});
