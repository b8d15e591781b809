import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import {
  ADMITTED,
  ADMITTED_SET,
  INBOUND_LINE,
  type Line,
  ofLargestFall,
  OUTBOUND_LINE,
  PAPERS_LINE,
  RESILIENCE,
} from './falls.ts';

type Words = Pick<Indicator, 'id' | 'title' | 'says'>;

const largest = (line: Line, words: Words): Indicator => ({
  ...words,
  chapter: 'Resilience',
  subject: 'country',
  layers: line.layers,
  unit: 'share',
  range: [0, 1],
  neutral: null,
  needsSecond: true,
  digits: 3,
  definition: `Of the one-year falls of the country in this total, in years that are admitted, the largest, as a share of the year before. ${ADMITTED} It stands in the year of the fall, so a country has one value for each source; where no year is admitted it has none.`,
  counting: TOTALS,
  formula: String.raw`\max_{t \in A} \left( 1 - \frac{S_t}{S_{t-1}} \right)`,
  symbols: [['S_t', `${line.counts}, in year t`], ADMITTED_SET],
  interval: `Limits of the ratio of the two totals, each taken as a Poisson count with half an event more, on the log scale, as 95 % limits of that year taken for itself. But of many years the largest fall is picked: so it is too large on average, and its limits are too narrow. They speak of chance alone.${line.layers.includes('students') ? ' Students have none: they are counted whole.' : ''}`,
  limits: 'interval',
  isNot: [
    'It is not the depth of a crisis that lasts: a fall of several years is looked at year by year.',
    'It does not say why: that a fall and an event share a year is no proof that one made the other.',
    'It is no sign of weakness by itself: small countries swing more than large ones.',
  ],
  caveats: line.caveats,
  references: [
    ...RESILIENCE,
    {
      text: 'Price, R. M., & Bonett, D. G. (2000). Estimating the ratio of two Poisson rates. Computational Statistics & Data Analysis, 34(3), 345–356.',
      doi: '10.1016/S0167-9473(99)00100-0',
      where: 'the interval',
    },
  ],
  example: {
    sql: `
      SELECT c.in_text AS x, i.year, i.value, a.value AS after, b.value AS before, f.world_fall, f.shown, f.second_fall, f.second_year
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN totals a ON a.country = i.country AND a.source = i.source AND a.year = i.year AND a.measure = '${line.example.measure}'
      JOIN totals b ON b.country = i.country AND b.source = i.source AND b.year = i.year - 1 AND b.measure = a.measure
      LEFT JOIN falls f ON f.country = i.country AND f.source = i.source AND f.year = i.year AND f.measure = a.measure
      WHERE i.indicator = '${words.id}' AND i.source = '${line.example.source}' AND i.country = '${line.example.country}'`,
    needs: ['country_indicators', 'countries', 'totals', 'falls'],
    compute: ({ before, after }) => 1 - Number(after) / Number(before),
    tex: ({ before, after, value }, n) => String.raw`1 - \frac{${n(after)}}{${n(before)}} = ${n(value, 3)}`,
    says: ({ x, year, before, after, value, world_fall, shown, second_fall, second_year }, n) => {
      const fall = `The largest one-year fall of ${String(x)} was in ${String(year)}: from ${n(before)} to ${n(after)}, by ${n(Number(value) * 100, 1)} %. In that year all countries together ${Number(world_fall) > 0 ? 'fell' : 'rose'} by ${n(Math.abs(Number(world_fall)) * 100, 1)} %.`;
      if (shown === 'yes')
        return `${fall} A second source shows one too, of ${n(Number(second_fall) * 100, 1)} % in ${String(second_year)}.`;
      return shown === 'no'
        ? `${fall} The second source shows none so large, and larger than chance, in that year or the next, so it is no finding.`
        : `${fall} No second source has these years.`;
    },
  },
  sql: { needs: ['falls'], query: ofLargestFall(line, 'fall', 'low', 'high') },
});

/** largest_fall, largest_inbound_fall, largest_outbound_fall. */
export const largestFalls: readonly Indicator[] = [
  largest(PAPERS_LINE, {
    id: 'largest_fall',
    title: 'Largest fall in a year',
    says: 'By what part a country’s papers with authors abroad fell in its worst year.',
  }),
  largest(INBOUND_LINE, {
    id: 'largest_inbound_fall',
    title: 'Largest fall of inbound in a year',
    says: 'By what part the students from abroad in a country, or the scholars moving in, fell in its worst year.',
  }),
  largest(OUTBOUND_LINE, {
    id: 'largest_outbound_fall',
    title: 'Largest fall of outbound in a year',
    says: 'By what part the scholars moving out of a country fell in the year of the largest fall.',
  }),
];
