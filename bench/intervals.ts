import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { Session } from '../scripts/lib/session.ts';
import { replaceWhole } from '../scripts/lib/whole.ts';
import { ratioMethods, scaledMethods, type Methods } from './interval-methods.ts';
import { worldOf, type Matrix } from './worlds.ts';

/**
 * How often 95 % intervals hold the truth, by what is expected of the cell: `node bench/intervals.ts [draws]`.
 * Worlds are made in which the expected links of every pair are known (worlds.ts), matrices are drawn from them, and every
 * cell's interval, zeros included, is held against the truth by the very SQL of the indicators. Prints a table and writes
 * it to results/, the same in every run:
 * - `method`: candidates are there beside the one in use; `used` tells it
 * - `model`: how links were drawn; `bin`: links expected of the cell
 * - `trials`: intervals judged; a cell that has none counts as one that misses
 * - `coverage`: share that hold the truth; `below`, `above`: share whose truth lies below the lower or above the upper limit
 * - `width`: mean of ln(high / low), where the lower limit is above zero
 */
const draws = Number(process.argv[2] ?? 200);
const OUT = join(import.meta.dirname, 'results/interval-coverage.csv');

const ONE_BY_ONE = 'links one by one';
const MOVES = 'moves one by one';
const WORKS = { papers: 'papers of several countries', projects: 'projects of several countries' };

const db = await Session.open();
await db.run(`
  CREATE TABLE cells (model VARCHAR, expected DOUBLE, c DOUBLE, t_o DOUBLE, t_d DOUBLE, t DOUBLE, ratio DOUBLE, affinity DOUBLE)`);

/** Adds the cells of a drawn matrix with the truth of each: its ratio of shares, and its ratio to what sizes let expect. */
async function keep(model: string, expected: Matrix, drawn: Matrix): Promise<void> {
  const [truth, seen] = [sums(expected), sums(drawn)];
  await db.append(
    'cells',
    expected.flatMap((row, o) =>
      row.flatMap((mean, d) => {
        const [c, t_o, t_d] = [drawn[o]?.[d] ?? 0, seen.out[o] ?? 0, seen.in[d] ?? 0];
        // A pair that cannot have links has nothing to find out; without these totals it has no indicator.
        if (mean === 0 || t_o === 0 || t_d === c) return [];
        const [e_o, e_d] = [truth.out[o] ?? 0, truth.in[d] ?? 0];
        const ratio = mean / e_o / ((e_d - mean) / (truth.all - e_o));
        return [[model, mean, c, t_o, t_d, seen.all, ratio, (truth.all * mean) / (e_o * e_d)]];
      }),
    ),
  );
}

function sums(of: Matrix): { out: number[]; in: number[]; all: number } {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const out = of.map(total);
  return { out, in: of.map((_, d) => total(of.map((row) => row[d] ?? 0))), all: total(out) };
}

for (const kind of ['papers', 'projects'] as const) {
  const world = worldOf(kind);
  console.log(`${kind}: ${world.linksPerWork.toFixed(2)} links of a country for each of its ${kind}`);
  for (let draw = 0; draw < draws; draw++) {
    await keep(WORKS[kind], world.expected, world.works());
    await keep(ONE_BY_ONE, world.expected, world.links());
    await keep(MOVES, world.expected, world.moves());
  }
}

interface Judged {
  readonly indicator: string;
  readonly methods: Methods;
  readonly truth: string;
  readonly models: readonly string[];
}
const ofLinks = [ONE_BY_ONE, WORKS.papers, WORKS.projects];
const bySizes = scaledMethods('c', 't / (t_o * t_d)');
const JUDGED: readonly Judged[] = [
  {
    indicator: 'ric',
    methods: ratioMethods('c', 't_o', '(t_d - c)', '(t - t_o)'),
    truth: 'ratio',
    models: ofLinks,
  },
  { indicator: 'affinity', methods: bySizes, truth: 'affinity', models: ofLinks },
  { indicator: 'preference', methods: bySizes, truth: 'affinity', models: [MOVES] },
  // What the model expects is taken as known.
  {
    indicator: 'observed_over_expected',
    methods: scaledMethods('c', '1 / expected'),
    truth: '1',
    models: ofLinks,
  },
];

const BINS = ['under 5', '5–20', 'over 20'];
const COLUMNS = 'indicator, method, used, model, bin, trials, coverage, below, above, width'.split(', ');
const rows: Record<string, unknown>[] = [];
for (const { indicator, methods, truth, models } of JUDGED)
  for (const [i, [method, { low, high }]] of Object.entries(methods).entries()) {
    const share = (of: string) => `round(avg(CASE WHEN ${of} THEN 1 ELSE 0 END), 4)`;
    const found = await db.all<Record<string, unknown>>(`
      SELECT model, bin, count(*) AS trials, ${share('low <= truth AND truth <= high')} AS coverage,
             ${share('truth < low')} AS below, ${share('truth > high')} AS above,
             round(avg(CASE WHEN low > 0 THEN ln(high / low) END), 3) AS width
      FROM (SELECT model, CASE WHEN expected < 5 THEN '${BINS[0]}' WHEN expected <= 20 THEN '${BINS[1]}' ELSE '${BINS[2]}' END AS bin,
                   ${truth} AS truth, ${low} AS low, ${high} AS high FROM cells)
      WHERE model IN (${models.map((model) => `'${model}'`).join(', ')})
      GROUP BY model, bin ORDER BY model, list_position([${BINS.map((bin) => `'${bin}'`).join(', ')}], bin)`);
    for (const row of found) rows.push({ indicator, method, used: i === 0, ...row });
  }
db.close();

console.table(rows);
await mkdir(dirname(OUT), { recursive: true });
const csv = Papa.unparse(rows, { columns: COLUMNS, newline: '\n' });
await replaceWhole(OUT, (draft) => writeFile(draft, `${csv}\n`));
