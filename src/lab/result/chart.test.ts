import { beforeAll, describe, expect, test } from 'vitest';
import type { Markup } from '../../charts/svg.ts';
import { WIDTHS } from '../../charts/widths.ts';
import type { Cell } from '../../engine/engine.ts';
import type { ResultTable } from '../../engine/result-table.ts';
import { ALL_TEXTS, canDraw, choiceOf, defaultChoice, ROW_NUMBER, type Choice } from './chart-choice.ts';
import { chartColumns } from './chart-columns.ts';
import type { Drawn } from './chart-drawn.ts';
import { readForChart } from './chart-rows.ts';
import { drawChart } from './draw-chart.ts';
import { classesOf } from './draw-histogram.ts';
import { tableOf } from './table-fixture.ts';

const named = (table: ResultTable, choice: Choice | null) => {
  const name = (index: number | null) =>
    index === ALL_TEXTS
      ? 'all'
      : index === ROW_NUMBER
        ? 'row'
        : index === null
          ? null
          : table.columns[index]?.name;
  return choice && [choice.mark, name(choice.x), name(choice.y), name(choice.colour)];
};
const chosen = (columns: readonly string[], rows: readonly (readonly Cell[])[]) => {
  const table = tableOf(columns, rows);
  return named(table, defaultChoice(table, chartColumns(table)));
};
const read = (
  table: ResultTable,
  choice: Choice | null = defaultChoice(table, chartColumns(table)),
): Promise<Drawn> => {
  if (!choice) throw new Error('There is nothing to draw.');
  const names = new Map([
    ['IND', 'India'],
    ['USA', 'United States'],
  ]);
  return readForChart({ table, columns: chartColumns(table), choice, names });
};

const YEARS = [2015, 2016, 2017, 2018];

