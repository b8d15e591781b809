import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { LEAST_EXPECTED, LEAST_PAIRS } from '../relations/layer-gaps.ts';

const [FIRST, SECOND, YEAR] = ['papers', 'scholars', 2018] as const;
const SOURCES = ['openalex-copublications', 'scholarly-migration/scopus'] as const;

export const layerLinks: Indicator = {
  id: 'layer_links',
  title: 'Rank correlation of two layers',
  chapter: 'Layers together',
  subject: 'layers',
  layers: ['students', 'scholars', 'papers', 'projects'],
  unit: 'correlation',
  range: [-1, 1],
  neutral: 0,
  neutralWords: 'that the order of pairs in one layer tells nothing of their order in the other',
  digits: 2,
  says: 'How far the pairs of countries that are strong in one layer are strong in another too: one if in the same order, nil if in none.',
  definition: `Spearman’s rank correlation over the pairs of countries that both layers have in a year. Ties have their average rank. In directed layers the two directions are added. It is given twice: of the links as they are (measure links), and of links over what the two sizes let one expect (measure intensity: the affinity, or the preference ratio of both directions together). Both are over the same pairs: those for which at least ${LEAST_EXPECTED} are expected in each of the layers.`,
  counting: LINKS,
  formula: String.raw`r = \frac{\sum_p (a_p - \bar{a})(b_p - \bar{b})}{\sqrt{\sum_p (a_p - \bar{a})^2 \, \sum_p (b_p - \bar{b})^2}}`,
  symbols: [
    ['p', 'a pair of countries'],
    ['a_p', 'rank of the pair in one layer, by links or by intensity'],
    ['b_p', 'its rank in the other'],
    [String.raw`\bar{a}`, 'the mean rank'],
  ],
  interval:
    'Fisher’s transformation, with the variance of Bonett and Wright for rank correlations, (1 + r²/2) / (n − 3) for n pairs. It takes pairs as independent. They are not: all pairs of one country have it in common, so the truth is less sure than the interval says.',
  limits: 'interval',
  isNot: [
    'The correlation of links says little: large countries are large in everything. Read that of intensities first.',
    'It is no sign that one layer brings about the other: history, language and distance act on all of them.',
    'It is not comparable between two pairs of layers without a look at the number of pairs: projects have few countries, most of them European.',
  ],
  caveats: [
    `There is no value for fewer than ${LEAST_PAIRS} pairs, and none between two sources of one layer.`,
    'Students are listed only for the ten largest partners of each country. Of a pair the directions count that are listed by a host that reported and whose origin has an outbound total; what is not listed is no zero, so it is left out of links and of what is expected. The weak ties of students are therefore missing, which most often lowers the correlation.',
    'What is measured with chance is ordered with chance: the fewer a layer counts, the lower its correlations. That is why only pairs with enough expected are looked at.',
    'Scholars have two bases, each with a value of its own. Papers and the OpenAlex base of scholars come from one index, so that they have errors in common.',
  ],
  references: [
    {
      text: 'Spearman, C. (1904). The proof and measurement of association between two things. The American Journal of Psychology, 15(1), 72–101.',
      doi: '10.2307/1412159',
    },
    {
      text: 'Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika, 33(3), 239–251.',
      doi: '10.1093/biomet/33.3.239',
    },
    {
      text: 'Bonett, D. G., & Wright, T. A. (2000). Sample size requirements for estimating Pearson, Kendall and Spearman correlations. Psychometrika, 65, 23–28.',
      doi: '10.1007/BF02294183',
      where: 'the variance',
    },
    {
      text: 'Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data. Social Networks, 10(4), 359–381.',
      doi: '10.1016/0378-8733(88)90004-4',
      where: 'why pairs of one network are not independent',
    },
  ],
  example: {
    sql: `
      WITH ranked AS (
        SELECT rank() OVER (ORDER BY first_intensity) + (count(*) OVER (PARTITION BY first_intensity) - 1) / 2.0 AS a,
               rank() OVER (ORDER BY second_intensity) + (count(*) OVER (PARTITION BY second_intensity) - 1) / 2.0 AS b
        FROM layer_gaps WHERE first_layer = '${FIRST}' AND second_layer = '${SECOND}' AND first_source = '${SOURCES[0]}' AND second_source = '${SOURCES[1]}' AND year = ${YEAR})
      SELECT l.year, l.rank_correlation AS value, l.low, l.high, s.*
      FROM layer_links l
      JOIN (SELECT count(*) AS pairs, avg(a) AS middle, sum((a - m.mean) * (b - m.mean)) AS together, sum(pow(a - m.mean, 2)) AS first, sum(pow(b - m.mean, 2)) AS second
            FROM ranked, (SELECT avg(a) AS mean FROM ranked) m) s ON TRUE
      WHERE l.first_layer = '${FIRST}' AND l.second_layer = '${SECOND}' AND l.first_source = '${SOURCES[0]}' AND l.second_source = '${SOURCES[1]}' AND l.year = ${YEAR} AND l.measure = 'intensity'`,
    needs: ['layer_links', 'layer_gaps'],
    compute: ({ together, first, second }) => Number(together) / Math.sqrt(Number(first) * Number(second)),
    tex: ({ together, first, second, value }, n) =>
      String.raw`\frac{${n(together, 0)}}{\sqrt{${n(first, 0)} \times ${n(second, 0)}}} = ${n(value, 3)}`,
    says: ({ year, pairs, value, low, high }, n) =>
      `In ${String(year)}, over ${n(pairs)} pairs of countries, the intensity of shared papers and that of scholars’ moves, on the Scopus base, had a rank correlation of ${n(value, 2)} (${n(low, 2)} to ${n(high, 2)} if pairs were independent).`,
  },
  sql: { relation: 'layer_links' },
};
