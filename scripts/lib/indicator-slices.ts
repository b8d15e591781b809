import type { LayerId } from '../../src/model/layer.ts';
import type { IndicatorSeries, IndicatorsSlice } from '../../src/model/slice.ts';
import type { Session } from './session.ts';

interface SeriesRow {
  country: string;
  indicator: string;
  layer: LayerId;
  source: string;
  years: number[];
  values: number[];
  lows: (number | null)[];
  highs: (number | null)[];
  flags: (string | null)[];
}

/** A slice for each of the countries, with every value of its indicators; one without any has an empty slice. */
export async function indicatorSlices(db: Session, countries: readonly string[]): Promise<IndicatorsSlice[]> {
  const rows = await db.all<SeriesRow>(`
    SELECT country, indicator, layer, source, list(year ORDER BY year) AS years, list(value ORDER BY year) AS values,
           list(low ORDER BY year) AS lows, list(high ORDER BY year) AS highs, list(flag ORDER BY year) AS flags
    FROM country_indicators GROUP BY ALL ORDER BY country, indicator, layer, source`);
  const series = Map.groupBy(rows, (row) => row.country);
  return countries.map((iso3) => ({ iso3, series: (series.get(iso3) ?? []).map(seriesOf) }));
}

/** What is empty in every year is left out. */
function seriesOf({
  indicator,
  layer,
  source,
  years,
  values,
  lows,
  highs,
  flags,
}: SeriesRow): IndicatorSeries {
  const some = (list: readonly unknown[]): boolean => list.some((item) => item !== null);
  return {
    indicator,
    layer,
    source,
    years,
    values,
    ...(some(lows) ? { lows } : {}),
    ...(some(highs) ? { highs } : {}),
    ...(some(flags) ? { flags } : {}),
  };
}
