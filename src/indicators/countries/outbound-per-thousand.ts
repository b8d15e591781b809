import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { PER_HEAD_CAVEAT, perInhabitants } from './per-head.ts';

export const outboundPerThousand: Indicator = {
  id: 'outbound_per_thousand',
  title: 'Students abroad per 1,000 inhabitants',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['students'],
  unit: 'students per 1,000 inhabitants',
  range: [0, null],
  neutral: null,
  digits: 2,
  says: 'How many students of the country study abroad for every thousand inhabitants at home.',
  definition:
    'Tertiary students from the country who are enrolled elsewhere over the inhabitants of the country in the same year, times a thousand. Students abroad are derived by us as inbound students minus the net flow that UNESCO publishes, so every value is flagged as an estimate.',
  counting: TOTALS,
  formula: String.raw`1000 \, \frac{O_X}{N_X}, \quad O_X = I_X - \mathit{net}_X`,
  symbols: [
    ['O_X', 'students of the country abroad in the year'],
    ['I_X', 'students from abroad in the country'],
    [String.raw`\mathit{net}_X`, 'net flow, inbound minus outbound, as published'],
    ['N_X', 'inhabitants of the country in the same year'],
  ],
  interval: null,
  limits: null,
  noInterval:
    'It has none: all who are enrolled are counted, so there is no sample. What is uncertain is what hosts report.',
  isNot: [
    'It is not the outbound mobility ratio of UNESCO, which is over all who are enrolled at home: their numbers are not in this release.',
    'It is no loss of graduates: it says nothing of who comes back.',
  ],
  caveats: [
    PER_HEAD_CAVEAT,
    'It can be derived only where inbound students and the net flow are both published, so a country that does not report its own students from abroad has no value, though hosts may report its students.',
    'Students abroad are known from what their hosts report: where a large host does not report, the number is too low or an estimate.',
  ],
  references: [
    {
      text: 'UNESCO Institute for Statistics. Glossary: Net flow of internationally mobile students; Outbound mobility ratio. https://uis.unesco.org/en/glossary',
      doi: null,
    },
  ],
  example: {
    sql: `
      SELECT i.country, i.layer, c.in_text AS x, i.year, b.value AS inbound, m.value AS net, p.value AS people, i.value
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN totals b ON b.country = i.country AND b.source = i.source AND b.year = i.year AND b.measure = 'inbound_students'
      JOIN totals m ON m.country = i.country AND m.source = i.source AND m.year = i.year AND m.measure = 'net_students'
      JOIN country_context p ON p.country = i.country AND p.year = i.year AND p.indicator = 'population'
      WHERE i.indicator = 'outbound_per_thousand' AND i.country = 'DEU' AND i.year = 2022`,
    needs: ['country_indicators', 'countries', 'totals', 'country_context'],
    compute: ({ inbound, net, people }) => (1000 * (Number(inbound) - Number(net))) / Number(people),
    tex: ({ inbound, net, people, value }, n) =>
      String.raw`1000 \times \frac{${n(inbound)} - ${n(net)}}{${n(people)}} = ${n(value, 2)}`,
    says: ({ x, year, inbound, net, value }, n) =>
      `In ${String(year)}, ${n(Number(inbound) - Number(net))} students from ${String(x)} were enrolled abroad: ${n(value, 2)} for every thousand inhabitants.`,
  },
  sql: {
    needs: ['totals', 'country_context'],
    query: perInhabitants('students', 'outbound_students', 1000),
  },
};
