import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { exampleOf, PER_HEAD_CAVEAT, perInhabitants } from './per-head.ts';

export const worksPerMillion: Indicator = {
  id: 'works_per_million',
  title: 'International works per million inhabitants',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['papers'],
  unit: 'works per million inhabitants',
  range: [0, null],
  neutral: null,
  digits: 0,
  says: 'How many works were written with authors in other countries for every million inhabitants.',
  definition:
    'Works in OpenAlex with authors in the country and in at least one other, over the inhabitants of the country in the same year, times a million. Whole counting: a work of three countries is a whole one for each of them.',
  counting: TOTALS,
  formula: String.raw`10^6 \, \frac{W_X}{N_X}`,
  symbols: [
    ['W_X', 'internationally co-authored works of the country in the year'],
    ['N_X', 'its inhabitants in the same year'],
  ],
  interval: null,
  limits: null,
  noInterval:
    'It has none: all works of the base are counted, so there is no sample. What is uncertain is what the base holds and to which country it gives an author.',
  isNot: [
    'It is not the output of a country: works whose authors are all in one country are not in it.',
    'It is no share: the same person may write many works, and a work has authors of several countries.',
    'It is no sum of links: a work counts once for the country, however many partners it has.',
  ],
  caveats: [
    PER_HEAD_CAVEAT,
    'Small countries reach high values, since more of their possible partners are abroad; where few people live a single institute is enough.',
  ],
  references: [
    {
      text: 'European Commission. (2025). European Innovation Scoreboard 2025. Publications Office of the European Union.',
      doi: null,
      where: 'the indicator of international scientific co-publications per million population',
    },
  ],
  example: {
    sql: exampleOf('works_per_million', 'international_works', 'CHE', 2022),
    needs: ['country_indicators', 'countries', 'totals', 'country_context'],
    compute: ({ counted, people }) => (1e6 * Number(counted)) / Number(people),
    tex: ({ counted, people, value }, n) =>
      String.raw`1\,000\,000 \times \frac{${n(counted)}}{${n(people)}} = ${n(value, 0)}`,
    says: ({ x, year, counted, value }, n) =>
      `In ${String(year)} authors in ${String(x)} wrote ${n(counted)} works with authors elsewhere: ${n(value, 0)} for every million inhabitants.`,
  },
  sql: {
    needs: ['totals', 'country_context'],
    query: perInhabitants('papers', 'international_works', 1e6),
  },
};
