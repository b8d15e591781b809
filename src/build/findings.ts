import { count, percent } from '../charts/format.ts';
import { one, openRelease } from './atlas.ts';

/** A finding of the home page: one sentence to quote, one to put it in its place, and where to see it. */
export interface Finding {
  readonly kicker: string;
  readonly sentence: string;
  readonly beside: string;
  readonly source: string;
  /** A state of the explorer. */
  readonly href: string;
}

const times = (factor: number): string => factor.toLocaleString('en-GB', { maximumFractionDigits: 1 });

/** Three findings, every number of them a query's result. A release that breaks one stops the build. */
export async function findings(): Promise<Finding[]> {
  return [await students(), await papers(), await scholars()];
}

async function students(): Promise<Finding> {
  const r = await one<{ first_year: number; first: number; last_year: number; last: number }>(`
    SELECT min(year) AS first_year, arg_min(value, year) AS first, max(year) AS last_year, arg_max(value, year) AS last
    FROM totals WHERE country = 'WLD' AND measure = 'inbound_students' AND source = 'uis-student-totals'`);
  const year = await one<{ year: number; reporting: number }>(
    `
    SELECT year, count(*) AS reporting FROM totals
    WHERE measure = 'inbound_students' AND source = 'uis-student-totals' AND country <> 'WLD' AND year = $year GROUP BY year`,
    { year: r.last_year },
  );
  must(r.last > r.first, 'the world total of students grew');
  return {
    kicker: 'Students',
    sentence: `${(r.last / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 2 })} million students were enrolled outside their own country in ${r.last_year}, ${times(r.last / r.first)} times as many as in ${r.first_year}.`,
    beside: `It is an estimate: ${count(year.reporting)} countries reported for ${r.last_year}, and UNESCO fills in for the rest.`,
    source: 'UNESCO Institute for Statistics, world total',
    href: '/explore/?layer=students',
  };
}

async function papers(): Promise<Finding> {
  const year = await shownYear('openalex-copublications');
  const r = await one<{ year: number; value: number; second: number; rank: number; before: number }>(
    `
    WITH ranked AS (SELECT *, rank() OVER (ORDER BY value DESC) AS rank FROM flows WHERE source = 'openalex-copublications' AND year = $year)
    SELECT a.year, a.value, a.rank, (SELECT max(value) FROM ranked WHERE rank > 1) AS second,
           (SELECT value FROM flows WHERE source = 'openalex-copublications' AND year = $year - 10 AND origin = 'CHN' AND destination = 'USA') AS before
    FROM ranked a WHERE origin = 'CHN' AND destination = 'USA'`,
    { year },
  );
  must(r.rank === 1, 'China and the United States are the largest pair');
  return {
    kicker: 'Papers',
    sentence: `China and the United States shared ${count(r.value)} papers in ${r.year}, more than any other two countries.`,
    beside: `The next pair shared ${count(r.second)}. Ten years before, China and the United States shared ${count(r.before)}.`,
    source: 'OpenAlex, whole counting',
    href: '/explore/?country=CHN&partner=USA',
  };
}

async function scholars(): Promise<Finding> {
  const last = await shownYear('scholarly-migration/scopus');
  const first = last - 10;
  const of = (base: string) =>
    one<{ first: number; last: number }>(
      `SELECT arg_min(value, year) AS first, arg_max(value, year) AS last FROM flows
       WHERE source = $source AND origin = 'USA' AND destination = 'CHN' AND year IN ($first, $last)`,
      { source: `scholarly-migration/${base}`, first, last },
    );
  const [scopus, openalex] = [await of('scopus'), await of('openalex')];
  must(
    scopus.last > scopus.first && openalex.last < openalex.first,
    'the two bases disagree on the direction',
  );
  return {
    kicker: 'Scholars',
    sentence: `Did more scholars move from the United States to China in ${last} than in ${first}? ${times(scopus.last / scopus.first)} times as many, says one base; ${percent(1 - openalex.last / openalex.first)} fewer, says the other.`,
    beside: `${count(scopus.last)} moves in ${last} by Scopus, ${count(openalex.last)} by OpenAlex. Both are shown everywhere, each under its name: the difference is the error bar.`,
    source: 'Scholarly Migration Database, Scopus and OpenAlex bases',
    href: '/explore/?layer=scholars&country=USA&partner=CHN&direction=out',
  };
}

/** The latest whole year of a source. */
async function shownYear(source: string): Promise<number> {
  const { atlas } = await openRelease();
  const series = atlas.flows.find((f) => f.source === source);
  if (!series) throw new Error(`The release has no flows of ${source}.`);
  return series.shown_year;
}

function must(holds: boolean, finding: string): void {
  if (!holds)
    throw new Error(
      `The release no longer shows that ${finding}. Rewrite the finding in src/build/findings.ts.`,
    );
}
