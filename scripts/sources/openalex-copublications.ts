import { UserError } from '../lib/errors.ts';
import { decode } from '../lib/decode.ts';
import { counter } from '../lib/progress.ts';
import { findEdition } from '../lib/record-files.ts';
import { unzipped } from '../lib/unzip.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';
import { firstProvisionalYear, readArcs } from './openalex-copublications-arcs.ts';
import { parsePajek } from './pajek.ts';

const SOURCE = 'openalex-copublications';
/** The matrices of 2024 end with a year that was still growing. */
const PROVISIONAL_OF_2024 = 2023;

/**
 * Works with an author in both countries, whole counting: from the answers of the OpenAlex API where the record names their
 * file, or else from the matrices of 2024, 1990-2023; never from both. The matrix of a year is symmetric but for a few pairs
 * that the index changed between two calls: the larger value is kept, the other noted in `adjustments`.
 * The diagonal is the country's internationally co-authored works, not all its works.
 */
export const openalexCopublications: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const { file, provisional } = await readMatrices(bench);
    const codes = { source: SOURCE, codes: 'iso2' } as const;
    await bench.places('arcs', 'a', codes);
    await bench.db.run('ALTER TABLE arcs DROP a_flag');
    await bench.places('arcs', 'b', codes);
    await bench.db.run(`
      CREATE OR REPLACE TABLE pairs AS
      SELECT year, least(a_iso3, b_iso3) AS origin, greatest(a_iso3, b_iso3) AS destination,
             max(value) AS value, min(value) AS smaller, count(DISTINCT a_iso3) AS directions
      FROM arcs WHERE a_iso3 <> b_iso3 GROUP BY ALL;

      INSERT INTO flows_in
      SELECT 'papers', '${SOURCE}', origin, destination, year, value, CASE WHEN year >= ${provisional} THEN 'p' END FROM pairs WHERE value > 0;

      INSERT INTO totals_in
      SELECT a_iso3, 'international_works', '${SOURCE}', year, value, CASE WHEN year >= ${provisional} THEN 'p' END
      FROM arcs WHERE a_iso3 = b_iso3 AND value > 0;

      INSERT INTO adjustments
      SELECT '${SOURCE}', origin, destination, year, smaller || ' and ' || value, value,
             'The two directions of the pair differ, because the index changed between two calls: the larger is kept'
      FROM pairs WHERE directions = 2 AND smaller <> value;`);
    const { n } = await bench.db.one<{ n: number }>(
      'SELECT count(*)::INTEGER AS n FROM pairs WHERE directions <> 2',
    );
    if (n > 0)
      throw new UserError(
        `${file}: ${n} pairs stand in one direction only; the matrices should be symmetric. Fetch the file again.`,
      );
  },
};

/**
 * Fills the table of work `arcs` (year, a, b, value).
 * @returns the file, and the first year that was still growing when it was made
 */
async function readMatrices(bench: Workbench): Promise<{ file: string; provisional: number }> {
  const answers = findEdition(bench.record(SOURCE), 'api', '.csv.gz');
  if (answers) {
    await readArcs(bench, answers);
    return { file: answers, provisional: firstProvisionalYear(answers) };
  }
  const file = bench.file(SOURCE, 'WrldCo_years', '.zip');
  const years = await unzipMatrices(file, bench.raw(file));
  await bench.db.run('CREATE OR REPLACE TABLE arcs (year SMALLINT, a VARCHAR, b VARCHAR, value INTEGER)');
  const tick = counter('papers: reading the matrices of the years', years.length);
  for (const [i, { year, text }] of years.entries()) {
    const { labels, arcs } = parsePajek(`${file}, ${year}`, text);
    await bench.db.append(
      'arcs',
      arcs.map(({ from, to, value }) => [year, labels[from - 1] ?? '', labels[to - 1] ?? '', value]),
    );
    if (i === 0) await noteVerticesWithoutLinks(bench, labels);
    tick(i + 1);
  }
  return { file, provisional: PROVISIONAL_OF_2024 };
}

/** A network of all countries has about 400 kB. */
const MOST_OF_A_MATRIX = 20_000_000;

/** The three files of a year hold the same numbers; only the network itself is read. */
async function unzipMatrices(what: string, zip: string): Promise<{ year: number; text: string }[]> {
  const name = /^WrldCo(\d{4})\.net$/;
  const files = await unzipped(zip, {
    members: (path) => name.test(path),
    maxBytes: MOST_OF_A_MATRIX,
    what,
  });
  return [...files]
    .map(([file, bytes]) => ({ year: Number(name.exec(file)?.[1]), text: decode(bytes, `${what}, ${file}`) }))
    .sort((a, b) => a.year - b.year);
}

/** A label without a single arc never reaches the place check, so it is noted here. */
async function noteVerticesWithoutLinks(bench: Workbench, labels: readonly string[]): Promise<void> {
  for (const label of labels) {
    const match = bench.register.match(SOURCE, 'iso2', label);
    if (match && 'excluded' in match)
      await bench.db.append('exclusions', [[SOURCE, label, 0, match.excluded]]);
  }
}
