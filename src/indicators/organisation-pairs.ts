import type { Indicator } from '../model/indicator.ts';

/**
 * Pairs of organisations from both ends, as an SQL query: source, `mine`, `other`, `renewed`. A pair has a row of 0 for every
 * year in which it shared projects of Horizon 2020, and one row of 1 where it had shared one of the programme before. Group
 * by the country of one end before the other's is sought: an engine that joins both ends first takes five times as long.
 */
export const PAIRS_FROM_BOTH_ENDS = `
              SELECT source, a AS mine, b AS other, 0 AS renewed FROM organisation_ties
              UNION ALL SELECT source, b, a, 0 FROM organisation_ties
              UNION ALL SELECT source, a, b, 1 FROM organisation_persistence
              UNION ALL SELECT source, b, a, 1 FROM organisation_persistence`;

/** The last whole year of the programme, where what is counted over all its years stands; a query: source, year. */
export const LAST_WHOLE_YEAR =
  "SELECT source, max(year) AS year FROM flows WHERE layer = 'projects' AND flag IS NULL GROUP BY source";

export const PAIRS_NEED = [
  'organisation_ties',
  'organisation_persistence',
  'organisations',
  'flows',
] as const;

export const RENEWAL_CAVEATS: readonly string[] = [
  'Only universities and research organisations whose names are known: no firms and no public bodies.',
  'An organisation of the Seventh Framework Programme counts as the same as one of Horizon 2020 by its participant code, then by name and country, then by the record of the registry that both match. Where none of these finds it, its ties of before are not seen, so values are too low rather than too high.',
  'A participant code is not always an organisation: one that split or merged between the programmes may lose its pairs or gain another’s.',
  'Both programmes count over all the years that the source has; the row stands at the last whole year. Horizon 2020 was read before its end.',
  'A pair in one large project counts as much as a pair in many.',
];

export const RENEWAL_REFERENCES: Indicator['references'] = [
  {
    text: 'Breschi, S., & Cusmano, L. (2004). Unveiling the texture of a European Research Area: Emergence of oligarchic networks under EU Framework Programmes. International Journal of Technology Management, 27(8), 747–772.',
    doi: '10.1504/IJTM.2004.004992',
    where: 'a core of organisations that lasts from programme to programme',
  },
];
