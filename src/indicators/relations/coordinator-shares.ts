import type { Relation } from '../../model/release.ts';

/**
 * Share of a country's participations in which it coordinates the project, by theme and year of start, from 0 to 1; and its
 * share of all coordinations of the programme. Of projects that span two countries or more: in one of a single country
 * there is nobody else to coordinate. None where the country has no participation, or the programme no coordination.
 */
export const coordinatorShares: Relation = {
  name: 'coordinator_shares',
  description:
    'Coordinations over participations of a country, and over all coordinations of the programme, by theme and year of start, in projects that span two countries or more.',
  stored: false,
  needs: ['project_participation'],
  sql: `
    SELECT c.source, c.theme, c.country, c.year, c.cross_border_coordinations AS coordinations, c.cross_border_participations AS participations,
           round(c.cross_border_coordinations / CAST(c.cross_border_participations AS DOUBLE), 4) AS coordinator_share,
           round(c.cross_border_coordinations / CAST(nullif(w.cross_border_coordinations, 0) AS DOUBLE), 4) AS share_of_programme, c.flag
    FROM project_participation c
    JOIN project_participation w ON w.source = c.source AND w.theme = c.theme AND w.year = c.year AND w.country = 'WLD'
    WHERE c.country <> 'WLD' AND c.cross_border_participations > 0`,
};
