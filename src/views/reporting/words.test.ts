import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { host, REPORTING } from '../../../tests/support/rows-fixture.ts';
import { draw } from '../figure.ts';
import { hostsOf } from './hosts.ts';
import { reportingView } from './index.ts';
import type { HostYear } from './sql.ts';

const say = (...hosts: HostYear[][]) => reportingView.words({ cells: hosts.flat() }, {}, ATLAS);

describe('the takeaway', () => {
  test('counts who was silent in the last whole year, and names the largest with its size', () => {
    expect(reportingView.words(REPORTING, {}, ATLAS).takeaway).toBe(
      '2 of the 7 largest hosts of students did not report for 2018 where these come from; the largest of them, China, hosted 178,271 students in 2018 (UNESCO UIS, via 360info; UNESCO UIS).',
    );
  });

  test('a year later than the last whole one does not count', () => {
    expect(say(host('USA', 9, 2018, 'RNN'), host('FRA', 8, 2017, 'NPN')).takeaway).toMatch(
      /^None of the 2 largest hosts of students failed to report for 2018/,
    );
  });

  test('one alone is one, with the year of its size', () => {
    expect(say(host('USA', 900, 2018, 'N', 2016), host('FRA', 8, 2018, 'P')).takeaway).toBe(
      'One of the 2 largest hosts of students did not report for 2018 where these come from: the United States, which hosted 900 students in 2016 (UNESCO UIS, via 360info; UNESCO UIS).',
    );
  });
});

test('hosts keep the order of the rows, and years their status', () => {
  const hosts = hostsOf(REPORTING.cells);
  expect(hosts.map((h) => h.country)).toEqual(['USA', 'GBR', 'DEU', 'FRA', 'CHN', 'SGP', 'TUV']);
  expect(hosts[2]?.status.get(2013)).toBe('partly reported');
  expect(hosts[3]?.status.has(2020)).toBe(false);
});

test('the table says in runs of years what each host did', () => {
  expect(say(host('USA', 900, 2010, 'NNRPRN')).table.rows).toEqual([
    {
      country: 'United States',
      expected: 900,
      expected_year: 2018,
      reported: '2012 and 2014',
      'partly reported': '2013',
      'not reported': '2010–2011 and 2015',
      'not verifiable': null,
    },
  ]);
});

test('a narrow drawing leaves hosts out, and says how many', () => {
  const [place] = ATLAS.places.values();
  const codes = Array.from({ length: 23 }, (_, i) => `A${String.fromCharCode(65 + i)}A`);
  const places = new Map(codes.flatMap((iso3) => (place ? [[iso3, { ...place, iso3 }] as const] : [])));
  const cells = codes.flatMap((iso3, i) => host(iso3, 100 - i, 2018, 'R'));
  const { narrow, wide } = draw(reportingView, {}, { cells }, { ...ATLAS, places }, 'x');
  expect(narrow).toContain('The 3 hosts that follow are in the table.');
  expect(wide).not.toContain('that follow');
});
