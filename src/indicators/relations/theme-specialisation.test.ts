import { expect, test } from 'vitest';
import { between, random } from '../../../tests/support/random.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';

type Cell = readonly [theme: string, country: string, year: number, projects: number];
interface Row {
  theme: string;
  country: string;
  from_year: number;
  to_year: number;
  projects: number;
  value: number;
  low: number;
  high: number;
}

/** The relation over these shared projects. */
async function specialisationOf(cells: readonly Cell[]): Promise<Row[]> {
  const db = await smallRelease({
    project_participation: cells.map(([theme, country, year, cross_border_projects]) => ({
      source: 's',
      theme,
      country,
      year,
      projects: cross_border_projects + 3,
      cross_border_projects,
      participations: 0,
      coordinations: 0,
      cross_border_participations: 0,
      cross_border_coordinations: 0,
      university_firm_projects: 0,
      contribution_missing: 0,
    })),
  });
  try {
    return await db.all<Row>(
      'SELECT theme, country, from_year, to_year, projects, value, low, high FROM theme_specialisation ORDER BY theme, country',
    );
  } finally {
    db.close();
  }
}

test('by hand: themes of 10 and 15 in 40, of countries with 10 and 30 projects; years are pooled', async () => {
  const rows = await specialisationOf([
    ['all', 'AAA', 2015, 4],
    ['all', 'AAA', 2016, 6],
    ['all', 'BBB', 2017, 30],
    ['all', 'CCC', 2017, 0],
    ['all', 'WLD', 2018, 33],
    ['energy', 'AAA', 2015, 2],
    ['energy', 'AAA', 2016, 3],
    ['energy', 'BBB', 2017, 5],
    ['energy', 'WLD', 2017, 8],
    ['health', 'BBB', 2017, 15],
    ['health', 'WLD', 2017, 15],
    ['nothing', 'BBB', 2017, 0],
  ]);
  expect(rows.map(({ theme, country, projects, value }) => [theme, country, projects, value])).toEqual([
    // (5 / 10) / (10 / 40), (5 / 30) / (10 / 40)
    ['energy', 'AAA', 5, 2],
    ['energy', 'BBB', 5, 0.666667],
    // 0 / (15 / 40), (15 / 30) / (15 / 40)
    ['health', 'AAA', 0, 0],
    ['health', 'BBB', 15, 1.333333],
  ]);
  expect(new Set(rows.map((row) => `${row.from_year}–${row.to_year}`))).toEqual(new Set(['2015–2018']));
  // Wilson of 5 of 10 is 0.236593 to 0.763407; of 0 of 10 it is 0 to 0.277533.
  expect(rows[0]?.low).toBeCloseTo(0.236593 / 0.25, 4);
  expect(rows[0]?.high).toBeCloseTo(0.763407 / 0.25, 4);
  expect(rows[2]?.low).toBe(0);
  expect(rows[2]?.high).toBeCloseTo(0.277533 / 0.375, 4);
});

test('its mean over countries by their projects is one in every theme, and more of everything changes no value', async () => {
  const next = random(11);
  const themes = ['t1', 't2', 't3', 't4'];
  const sizes = Object.fromEntries(['AAA', 'BBB', 'CCC', 'DDD', 'EEE'].map((c) => [c, between(1, 90, next)]));
  const cells: Cell[] = Object.entries(sizes).flatMap(([country, n]): Cell[] => [
    ['all', country, 2015, n],
    ...themes.map((theme): Cell => [theme, country, 2015, between(theme === 't1' ? 1 : 0, n, next)]),
  ]);
  const rows = await specialisationOf(cells);
  for (const theme of themes) {
    const of = rows.filter((row) => row.theme === theme);
    const weights = of.reduce((sum, row) => sum + (sizes[row.country] ?? 0), 0);
    const mean = of.reduce((sum, row) => sum + (sizes[row.country] ?? 0) * row.value, 0) / weights;
    if (of.some((row) => row.projects > 0)) expect(mean, theme).toBeCloseTo(1, 5);
    for (const row of of) {
      expect(row.low).toBeLessThanOrEqual(row.value);
      expect(row.high).toBeGreaterThanOrEqual(row.value);
    }
  }
  const larger = await specialisationOf(
    cells.map(([theme, country, year, n]) => [theme, country, year, 7 * n]),
  );
  larger.forEach((row, n) => {
    expect(row.value).toBeCloseTo(rows[n]?.value ?? NaN, 5);
    expect(row.high - row.low).toBeLessThan((rows[n]?.high ?? 0) - (rows[n]?.low ?? 0));
  });
});
