import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from '../lib/errors.ts';
import { step } from '../lib/progress.ts';
import { writeCsv, type Cells } from './csv-file.ts';
import { editioned, type Outside, type Route } from './route.ts';
import { shaped, yearsOf } from './shape.ts';

const SOURCE = 'uis-student-totals';
/** Students hosted, and those hosted less those abroad. */
const INDICATORS = ['26637', 'MENF.5T8'];
const FIRST_YEAR = 2000;
/** The API refuses to answer more; what comes close may have been cut. */
const MOST_RECORDS = 100_000;
const MOST_BYTES = 60_000_000;

const Version = z.object({ version: z.string().check(z.regex(/^[A-Za-z0-9.-]+$/)) });
const Answer = z.object({
  hints: z.array(z.object({ message: z.string() })),
  records: z.array(
    z.object({
      indicatorId: z.string(),
      geoUnit: z.string(),
      year: z.int(),
      value: z.nullable(z.number()),
      magnitude: z.nullable(z.string()),
      qualifier: z.nullable(z.string()),
    }),
  ),
});
type Record = z.infer<typeof Answer>['records'][number];

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Inbound students and net flow by country, region and year, from the data API of UIS, in the columns of its export. All
 * requests name one release. What is null stays an empty cell.
 */
export function uisStudentTotals(base = 'https://api.uis.unesco.org'): Route {
  return {
    id: SOURCE,
    help: `inbound students and net flow by country and year. No key, no cost.
      --release VERSION      a release of the API, as ${base}/api/public/versions lists them; else the current one
      --years 2000:2026      these years; else ${FIRST_YEAR} to this year`,
    options: { release: 'string', years: 'string' },
    async refresh(outside, options) {
      const thisYear = Number(outside.today.slice(0, 4));
      const years = options['years'] ? yearsOf(String(options['years'])) : { from: FIRST_YEAR, to: thisYear };
      const release = options['release'] ? String(options['release']) : await currentRelease(outside, base);
      const address = `${base}/api/public/data/indicators?${INDICATORS.map((id) => `indicator=${id}`).join('&')}`;
      const records = await recordsOf(outside, `${address}&version=${encodeURIComponent(release)}`, years);
      for (const indicator of INDICATORS)
        if (!records.some((record) => record.indicatorId === indicator))
          throw new UserError(
            `${SOURCE}: release ${release} has no record of the indicator ${indicator}. Has UIS renamed it?`,
          );

      const file = editioned(SOURCE, ['RAW_inbound_and_outbound_data', '.csv'], release, {
        rebuilt_from: `${address}&start=${years.from}&end=${years.to}&version=${release}, read on ${outside.today}`,
      });
      const rows = records
        .map(({ indicatorId, geoUnit, year, value, qualifier, magnitude }): Cells => {
          return [indicatorId, geoUnit, year, value ?? '', qualifier ?? '', magnitude ?? ''];
        })
        .sort(byKey);
      await writeCsv(
        join(outside.raw, file.path),
        'indicatorId,geoUnit,year,value,qualifier,magnitude',
        rows,
      );
      step(`written   ${file.path} (${rows.length} records of release ${release})`);
      return [file];
    },
  };
}

async function currentRelease({ downloader }: Outside, base: string): Promise<string> {
  const url = `${base}/api/public/versions/default`;
  const ask = { url, what: `${SOURCE}, the current release`, maxBytes: 1_000_000 };
  return (await downloader.json(ask, shaped(Version))).version;
}

/** All records of some years; years that are too many for one request are asked for in halves. */
async function recordsOf(outside: Outside, address: string, { from, to }: Span): Promise<Record[]> {
  const what = `${SOURCE}, ${from}-${to}`;
  const url = `${address}&start=${from}&end=${to}`;
  let answer: z.infer<typeof Answer>;
  try {
    answer = await outside.downloader.json({ url, what, maxBytes: MOST_BYTES }, shaped(Answer));
  } catch (error) {
    // A 400, with "Too much data requested (… records), please reduce the amount of records queried to less than 100000".
    if (error instanceof UserError && error.message.includes('Too much data') && from < to)
      return halves(outside, address, { from, to });
    throw error;
  }
  const { records, hints } = answer;
  if (hints.length)
    throw new UserError(`${what}: UIS says: ${hints.map(({ message }) => message).join('; ')}.`);
  if (records.length < MOST_RECORDS) return records;
  if (from < to) return halves(outside, address, { from, to });
  throw new UserError(
    `${what}: ${records.length} records for one year, as many as the API answers at most: some may be missing. Ask for the indicators one by one in scripts/refresh/${SOURCE}.ts.`,
  );
}

async function halves(outside: Outside, address: string, { from, to }: Span): Promise<Record[]> {
  const middle = Math.floor((from + to) / 2);
  step(`halving   ${SOURCE}: ${from}-${to} is too much for one request`);
  return [
    ...(await recordsOf(outside, address, { from, to: middle })),
    ...(await recordsOf(outside, address, { from: middle + 1, to })),
  ];
}

function byKey(a: Cells, b: Cells): number {
  for (let i = 0; i < 3; i++) {
    const [left, right] = [a[i] ?? '', b[i] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
