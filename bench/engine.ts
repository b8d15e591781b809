import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { EXAMPLES } from '../src/lab/examples.ts';
import { needsOf } from '../src/lab/run-needs.ts';
import { openEnginePage } from '../tests/support/engine-page.ts';

/**
 * How long the browser's engine takes over indicators and over the lab's worked examples, in a real browser on the
 * published release: `node bench/engine.ts [rounds]`. What must be there is loaded first; then every question is asked of
 * several countries in turn. The aims are 50 ms for the indicators of one country and a second for an example. As a ratio
 * to the plain ranking of a country's partners the figure holds on other machines.
 */
const RELEASE = join(import.meta.dirname, '../public/release');
const COUNTRIES = ['DEU', 'USA', 'CHN', 'BRA', 'NAM'];
type Question = readonly [name: string, sql: string, needs: readonly string[]];
const INDICATORS: readonly Question[] = [
  [
    'partners of a country, one year (plain ranking)',
    "SELECT partner, value FROM ties WHERE layer = 'papers' AND source = 'openalex-copublications' AND country = $country AND year = 2022 ORDER BY value DESC",
    ['ties'],
  ],
  [
    'pair_indicators of a country, one layer and year',
    "SELECT * FROM pair_indicators WHERE layer = 'papers' AND source = 'openalex-copublications' AND origin = $country AND year = 2022",
    ['pair_indicators'],
  ],
  [
    'one indicator of a country, all years of a layer',
    "SELECT destination, year, value, low, high FROM pair_indicators WHERE layer = 'papers' AND source = 'openalex-copublications' AND origin = $country AND indicator = 'ric'",
    ['pair_indicators'],
  ],
  [
    'all indicators of one pair, all layers and years',
    "SELECT * FROM pair_indicators WHERE origin = $country AND destination = 'FRA'",
    ['pair_indicators'],
  ],
  [
    'all indicators of a country, every pair, layer and year (summed up)',
    'SELECT indicator, layer, count(*) AS n, sum(value) AS s FROM pair_indicators WHERE origin = $country GROUP BY indicator, layer',
    ['pair_indicators'],
  ],
  [
    'country_indicators of a country',
    'SELECT * FROM country_indicators WHERE country = $country',
    ['country_indicators'],
  ],
];

async function examples(): Promise<Question[]> {
  const { resources, relations } = JSON.parse(
    await readFile(join(RELEASE, 'datapackage.json'), 'utf8'),
  ) as Record<'resources' | 'relations', readonly { readonly name: string }[]>;
  const names = [...resources, ...relations].map(({ name }) => name);
  return EXAMPLES.map(({ id, sql }) => [`example: ${id}`, sql, needsOf(sql, names) ?? []]);
}

const rounds = Number(process.argv[2] ?? 10);
const questions = [...INDICATORS, ...(await examples())];
const browser = await launchBrowser();
const page = await openEnginePage(browser, RELEASE);
const started = performance.now();
for (const [, , needs] of questions) await page.need(needs);
console.log(`loaded in ${((performance.now() - started) / 1000).toFixed(1)} s, engine included`);

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;
let plain = NaN;
for (const [name, sql, needs] of questions) {
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round <= rounds; round++)
    for (const country of COUNTRIES) {
      const answer = await page.ask(sql, sql.includes('$country') ? { country } : {}, { needs });
      if ('error' in answer) throw new Error(`${name}: ${answer.error.message}`);
      if (round > 0) times.push(answer.ms);
      rows = Math.max(rows, answer.rows.length);
    }
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  if (Number.isNaN(plain)) plain = p50;
  console.log(
    `${name.padEnd(68)} p50 ${p50.toFixed(0).padStart(4)} ms   p95 ${p95.toFixed(0).padStart(4)} ms   p50 / plain ${(p50 / plain).toFixed(1)}   ${rows} rows`,
  );
}
await page.close();
await browser.close();
