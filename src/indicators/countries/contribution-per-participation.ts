import type { Indicator } from '../../model/indicator.ts';
import { PARTICIPATIONS } from '../counting.ts';

export const contributionPerParticipation: Indicator = {
  id: 'contribution_per_participation',
  title: 'EU contribution per participation',
  chapter: 'Funding and research strength',
  subject: 'country',
  layers: ['projects'],
  unit: 'EUR',
  range: [0, null],
  neutral: null,
  digits: 0,
  says: 'How much money of the European Union a participation of the country in a project brings.',
  definition:
    'The contribution of the Union to the country’s participations in Horizon 2020 over the number of these participations, by year of start. Only participations whose amount is known are in either number. Projects of one country are among them. The money of a project stands in its year of start as a whole.',
  counting: PARTICIPATIONS,
  formula: String.raw`\frac{M_X}{q_X - m_X}`,
  symbols: [
    ['M_X', 'contribution to the participations of the country whose amount is known, in euros'],
    ['q_X', 'all participations of the country'],
    ['m_X', 'those whose amount is missing'],
  ],
  interval: null,
  limits: null,
  noInterval: 'It has none: all participations of the file are counted, so there is no sample.',
  isNot: [
    'It is no share of the programme’s money, and no net balance: what a country pays in is not there.',
    'It is not the size of projects: a project has several participations.',
    'It is no measure of success: wages and prices differ, and so do the parts of the programme in which countries take part.',
  ],
  caveats: [
    'A missing amount is not zero. Most that are missing will be nil all the same, those of partners without a grant among them: counting them as nil would lower the value, most of all for countries whose organisations took part without money of the Union, as many Swiss ones did.',
    'Euros of the year of the grant: prices are not taken out.',
    'A few large grants make the value of a small country.',
    'The first and the last years hold few projects and are flagged.',
  ],
  references: [
    {
      text: 'European Commission, CORDIS. EU research projects under Horizon 2020 (2014–2020). https://cordis.europa.eu',
      doi: null,
    },
  ],
  example: {
    sql: `
      SELECT i.country, i.layer, c.in_text AS x, i.year, p.contribution, p.participations, p.contribution_missing AS missing, i.value
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN project_participation p ON p.source = i.source AND p.country = i.country AND p.year = i.year AND p.theme = 'all'
      WHERE i.indicator = 'contribution_per_participation' AND i.source = 'cordis-h2020' AND i.country = 'DEU' AND i.year = 2019`,
    needs: ['country_indicators', 'countries', 'project_participation'],
    compute: ({ contribution, participations, missing }) =>
      Number(contribution) / (Number(participations) - Number(missing)),
    tex: ({ contribution, participations, missing, value }, n) =>
      String.raw`\frac{${n(contribution, 0)}}{${n(participations)} - ${n(missing)}} = ${n(value, 0)}`,
    says: ({ x, year, participations, missing, value }, n) =>
      `Of ${n(participations)} participations of ${String(x)} in projects that started in ${String(year)}, ${n(Number(participations) - Number(missing))} have a known amount: ${n(value, 0)} euros each on average.`,
  },
  sql: {
    needs: ['project_participation'],
    query: `
      SELECT country, 'projects' AS layer, source, year, contribution / (participations - contribution_missing) AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, flag
      FROM project_participation
      WHERE theme = 'all' AND country <> 'WLD' AND contribution IS NOT NULL AND participations > contribution_missing`,
  },
};
