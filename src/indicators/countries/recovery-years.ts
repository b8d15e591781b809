import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import {
  ADMITTED,
  INBOUND_LINE,
  type Line,
  ofLargestFall,
  OUTBOUND_LINE,
  PAPERS_LINE,
  RESILIENCE,
} from './falls.ts';

type Words = Pick<Indicator, 'id' | 'title' | 'says'>;

const recovery = (line: Line, words: Words): Indicator => ({
  ...words,
  chapter: 'Resilience',
  subject: 'country',
  layers: line.layers,
  unit: 'years',
  range: [1, null],
  neutral: null,
  needsSecond: true,
  digits: 0,
  definition: `Years from the year of the largest one-year fall until the total first reaches the level before that fall again. One is the year after. ${ADMITTED} The years after the fall are followed up to a hole, a break or a provisional year. It stands in the year of the fall.`,
  counting: TOTALS,
  formula: String.raw`\min \{ k \geq 1 : S_{t+k} \geq S_{t-1} \}`,
  symbols: [
    ['S_t', `${line.counts}, in year t`],
    ['t', 'the year of the largest fall among those that are admitted'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It is not the time until the country stands where it would have stood without the fall: before it, most totals were rising.',
    'It has no value where the level was not reached again in the years that were watched. A mean over countries would therefore be too short; the relation falls says for each until when it was watched.',
  ],
  caveats: line.caveats,
  references: RESILIENCE,
  example: {
    // Of the falls that were made up, the one of the largest total: it stays in the data whoever falls next.
    sql: `
      SELECT c.in_text AS x, i.year, i.value, b.value AS before, s.year AS again, s.value AS level
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN totals b ON b.country = i.country AND b.source = i.source AND b.year = i.year - 1 AND b.measure = '${line.example.measure}'
      JOIN totals s ON s.country = i.country AND s.source = i.source AND s.year > i.year AND s.value >= b.value AND s.measure = b.measure
      WHERE i.indicator = '${words.id}' AND i.source = '${line.example.source}'
      ORDER BY b.value DESC, s.year LIMIT 1`,
    needs: ['country_indicators', 'countries', 'totals'],
    compute: ({ again, year }) => Number(again) - Number(year),
    tex: ({ again, year, value }, n) => String.raw`${String(again)} - ${String(year)} = ${n(value, 0)}`,
    says: ({ x, year, before, again, level }, n) =>
      `After its fall in ${String(year)} ${String(x)} was back at ${n(before)} in ${String(again)}, with ${n(level)}.`,
  },
  sql: {
    needs: ['falls'],
    query: ofLargestFall(line, 'recovered_year - year', 'CAST(NULL AS DOUBLE)', 'CAST(NULL AS DOUBLE)'),
  },
});

/** recovery_years, inbound_recovery_years, outbound_recovery_years. */
export const recoveryTimes: readonly Indicator[] = [
  recovery(PAPERS_LINE, {
    id: 'recovery_years',
    title: 'Years to recover from the largest fall',
    says: 'How many years a country’s papers with authors abroad took to be as many again as before their largest fall.',
  }),
  recovery(INBOUND_LINE, {
    id: 'inbound_recovery_years',
    title: 'Years for inbound to recover from its largest fall',
    says: 'How many years students from abroad, or scholars moving in, took to be as many again as before their largest fall.',
  }),
  recovery(OUTBOUND_LINE, {
    id: 'outbound_recovery_years',
    title: 'Years for outbound to recover from its largest fall',
    says: 'How many years scholars moving out took to be as many again as before their largest fall.',
  }),
];
