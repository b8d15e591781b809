import type { Indicator } from '../../model/indicator.ts';
import { PROPOSALS } from '../counting.ts';
import { wilson } from '../intervals.ts';
import { REFERENCES } from '../references.ts';
import { joinedFlags } from '../relations/joined-flags.ts';

const { low, high } = wilson('successful', 'evaluated');

export const successRate: Indicator = {
  id: 'success_rate',
  title: 'Success rate',
  chapter: 'Funding and research strength',
  subject: 'country',
  layers: ['projects'],
  unit: 'share',
  range: [0, 1],
  neutral: null,
  digits: 3,
  says: 'What share of a country’s participations in proposals to the European Union was funded.',
  definition:
    'Participations in proposals that were funded, over participations in all proposals that were evaluated, by year of the call, from the Seventh Framework Programme on. The Commission takes the rate of proposals; here it is taken of participations, one for each organisation in each proposal, because a proposal has several countries. Where calls of two framework programmes fall in one year their numbers are added before the division.',
  counting: PROPOSALS,
  formula: String.raw`\frac{s_X}{e_X}`,
  symbols: [
    ['s_X', 'participations of the country in proposals that were funded'],
    ['e_X', 'its participations in proposals that were evaluated'],
  ],
  interval:
    'Wilson’s limits, as if each participation were funded or not by itself. Those of one proposal are funded together, so the limits are too narrow, the more so the more partners a country has in each.',
  limits: 'interval',
  isNot: [
    'It is no measure of the quality of proposals alone: money differs from call to call, and a country that applies where there is more of it has a higher rate.',
    'It is no share of the money.',
  ],
  caveats: [
    'Only members of the European Union and countries that were associated when the file was made have one. By framework programme it is in the view success_rates.',
    'Years are those of the call, and not those in which projects start: they do not match the other numbers about projects.',
    'A year with few calls rests on few proposals, and the last year had only begun when the file was read; it is flagged as provisional.',
  ],
  references: [
    {
      text: 'European Commission, Directorate-General for Research and Innovation. (2016). Horizon 2020 Monitoring Report 2015. Publications Office of the European Union.',
      doi: null,
      where: 'Success rates',
    },
    REFERENCES.wilson1927,
  ],
  example: {
    sql: `
      SELECT i.country, i.layer, c.in_text AS x, i.year, s.participations AS successful, e.participations AS evaluated, i.value, i.low, i.high
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN programme_participation s ON s.source = i.source AND s.country = i.country AND s.year = i.year AND s.stage = 'successful'
      JOIN programme_participation e ON e.source = s.source AND e.country = s.country AND e.year = s.year AND e.framework = s.framework AND e.stage = 'evaluated'
      WHERE i.indicator = 'success_rate' AND i.country = 'DEU' AND i.year = 2020`,
    needs: ['country_indicators', 'countries', 'programme_participation'],
    compute: ({ successful, evaluated }) => Number(successful) / Number(evaluated),
    tex: ({ successful, evaluated, value }, n) =>
      String.raw`\frac{${n(successful)}}{${n(evaluated)}} = ${n(value, 3)}`,
    says: ({ x, year, successful, evaluated, value, low: from, high: to }, n) =>
      `In calls of ${String(year)}, ${n(successful)} of ${n(evaluated)} participations from ${String(x)} were funded: ${n(100 * Number(value), 1)} % (${n(100 * Number(from), 1)} to ${n(100 * Number(to), 1)} %).`,
  },
  sql: {
    needs: ['success_rates'],
    query: `
      SELECT country, 'projects' AS layer, source, year, successful / evaluated AS value, ${low} AS low, ${high} AS high, flag
      FROM (
        SELECT country, source, year, CAST(sum(successful) AS DOUBLE) AS successful, CAST(sum(evaluated) AS DOUBLE) AS evaluated, ${joinedFlags("string_agg(flag, '')")} AS flag
        FROM success_rates GROUP BY country, source, year)`,
  },
};
