import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { exampleOf, PER_HEAD_CAVEAT, perInhabitants } from './per-head.ts';

export const inboundPerThousand: Indicator = {
  id: 'inbound_per_thousand',
  title: 'Students from abroad per 1,000 inhabitants',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['students'],
  unit: 'students per 1,000 inhabitants',
  range: [0, null],
  neutral: null,
  digits: 2,
  says: 'How many students from abroad the country has for every thousand inhabitants.',
  definition:
    'Tertiary students from abroad who are enrolled in the country, as UNESCO counts them, over its inhabitants in the same year, times a thousand.',
  counting: TOTALS,
  formula: String.raw`1000 \, \frac{I_X}{N_X}`,
  symbols: [
    ['I_X', 'students from abroad in the country in the year'],
    ['N_X', 'its inhabitants in the same year'],
  ],
  interval: null,
  limits: null,
  noInterval:
    'It has none: all who are enrolled are counted, so there is no sample. What is uncertain is what hosts report.',
  isNot: [
    'It is not the inbound mobility rate of UNESCO, which is the share of students from abroad among all who are enrolled: numbers of the enrolled are not in this release.',
    'It is no flow of a year: who studies abroad for four years is counted in each of them.',
    'It is no measure of how well a country attracts students: it also depends on how many of its inhabitants are of the age to study, and on how many places there are.',
  ],
  caveats: [
    PER_HEAD_CAVEAT,
    'Countries differ in whom they count as from abroad: by where students went to school, where they lived before, or which passport they hold.',
    'Many hosts, some of them large, do not report in every year; a country without a value is not one without students from abroad.',
  ],
  references: [
    {
      text: 'UNESCO Institute for Statistics. Glossary: Internationally mobile students; Inbound mobility rate. https://uis.unesco.org/en/glossary',
      doi: null,
    },
  ],
  example: {
    sql: exampleOf('inbound_per_thousand', 'inbound_students', 'DEU', 2022),
    needs: ['country_indicators', 'countries', 'totals', 'country_context'],
    compute: ({ counted, people }) => (1000 * Number(counted)) / Number(people),
    tex: ({ counted, people, value }, n) =>
      String.raw`1000 \times \frac{${n(counted)}}{${n(people)}} = ${n(value, 2)}`,
    says: ({ x, year, counted, value }, n) =>
      `In ${String(year)}, ${n(counted)} students from abroad were enrolled in ${String(x)}: ${n(value, 2)} for every thousand inhabitants.`,
  },
  sql: {
    needs: ['totals', 'country_context'],
    query: perInhabitants('students', 'inbound_students', 1000),
  },
};