describe('what is drawn where nobody has said', () => {
  test('a year and a number are lines, with a text a line each', () => {
    expect(
      chosen(
        ['year SMALLINT', 'value BIGINT'],
        YEARS.map((y) => [y, y * 2]),
      ),
    ).toEqual(['lines', 'year', 'value', null]);
    const rows = YEARS.flatMap((y) => ['IND', 'CHN'].map((c) => [c, y, y * 2]));
    expect(chosen(['origin VARCHAR', 'year SMALLINT', 'value BIGINT'], rows)).toEqual([
      'lines',
      'year',
      'value',
      'origin',
    ]);
  });

  test('two texts that only together tell lines apart are joined; one that never varies is left out', () => {
    const rows = YEARS.flatMap((y) =>
      ['IND', 'CHN'].flatMap((o) => ['USA', 'GBR'].map((d) => ['students', o, d, y, y * 2])),
    );
    const columns = [
      'layer VARCHAR',
      'origin VARCHAR',
      'destination VARCHAR',
      'year SMALLINT',
      'value BIGINT',
    ];
    expect(chosen(columns, rows)).toEqual(['lines', 'year', 'value', 'all']);
  });

  test('of one year, names and numbers are bars', () => {
    const columns = ['year SMALLINT', 'country VARCHAR', 'rank BIGINT', 'students BIGINT'];
    expect(
      chosen(columns, [
        [2018, 'IND', 1, 500],
        [2018, 'CHN', 2, 400],
      ]),
    ).toEqual(['bars', 'students', 'country', null]);
  });

  test('names that repeat are joined with the others, or give way to the row', () => {
    expect(
      chosen(
        ['a VARCHAR', 'b VARCHAR', 'n INTEGER'],
        [
          ['x', 'p', 1],
          ['x', 'q', 2],
          ['y', 'q', 3],
        ],
      ),
    ).toEqual(['bars', 'n', 'all', null]);
    expect(
      chosen(
        ['a VARCHAR', 'n INTEGER'],
        [
          ['x', 1],
          ['x', 2],
          ['y', 1],
        ],
      ),
    ).toEqual(['bars', 'n', 'row', null]);
  });

  test('two numbers are points, one is a histogram, dates are a line', () => {
    expect(
      chosen(
        ['gdp DOUBLE', 'papers BIGINT'],
        [
          [1, 2],
          [2, 3],
        ],
      ),
    ).toEqual(['points', 'gdp', 'papers', null]);
    expect(chosen(['ratio DOUBLE'], [[1], [2]])).toEqual(['histogram', 'ratio', null, null]);
    expect(chosen(['ratio DOUBLE'], [[1]])).toEqual(['bars', 'ratio', 'row', null]);
    expect(
      chosen(
        ['day DATE', 'n INTEGER'],
        [
          ['2020-01-01', 1],
          ['2020-02-01', 2],
        ],
      ),
    ).toEqual(['lines', 'day', 'n', null]);
  });

  test('rows of years that nothing tells apart are points in time', () => {
    const rows = YEARS.flatMap((y) =>
      ['a', 'b'].flatMap((k) => [
        [y, k, y],
        [y, k, y + 1],
      ]),
    );
    expect(chosen(['year INTEGER', 'kind VARCHAR', 'n INTEGER'], rows)).toEqual([
      'points',
      'year',
      'n',
      'kind',
    ]);
  });

  test('without a number there is nothing to draw', () => {
    expect(
      chosen(
        ['name VARCHAR', 'parts INTEGER[]'],
        [
          ['a', '[1]'],
          ['b', '[2]'],
        ],
      ),
    ).toBeNull();
    const table = tableOf(['name VARCHAR'], [['a']]);
    expect(canDraw(chartColumns(table), 'bars')).toBe(false);
  });

  test('numbers that only look like years are not', () => {
    expect(
      chosen(
        ['students INTEGER', 'name VARCHAR'],
        [
          [1999, 'a'],
          [2001, 'b'],
        ],
      ),
    ).toEqual(['bars', 'students', 'name', null]);
    expect(
      chosen(
        ['year INTEGER', 'n INTEGER'],
        [
          [1, 5],
          [2, 6],
        ],
      )?.[0],
    ).toBe('points');
  });
});

describe('bars', () => {
  const table = tableOf(
    ['country VARCHAR', 'students BIGINT', 'share DOUBLE', 'rank INTEGER'],
    Array.from({ length: 50 }, (_, n) => [
      n === 0 ? 'IND' : `C${String(n).padStart(2, '0')}`,
      n === 7 ? null : (50 - n) * 10,
      1 / (n + 1),
      n + 1,
    ]),
  );
  const of = async (column: number) => {
    const drawn = await read(table, { mark: 'bars', x: column, y: 0, colour: null });
    if (drawn.mark !== 'bars') throw new Error();
    return drawn;
  };

  test('are the 20 largest, and what the rest comes to is said where it may be added up', async () => {
    const { bars, notes } = await of(1);
    expect(bars).toHaveLength(20);
    expect(bars[0]).toMatchObject({ value: 500 });
    // 10 + 20 + … + 290, for the largest 20 of 49 are 500 to 300 without 430.
    expect(notes).toEqual([
      'The 20 largest of 49 rows; the other 29 rows, which come to 4,350 together, are not drawn.',
      '1 row without a number is not drawn.',
    ]);
  });

  test('shares and ranks are never added up', async () => {
    expect((await of(2)).notes).toEqual(['The 20 largest of 50 rows; the other 30 rows are not drawn.']);
    expect((await of(3)).notes).toEqual(['The 20 largest of 50 rows; the other 30 rows are not drawn.']);
  });

  test('counts of several years or layers are never added up', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => [
      `c${n}`,
      2000 + n,
      ['papers', 'students'][n % 2] ?? '',
      n,
    ]);
    for (const columns of [
      ['c VARCHAR', 'year INTEGER', 'x VARCHAR', 'n INTEGER'],
      ['c VARCHAR', 'm INTEGER', 'layer VARCHAR', 'n INTEGER'],
    ]) {
      const drawn = await read(tableOf(columns, rows), { mark: 'bars', x: 3, y: 0, colour: null });
      expect(drawn.notes).toEqual(['The 20 largest of 30 rows; the other 10 rows are not drawn.']);
    }
  });

  test('below zero too, by how far they are from it', async () => {
    const net = tableOf(
      ['name VARCHAR', 'net BIGINT'],
      Array.from({ length: 30 }, (_, n) => [`p${n}`, n - 15]),
    );
    const drawn = await read(net);
    if (drawn.mark !== 'bars') throw new Error();
    expect(drawn.bars[0]?.value).toBe(14);
    expect(drawn.bars.at(-1)?.value).toBe(-15);
    expect(drawn.notes).toEqual(['The 20 farthest from zero of 30 rows; the other 10 rows are not drawn.']);
  });

  test('codes of countries are said in words', async () => {
    const codes = tableOf(
      ['to VARCHAR', 'n BIGINT'],
      [
        ['IND', 2],
        ['XYZ', 1],
      ],
    );
    const drawn = await read(codes);
    expect(drawn).toMatchObject({ bars: [{ label: 'India' }, { label: 'XYZ' }] });
  });
});

