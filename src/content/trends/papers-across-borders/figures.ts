import { measured } from '../../../charts/measured.ts';
import {
  dotsOfQuery,
  figures,
  linesOfQuery,
  yearSpan,
  type LineRow,
} from '../../../publication/query-figure.ts';

const SCOPUS = 'ncses-publications/scopus';
const OPENALEX = 'openalex-copublications';

/** International and all articles, i and p, of the newest edition. */
const ARTICLES = `
  SELECT country, year,
         CAST(max(CASE attribute WHEN 'international' THEN value END) AS DOUBLE) AS i,
         CAST(max(CASE attribute WHEN 'total' THEN value END) AS DOUBLE) AS p
  FROM publication_counts
  WHERE source = '${SCOPUS}' AND edition IN (SELECT max(edition) FROM publication_counts)
  GROUP BY country, year`;
const LINKS_FROM = `FROM flows WHERE layer = 'papers' AND source = '${OPENALEX}' AND year BETWEEN 1990 AND 2022`;
const PER_CENT = { unit: '%', digits: 1 };

/** A line's value in a year, as the figure writes it; null where there is none. */
function at(rows: readonly LineRow[], series: string, year: number): string | null {
  const value = rows.find((row) => row.series === series && row.year === year)?.value ?? null;
  return value === null ? null : measured(value, PER_CENT);
}

export default figures(
  linesOfQuery({
    id: 'shares',
    layer: 'papers',
    sql: `
      SELECT series, year, value FROM (
        SELECT 1 AS place, 'Median economy' AS series, year, 100 * median(i / p) AS value
        FROM (${ARTICLES}) WHERE country <> 'WLD' GROUP BY year
        UNION ALL
        SELECT 2, 'World without China', w.year, 100 * (w.i - c.i) / (w.p - c.p)
        FROM (${ARTICLES}) w JOIN (${ARTICLES}) c ON c.year = w.year
        WHERE w.country = 'WLD' AND c.country = 'CHN'
        UNION ALL
        SELECT CASE country WHEN 'WLD' THEN 3 ELSE 4 END, CASE country WHEN 'WLD' THEN 'World' ELSE 'China' END, year, 100 * i / p
        FROM (${ARTICLES}) WHERE country IN ('WLD', 'CHN'))
      ORDER BY place, year`,
    needs: ['publication_counts'],
    sources: [SCOPUS],
    title: (rows) => `Share of articles with authors in several countries, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [world, median] = [at(rows, 'World', 2022), at(rows, 'Median economy', 2022)];
      return world && median
        ? `In 2022 authors in several countries wrote ${world} of the world’s articles and ${median} of those of the median economy (NCSES, Scopus base).`
        : null;
    },
    axis: 'Share of articles (%)',
    measure: PER_CENT,
    notes: [
      'Whole counting: an article of three countries counts once for each of them, and once in the world.',
      'World without China: articles of the world that have no address in China. Median economy: as many of the listed ones lie above as below.',
      'All years are of one edition of the source. Editions are never joined.',
    ],
  }),
  dotsOfQuery({
    id: 'since-2018',
    layer: 'papers',
    sql: `
      SELECT f.country AS iso3, 100 * f.i / f.p AS x, 100 * (t.i / t.p - f.i / f.p) AS y, t.p AS size
      FROM (${ARTICLES}) f JOIN (${ARTICLES}) t ON t.country = f.country
      WHERE f.year = 2018 AND t.year = 2022 AND f.country <> 'WLD'
      ORDER BY iso3`,
    needs: ['publication_counts'],
    sources: [SCOPUS],
    title: () =>
      'Share of articles with authors abroad in 2018, and its change in percentage points to 2022, by economy',
    takeaway: (rows) =>
      `From 2018 to 2022 the share rose in ${rows.filter(({ y }) => y !== null && y > 0).length} of ${rows.length} economies (NCSES, Scopus base).`,
    x: { title: 'Share in 2018', unit: '%', digits: 0, neutral: null, log: false },
    y: {
      title: 'Change from 2018 to 2022',
      unit: 'percentage points',
      digits: 1,
      neutral: { value: 0, words: 'no change' },
      log: false,
    },
    size: { title: 'Articles in 2022', unit: '', digits: 0 },
    focus: ['CHN', 'GRC', 'ISR', 'PRT', 'VNM'],
    notes: [
      'The source lists the larger economies only. The share of a small producer can swing widely.',
      'Above the line the share rose; below the line it fell.',
    ],
  }),
  dotsOfQuery({
    id: 'moved',
    layer: 'papers',
    sql: `
      SELECT f.country AS iso3, 100 * f.i / f.p AS x, 100 * t.i / t.p AS y, t.p AS size
      FROM (${ARTICLES}) f JOIN (${ARTICLES}) t ON t.country = f.country
      WHERE f.year = 2003 AND t.year = 2022 AND f.country <> 'WLD'
      ORDER BY iso3`,
    needs: ['publication_counts'],
    sources: [SCOPUS],
    title: () => 'Share of articles with authors abroad in 2003 and in 2022, by economy',
    takeaway: (rows) =>
      `The share was higher in 2022 than in 2003 in ${rows.filter(({ x, y }) => x !== null && y !== null && y > x).length} of ${rows.length} economies (NCSES, Scopus base).`,
    x: { title: 'Share in 2003', unit: '%', digits: 0, neutral: null, log: false },
    y: { title: 'Share in 2022', unit: '%', digits: 0, neutral: null, log: false },
    size: { title: 'Articles in 2022', unit: '', digits: 0 },
    focus: ['CHN', 'GBR', 'IDN', 'SAU'],
    notes: ['The source lists the larger economies only. The share of a small producer can swing widely.'],
  }),
  linesOfQuery({
    id: 'ends',
    layer: 'papers',
    sql: `
      SELECT series, year, value FROM (
        SELECT 1 AS place, 'With the United States' AS series, year,
               100 * CAST(sum(CASE WHEN 'USA' IN (origin, destination) THEN value ELSE 0 END) AS DOUBLE) / sum(value) AS value
        ${LINKS_FROM} GROUP BY year
        UNION ALL
        SELECT 2, 'With China', year,
               100 * CAST(sum(CASE WHEN 'CHN' IN (origin, destination) THEN value ELSE 0 END) AS DOUBLE) / sum(value)
        ${LINKS_FROM} GROUP BY year
        UNION ALL
        SELECT 3, 'Ten largest pairs', year, 100 * CAST(sum(CASE WHEN rank <= 10 THEN value ELSE 0 END) AS DOUBLE) / sum(value)
        FROM (SELECT year, value, row_number() OVER (PARTITION BY year ORDER BY value DESC, origin, destination) AS rank
              ${LINKS_FROM}) GROUP BY year)
      ORDER BY place, year`,
    needs: ['flows'],
    sources: [OPENALEX],
    title: (rows) => `Who holds the links: shares of all links between countries, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [first, last] = [1990, 2022].map((year) => at(rows, 'With the United States', year));
      return first && last
        ? `The United States was at one end of ${first} of all links in 1990 and of ${last} in 2022 (OpenAlex).`
        : null;
    },
    axis: 'Share of all links (%)',
    measure: PER_CENT,
    notes: [
      'Whole counting: a paper of three countries counts once for each of its three pairs, so these are links, not papers.',
      'The lines overlap: the link between the United States and China counts in each of them.',
    ],
  }),
);
