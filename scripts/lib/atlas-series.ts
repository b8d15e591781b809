import type { FlowSeries, TotalsSeries } from '../../src/model/atlas.ts';
import { MAPPED } from './mapped-indicators.ts';
import type { Session } from './session.ts';

/**
 * Which layers and measures each source has, for which years, and which year to show first: the latest that is neither
 * provisional nor partial as a whole; for a source whose hosts report unevenly, the year that holds most.
 */
export async function atlasSeries(
  db: Session,
): Promise<{ flows: FlowSeries[]; totals: TotalsSeries[]; withData: string[] }> {
  const flows = await db.all<FlowSeries>(`
    WITH years AS (
      SELECT layer, source, year, sum(value) AS links, bool_and(coalesce(contains(flag, 'p') OR contains(flag, 'u'), false)) AS unripe
      FROM flows GROUP BY ALL)
    SELECT layer, source, min(year)::INTEGER AS first_year, max(year)::INTEGER AS last_year,
           coalesce(CASE WHEN source IN (SELECT source FROM coverage) THEN arg_max(year, links) ELSE max(year) FILTER (NOT unripe) END, max(year))::INTEGER AS shown_year
    FROM years GROUP BY layer, source ORDER BY layer, source`);
  const totals = await db.all<TotalsSeries>(`
    WITH years AS (
      SELECT measure, source, year, count(*) AS countries, bool_and(coalesce(contains(flag, 'p'), false)) AS unripe
      FROM (SELECT measure, source, year, flag FROM totals WHERE country <> 'WLD'
            UNION ALL SELECT indicator, source, year, flag FROM country_indicators WHERE ${MAPPED}) GROUP BY ALL)
    SELECT measure, source, min(year)::INTEGER AS first_year, max(year)::INTEGER AS last_year,
           -- The last years of a reported series are thin: show the latest in which nine tenths of the best year's countries report.
           max(year) FILTER (NOT unripe AND countries >= 0.9 * (SELECT max(countries) FROM years y WHERE y.measure = years.measure AND y.source = years.source))::INTEGER AS shown_year
    FROM years GROUP BY measure, source ORDER BY measure, source`);
  const withData = await db.all<{ iso3: string }>(
    "SELECT country AS iso3 FROM ties UNION SELECT country FROM totals WHERE country <> 'WLD' ORDER BY iso3",
  );
  const breaks = Map.groupBy(
    await db.all<{ layer: string; source: string; place: string; year: number }>(BREAKS),
    ({ layer, source }) => `${layer} ${source}`,
  );
  return {
    flows: flows.map((series) => {
      const own = breaks.get(`${series.layer} ${series.source}`);
      return own ? { ...series, breaks: byPlace(own) } : series;
    }),
    totals,
    withData: withData.map((r) => r.iso3),
  };
}

/** Two years are compared across every break between them, also where neither of the two carries its flag. */
const BREAKS = `
  SELECT DISTINCT f.layer, source, unnest(CASE WHEN l.directed THEN [destination] ELSE [origin, destination] END) AS place, year::INTEGER AS year
  FROM flows f JOIN layers l ON l.id = f.layer WHERE contains(flag, 'b') ORDER BY ALL`;

const byPlace = (
  breaks: readonly { readonly place: string; readonly year: number }[],
): Record<string, number[]> =>
  Object.fromEntries(
    [...Map.groupBy(breaks, ({ place }) => place)].map(([place, of]) => [place, of.map(({ year }) => year)]),
  );