describe('lines', () => {
  test('are the eight that reach farthest, and the rest is said', async () => {
    const rows = Array.from({ length: 11 }, (_, n) => YEARS.map((y) => [`c${n}`, y, n * 100])).flat();
    const drawn = await read(tableOf(['c VARCHAR', 'year INTEGER', 'n INTEGER'], rows));
    if (drawn.mark !== 'lines') throw new Error();
    expect(drawn.groups.map(({ label }) => label)).toEqual(['c10', 'c9', 'c8', 'c7', 'c6', 'c5', 'c4', 'c3']);
    expect(drawn.notes).toEqual(['The 8 that reach farthest of 11 lines; the other 3 are not drawn.']);
  });

  test('do not cross a year without a number', async () => {
    const rows = [2010, 2011, 2013, 2014].map((y) => [y, y]);
    const table = tableOf(['year INTEGER', 'n INTEGER'], [...rows, [2012, null]]);
    expect(linesIn(drawChart(await read(table), FRAME))).toBe(2);
    const every5 = tableOf(
      ['year INTEGER', 'n INTEGER'],
      [2000, 2005, 2010].map((y) => [y, y]),
    );
    expect(linesIn(drawChart(await read(every5), FRAME))).toBe(1);
  });

  test('points that repeat are not joined', async () => {
    const table = tableOf(
      ['year INTEGER', 'n INTEGER'],
      [
        [2010, 1],
        [2010, 2],
        [2011, 3],
      ],
    );
    const drawn = await read(table, { mark: 'lines', x: 0, y: 1, colour: null });
    expect(drawn).toMatchObject({ repeated: true });
    expect(linesIn(drawChart(drawn, FRAME))).toBe(0);
  });
});

test('points of a large result are from all over it, and that is said', async () => {
  const table = tableOf(
    ['a INTEGER', 'b INTEGER'],
    Array.from({ length: 10_000 }, (_, n) => [n, n % 7]),
  );
  const drawn = await read(table);
  if (drawn.mark !== 'points') throw new Error();
  expect(drawn.groups[0]?.points).toHaveLength(3334);
  expect(drawn.groups[0]?.points.at(-1)?.x).toBe(9999);
  expect(drawn.notes).toEqual(['One row in 3 is drawn: 3,334 of 10,000.']);
});

