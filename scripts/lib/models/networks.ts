import { flagOf, type FlagLetter } from '../../../src/model/flag.ts';
import { NETWORK_LAYERS, type NETWORK_MEASURES } from '../../../src/model/tables/indicators.ts';
import { type Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { centralities, type Link } from './networks/centralities.ts';
import type { Model } from './open-models.ts';

interface Network {
  readonly layer: string;
  readonly source: string;
  readonly year: number;
  /** The flags of its flows, one after the other; null where none has one. */
  readonly flags: string | null;
}

/** More than a reader needs, and fewer than two machines could differ in. */
const MILLION = 1e6;
const rounded = (value: number): number => Math.round(value * MILLION) / MILLION;

/**
 * Places of countries in the network of every layer, source and year whose matrix is whole, which the lists of students
 * are not. Links of both directions are added up. A provisional or partial year is reckoned and keeps its flag.
 */
export const networks: Model = {
  id: 'networks',
  version: 1,
  inputs: ['flows'],
  tables: ['network_measures'],
  run: async (db) => {
    const found = await db.all<Network>(
      `SELECT layer, source, year, string_agg(DISTINCT flag, '') AS flags FROM flows
       WHERE layer IN (${NETWORK_LAYERS.map(literal).join(', ')})
       GROUP BY layer, source, year ORDER BY layer, source, year`,
    );
    for (const network of found) await db.append('network_measures', await rowsOf(db, network));
  },
};

async function rowsOf(db: Session, network: Network) {
  const { layer, source, year, flags } = network;
  const flag = flagOf([...(flags ?? '')] as FlagLetter[]);
  return centralities(await linksOf(db, network)).flatMap(({ country, betweenness, eigenvector }) => {
    const row = (measure: (typeof NETWORK_MEASURES)[number], value: number) =>
      [layer, source, year, country, measure, rounded(value), flag] as const;
    return [
      ...(betweenness === null ? [] : [row('betweenness', betweenness)]),
      row('eigenvector', eigenvector),
    ];
  });
}

/** Links of a network: papers or projects of two countries, or moves between them in both directions together. */
const linksOf = (db: Session, { layer, source, year }: Network): Promise<Link[]> =>
  db.all<Link>(
    `SELECT least(origin, destination) AS a, greatest(origin, destination) AS b, CAST(sum(value) AS BIGINT) AS weight
     FROM flows WHERE layer = ${literal(layer)} AND source = ${literal(source)} AND year = ${year} AND value > 0
     GROUP BY a, b ORDER BY a, b`,
  );
