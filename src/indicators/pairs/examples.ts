/** One row for the worked example of an indicator of links: names x and y, year, c, t_o, t_d, t, value. */
export const linkExample = (id: string, origin: string, destination: string, year: number): string =>
  cellExample(id, 'papers', 'openalex-copublications', origin, destination, year);

/** The same of moves of scholars. */
export const moveExample = (id: string, origin: string, destination: string, year: number): string =>
  cellExample(id, 'scholars', 'scholarly-migration/scopus', origin, destination, year);

const cellExample = (
  id: string,
  layer: string,
  source: string,
  origin: string,
  destination: string,
  year: number,
): string => `
      SELECT a.in_text AS x, b.in_text AS y, p.year, p.c, p.t_o, p.t_d, p.t, i.value
      FROM pair_cells p JOIN countries a ON a.iso3 = p.origin JOIN countries b ON b.iso3 = p.destination
      JOIN pair_indicators i ON i.layer = p.layer AND i.source = p.source AND i.origin = p.origin AND i.destination = p.destination AND i.year = p.year
      WHERE p.layer = '${layer}' AND p.source = '${source}' AND p.year = ${year} AND p.origin = '${origin}' AND p.destination = '${destination}'
        AND i.layer = '${layer}' AND i.source = '${source}' AND i.year = ${year} AND i.origin = '${origin}' AND i.destination = '${destination}'
        AND i.indicator = '${id}'`;

/** One row of what scholars moved both ways: names x and y, year, c, r, value. */
export const exchangeExample = (id: string, origin: string, destination: string, year: number): string => `
      SELECT a.in_text AS x, b.in_text AS y, e.year, e.c, e.r, i.value
      FROM exchanges e JOIN countries a ON a.iso3 = e.origin JOIN countries b ON b.iso3 = e.destination
      JOIN pair_indicators i ON i.layer = e.layer AND i.source = e.source AND i.origin = e.origin AND i.destination = e.destination AND i.year = e.year
      WHERE e.layer = 'scholars' AND e.source = 'scholarly-migration/scopus' AND e.year = ${year} AND e.origin = '${origin}' AND e.destination = '${destination}'
        AND i.layer = 'scholars' AND i.source = 'scholarly-migration/scopus' AND i.year = ${year} AND i.origin = '${origin}' AND i.destination = '${destination}'
        AND i.indicator = '${id}'`;

export const CELL_NEEDS = ['pair_cells', 'pair_indicators', 'countries'] as const;
export const EXCHANGE_NEEDS = ['exchanges', 'pair_indicators', 'countries'] as const;
