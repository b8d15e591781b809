import { LEAST_RESEARCHERS } from '../../model/coverage.ts';
import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { joinedFlags } from '../relations/joined-flags.ts';

export const worksPerThousandResearchers: Indicator = {
  id: 'works_per_thousand_researchers',
  title: 'International works per 1,000 researchers',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['papers'],
  unit: 'works per 1,000 researchers',
  range: [0, null],
  neutral: null,
  digits: 0,
  says: 'How many works were written with authors in other countries for every thousand researchers.',
  definition:
    'Works in OpenAlex with authors in the country and in at least one other, over its researchers in the same year, times a thousand. Researchers are full-time equivalents, as surveys count them: those per million inhabitants times the inhabitants. Whole counting: a work of three countries is a whole one for each of them.',
  counting: TOTALS,
  formula: String.raw`1000 \, \frac{W_X}{r_X \, N_X / 10^6}`,
  symbols: [
    ['W_X', 'internationally co-authored works of the country in the year'],
    ['r_X', 'its researchers per million inhabitants in the same year'],
    ['N_X', 'its inhabitants in the same year'],
  ],
  interval: null,
  limits: null,
  noInterval:
    'It has none: all works of the base are counted, so there is no sample. What is uncertain is what the base holds, and how a country counts its researchers.',
  isNot: [
    'It is no measure of how productive researchers are: works of one country alone are not in it, and a work has several authors.',
    'It is not to be set beside the rates of scholars, whose researchers are those that publications show.',
  ],
  caveats: [
    'Researchers of firms are counted too: where firms, which publish little, do much of the research, the value is low.',
    `Countries with fewer than ${LEAST_RESEARCHERS} researchers in the year have no value: where so few are counted, a survey says little of who writes.`,
    'Countries hold their surveys at different times. A year without one has no value: an old number is never carried forward.',
    'Two sources are divided: works of OpenAlex, which the row names, by researchers and inhabitants of the World Bank, who has the researchers from UNESCO.',
  ],
  references: [
    {
      text: 'OECD. (2015). Frascati Manual 2015: Guidelines for collecting and reporting data on research and experimental development. OECD Publishing.',
      doi: '10.1787/9789264239012-en',
      where: 'chapter 5, on researchers and full-time equivalents',
    },
  ],
  example: {
    sql: `
      SELECT i.country, i.layer, c.in_text AS x, i.year, t.value AS counted, p.value AS people, r.value AS per_million, i.value
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN totals t ON t.country = i.country AND t.source = i.source AND t.year = i.year AND t.measure = 'international_works'
      JOIN country_context p ON p.country = i.country AND p.year = i.year AND p.indicator = 'population'
      JOIN country_context r ON r.country = i.country AND r.year = i.year AND r.indicator = 'researchers_per_million'
      WHERE i.indicator = 'works_per_thousand_researchers' AND i.country = 'DEU' AND i.year = 2022`,
    needs: ['country_indicators', 'countries', 'totals', 'country_context'],
    compute: ({ counted, people, per_million }) =>
      (1000 * Number(counted)) / ((Number(per_million) * Number(people)) / 1e6),
    tex: ({ counted, people, per_million, value }, n) =>
      String.raw`1000 \times \frac{${n(counted)}}{${n(per_million, 1)} \times ${n(people)} / 1\,000\,000} = ${n(value, 0)}`,
    says: ({ x, year, counted, value }, n) =>
      `In ${String(year)} authors in ${String(x)} wrote ${n(counted)} works with authors elsewhere: ${n(value, 0)} for every thousand researchers.`,
  },
  sql: {
    needs: ['totals', 'country_context'],
    query: `
      SELECT t.country, 'papers' AS layer, t.source, t.year, 1000.0 * t.value / (r.value * p.value / 1000000.0) AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, ${joinedFlags('t.flag', 'p.flag', 'r.flag')} AS flag
      FROM totals t
      JOIN country_context p ON p.country = t.country AND p.year = t.year
      JOIN country_context r ON r.country = t.country AND r.year = t.year
      WHERE t.measure = 'international_works' AND t.country <> 'WLD'
        AND p.indicator = 'population' AND p.source = 'world-bank-wdi' AND p.value > 0
        AND r.indicator = 'researchers_per_million' AND r.source = 'world-bank-wdi' AND r.value * p.value / 1000000.0 >= ${LEAST_RESEARCHERS}`,
  },
};
