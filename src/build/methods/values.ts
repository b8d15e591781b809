import { span } from '../../charts/format.ts';
import type { LayerId } from '../../model/layer.ts';
import { query } from '../atlas.ts';

/** Where an indicator has values: a layer as one source counts it. */
export interface Values {
  readonly indicator: string;
  readonly layer: LayerId;
  readonly source: string;
  readonly first_year: number;
  readonly last_year: number;
  readonly rows: number;
}

let all: Promise<ReadonlyMap<string, readonly Values[]>> | undefined;

/** By indicator, asked once for all pages of a build: each view is read whole. */
export const valuesByIndicator = (): Promise<ReadonlyMap<string, readonly Values[]>> =>
  (all ??= query<Values>(`
    SELECT indicator, layer, source, min(year) AS first_year, max(year) AS last_year, count(*) AS rows
    FROM (SELECT indicator, layer, source, year FROM pair_indicators UNION ALL
          SELECT indicator, layer, source, year FROM country_indicators)
    GROUP BY indicator, layer, source ORDER BY indicator, layer, source`).then((rows) =>
    Map.groupBy(rows, ({ indicator }) => indicator),
  ));

/** "1990–2023" */
export const yearsOf = ({ first_year, last_year }: Values): string => span(first_year, last_year);