test('classes of a histogram hold every row once', () => {
  const values = Float64Array.from({ length: 1000 }, (_, n) => ((n * 7919) % 997) / 10);
  const classes = classesOf(values, false, 20);
  expect(classes.reduce((sum, { rows }) => sum + rows, 0)).toBe(1000);
  const widths = new Set(classes.map(({ from, to }) => (to - from).toFixed(6)));
  expect(widths.size).toBe(1);
  expect(classesOf(Float64Array.of(3, 3, 5), true, 20).map(({ rows }) => rows)).toEqual([2, 0, 1]);
  expect(classesOf(Float64Array.of(2.5, 2.5), false, 20)).toEqual([{ from: 2, to: 3, rows: 2 }]);
});

/** How many stretches of line a drawing has. */
const linesIn = (svg: string): number => svg.match(/class="series[^>]*><path/g)?.length ?? 0;

const FRAME = { width: 704, id: 'x', title: 'Title', desc: 'Description' };

/** Compares a chart at both widths with the drawings under tests/golden/, which are for looking at in a browser. */
async function expectDrawings(name: string, drawn: Drawn): Promise<void> {
  for (const [kind, width] of Object.entries(WIDTHS)) {
    const svg: Markup = drawChart(drawn, { ...FRAME, width, id: `${name}-${kind}` });
    // What the pages' policy forbids, and what no reader should see.
    expect(svg).not.toMatch(/<style|\sstyle=|\son\w+=|NaN|undefined|Infinity/);
    await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `../../../tests/golden/${name}-${kind}.svg`,
    );
  }
}

describe('drawings', () => {
  const tables: Record<string, ResultTable> = {};
  beforeAll(() => {
    tables['lines'] = tableOf(
      ['country VARCHAR', 'year INTEGER', 'students BIGINT'],
      ['India', 'China', 'Viet Nam', 'United States', 'Democratic Republic of the Congo'].flatMap((c, n) =>
        Array.from({ length: 12 }, (_, y) => [
          c,
          2008 + y,
          n === 2 && y === 5 ? null : Math.round(1000 * (5 - n) + 90 * y * Math.sin(n + y / 3)),
        ]),
      ),
    );
    tables['bars'] = tableOf(
      ['origin VARCHAR', 'net BIGINT'],
      Array.from({ length: 26 }, (_, n) => [
        n % 9 === 3 ? 'The former Yugoslav Republic of Macedonia' : `Country ${n}`,
        13_000 - n * 1000 + n,
      ]),
    );
    tables['points'] = tableOf(
      ['region VARCHAR', 'name VARCHAR', 'per_million DOUBLE', 'ratio DOUBLE'],
      Array.from({ length: 120 }, (_, n) => [
        ['Africa', 'Asia', 'Europe'][n % 3] ?? '',
        `c${n}`,
        20 + ((n * 37) % 101),
        0.2 + ((n * 53) % 97) / 40,
      ]),
    );
    tables['histogram'] = tableOf(
      ['ratio DOUBLE'],
      Array.from({ length: 500 }, (_, n) => [Math.abs(Math.sin(n * 12.9898) * 43758.5453) % 1]),
    );
  });

  test.each(['lines', 'bars', 'histogram'])('%s', async (name) => {
    const table = tables[name];
    if (!table) throw new Error();
    const drawn = await read(table);
    expect(drawn.mark).toBe(name);
    await expectDrawings(`lab-${name}`, drawn);
  });

  test('points of three kinds', async () => {
    const table = tables['points'];
    if (!table) throw new Error();
    const drawn = await read(table, { mark: 'points', x: 2, y: 3, colour: 0 });
    await expectDrawings('lab-points', drawn);
  });

  test('a result without a number to draw says so', async () => {
    const table = tableOf(
      ['name VARCHAR', 'n INTEGER'],
      [
        ['a', null],
        ['b', null],
      ],
    );
    expect(drawChart(await read(table), FRAME)).toContain('No row has a number here.');
    expect(
      choiceOf(tableOf(['name VARCHAR'], [['a']]), chartColumns(tableOf(['name VARCHAR'], [['a']])), 'lines'),
    ).toBeNull();
  });
});
