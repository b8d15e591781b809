import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { LEAST_EXPECTED, LEAST_PAIRS } from '../relations/layer-gaps.ts';

/** Iran and Pakistan share papers far above, and scholars far below what their sizes let one expect. */
const PAIR = `origin = 'IRN' AND destination = 'PAK'`;
const LAYERS = `first_layer = 'papers' AND first_source = 'openalex-copublications' AND second_layer = 'scholars' AND second_source = 'scholarly-migration/scopus' AND year = 2018`;

const below = (column: string): string =>
  `(SELECT count(*) FROM layer_gaps g WHERE ${LAYERS} AND g.${column} < p.${column}) + (SELECT count(*) FROM layer_gaps g WHERE ${LAYERS} AND g.${column} = p.${column} AND (g.origin <> p.origin OR g.destination <> p.destination)) / 2.0`;

export const layerGaps: Indicator = {
  id: 'layer_gaps',
  title: 'Gap of a pair between two layers',
  chapter: 'Layers together',
  subject: 'layers',
  layers: ['students', 'scholars', 'papers', 'projects'],
  unit: 'difference of percentiles',
  range: [-1, 1],
  neutral: 0,
  digits: 2,
  says: 'How much higher a pair of countries stands in one layer than in another, among the pairs that both layers have.',
  definition: `Of the pairs of countries for which at least ${LEAST_EXPECTED} links, moves or students are expected from their sizes in each of two layers, every pair has a percentile of its intensity in each: the part of the pairs with a lower one, half of those with the same, itself included, counted in. The gap is the percentile in the first layer less that in the second. Intensity is links over what the two sizes let one expect; in directed layers both directions are added.`,
  counting: LINKS,
  formula: String.raw`G_p = \frac{a_p - b_p}{n}`,
  symbols: [
    ['a_p', 'average rank of the pair p by intensity in the first layer'],
    ['b_p', 'its average rank in the second'],
    ['n', 'pairs that both layers have'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It does not say that something is wrong, or lost: a pair may have a language, a war, a treaty or a branch campus in common that acts on one layer alone.',
    'It is a place among pairs and no ratio: a gap of one half says nothing of how many links are missing.',
  ],
  caveats: [
    'The list of the largest gaps is drawn from many pairs, so chance has a hand in it: the fewer are expected, the more. Look at links and expected beside the gap, and at the year before and after.',
    `There are no gaps where two layers share fewer than ${LEAST_PAIRS} pairs in a year.`,
    'Students count only where they are listed and where the host reported, so a pair without students is never seen here; see the rank correlation of two layers.',
    'Sizes are those of each layer: a country that few go to has a low expectation there, and can stand high with few.',
    'Two layers stand once, in the order of the alphabet. Turn the sign for the other order.',
  ],
  references: [
    {
      text: 'Zitt, M., Bassecoulard, E., & Okubo, Y. (2000). Shadows of the past in international cooperation: Collaboration profiles of the top five producers of science. Scientometrics, 47, 627–657.',
      doi: '10.1023/A:1005632319799',
      where: 'the intensity',
    },
  ],
  example: {
    sql: `
      SELECT p.year, a.in_text AS x, b.in_text AS y, p.first_intensity, p.second_intensity, p.gap AS value,
             ${below('first_intensity')} AS below_first, ${below('second_intensity')} AS below_second,
             (SELECT count(*) FROM layer_gaps g WHERE ${LAYERS}) AS n
      FROM layer_gaps p JOIN countries a ON a.iso3 = p.origin JOIN countries b ON b.iso3 = p.destination
      WHERE ${LAYERS} AND ${PAIR}`,
    needs: ['layer_gaps', 'countries'],
    // A percentile is (average rank − 1/2) / n; the halves fall out.
    compute: ({ below_first, below_second, n }) => (Number(below_first) - Number(below_second)) / Number(n),
    tex: ({ below_first, below_second, n: pairs, value }, n) =>
      String.raw`\frac{${n(Number(below_first) + 1, 1)} - ${n(Number(below_second) + 1, 1)}}{${n(pairs)}} = ${n(value, 3)}`,
    says: ({ x, y, year, first_intensity, second_intensity, value }, n) =>
      `In ${String(year)} ${String(x)} and ${String(y)} shared ${n(first_intensity, 2)} times as many papers as their sizes let one expect, and ${n(second_intensity, 2)} times as many scholars moved between them: the pair stands ${n(Math.abs(Number(value)) * 100, 0)} percentiles ${Number(value) < 0 ? 'lower' : 'higher'} in papers.`,
  },
  sql: { relation: 'layer_gaps' },
};
