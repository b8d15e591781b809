import { Z } from '../../indicators/intervals.ts';
import type { LayerId } from '../../model/layer.ts';
import { query } from '../atlas.ts';

/** How much counts of pairs vary from year to year, in units of what chance alone would give. */
export interface Dispersion {
  readonly layer: LayerId;
  readonly source: string;
  /** Links a year: "5 to 20". */
  readonly bin: string;
  readonly years: number;
  /** Mean of the squared deviation over its Poisson variance; 1 where counts vary by chance alone. */
  readonly dispersion: number;
  /** Share of years outside what chance leaves to five in a hundred. */
  readonly outside: number;
}

/**
 * Each year of a pair against the mean of the year before and the year after, as rates of links over expected links, so
 * that neither growth nor a straight trend counts. Whole years only; pairs with less than five links a year tell nothing.
 */
export const DISPERSION = `
  WITH cells AS (
    SELECT layer, source, origin, destination, year, CAST(c AS DOUBLE) AS c, CAST(t_o AS DOUBLE) * t_d / t AS e
    FROM pair_cells
    WHERE layer IN ('papers', 'projects', 'scholars') AND (layer = 'scholars' OR origin < destination) AND flag IS NULL AND c > 0),
  triples AS (
    SELECT a.layer, a.source, (a.c + b.c + d.c) / 3 AS links, a.c / a.e - (b.c / b.e + d.c / d.e) / 2 AS off,
           (a.c + b.c + d.c) / (a.e + b.e + d.e) AS rate, 1 / a.e + (1 / b.e + 1 / d.e) / 4 AS parts
    FROM cells a
    JOIN cells b ON b.layer = a.layer AND b.source = a.source AND b.origin = a.origin AND b.destination = a.destination AND b.year = a.year - 1
    JOIN cells d ON d.layer = a.layer AND d.source = a.source AND d.origin = a.origin AND d.destination = a.destination AND d.year = a.year + 1),
  squares AS (
    SELECT layer, source, off * off / (rate * parts) AS square,
           CASE WHEN links < 20 THEN 1 WHEN links < 100 THEN 2 WHEN links < 1000 THEN 3 ELSE 4 END AS size
    FROM triples WHERE links >= 5)
  SELECT layer, source, CASE size WHEN 1 THEN '5 to 20' WHEN 2 THEN '20 to 100' WHEN 3 THEN '100 to 1,000' ELSE 'over 1,000' END AS bin,
         count(*) AS years, avg(square) AS dispersion, avg(CASE WHEN square > ${Z * Z} THEN 1.0 ELSE 0.0 END) AS outside
  FROM squares GROUP BY layer, source, size HAVING count(*) >= 100 ORDER BY layer, source, size`;

let all: Promise<readonly Dispersion[]> | undefined;

/** Measured once for all pages of a build. */
export const dispersions = (): Promise<readonly Dispersion[]> => (all ??= query<Dispersion>(DISPERSION));
