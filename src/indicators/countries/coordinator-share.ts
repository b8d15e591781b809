import type { Indicator } from '../../model/indicator.ts';
import { PARTICIPATIONS } from '../counting.ts';
import { wilson } from '../intervals.ts';
import { REFERENCES } from '../references.ts';

const { low, high } = wilson('coordinations', 'participations');

export const coordinatorShare: Indicator = {
  id: 'coordinator_share',
  title: 'Coordinator share',
  chapter: 'Funding and research strength',
  subject: 'country',
  layers: ['projects'],
  unit: 'share',
  range: [0, 1],
  neutral: null,
  digits: 3,
  says: 'In what share of its participations in shared projects a country’s organisations lead the project.',
  definition:
    'Participations as coordinator over all participations of the country, in Horizon 2020 projects that span two countries or more, by year of start. In a project of one country there is nobody else to coordinate. One participation for each organisation in each project.',
  counting: PARTICIPATIONS,
  formula: String.raw`\frac{k_X}{q_X}`,
  symbols: [
    ['k_X', 'participations of the country as coordinator, in projects of two countries or more'],
    ['q_X', 'all its participations in these projects'],
  ],
  interval:
    'Wilson’s limits, as if each participation were the coordinating one or not by itself. A project has one coordinator, so those of one project are not quite independent.',
  limits: 'interval',
  isNot: [
    'It is no share of the projects: a country with several partners in a project has several participations in it.',
    'It has no value that is “as expected”: with more partners to a project, everybody’s share falls.',
  ],
  caveats: [
    'By theme, and as a share of all coordinations of the programme, it is in the view coordinator_shares.',
    'The first and the last years hold few projects and are flagged.',
  ],
  references: [REFERENCES.wilson1927],
  example: {
    sql: `
      SELECT i.country, i.layer, c.in_text AS x, i.year, p.cross_border_coordinations AS coordinations, p.cross_border_participations AS participations, i.value
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN project_participation p ON p.source = i.source AND p.country = i.country AND p.year = i.year AND p.theme = 'all'
      WHERE i.indicator = 'coordinator_share' AND i.source = 'cordis-h2020' AND i.country = 'ESP' AND i.year = 2019`,
    needs: ['country_indicators', 'countries', 'project_participation'],
    compute: ({ coordinations, participations }) => Number(coordinations) / Number(participations),
    tex: ({ coordinations, participations, value }, n) =>
      String.raw`\frac{${n(coordinations)}}{${n(participations)}} = ${n(value, 3)}`,
    says: ({ x, year, coordinations, participations, value }, n) =>
      `In shared projects that started in ${String(year)}, organisations of ${String(x)} had ${n(participations)} participations and led in ${n(coordinations)} of them: ${n(100 * Number(value), 1)} %.`,
  },
  sql: {
    needs: ['coordinator_shares'],
    query: `
      SELECT country, 'projects' AS layer, source, year, coordinations / CAST(participations AS DOUBLE) AS value, ${low} AS low, ${high} AS high, flag
      FROM coordinator_shares WHERE theme = 'all'`,
  },
};
