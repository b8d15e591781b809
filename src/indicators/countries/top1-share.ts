import type { Indicator } from '../../model/indicator.ts';
import { FRACTIONS } from '../counting.ts';
import { ofNewestEdition, SCIENCE_INDICATORS } from './science-indicators.ts';

export const top1Share: Indicator = {
  id: 'top1_share',
  title: 'Share among the most cited',
  chapter: 'Funding and research strength',
  subject: 'country',
  layers: ['papers'],
  unit: 'percent',
  range: [0, 100],
  neutral: 1,
  neutralWords: 'that as large a part of its articles as of the world’s is among the most cited',
  digits: 2,
  says: 'How many in a hundred of a country’s articles are among the one per cent most cited of the world.',
  definition:
    'The share, in percent, of a country’s articles that are among the 1 % most cited of the world in their field and year, as Science & Engineering Indicators give it for all fields together. Fractional counting: an article of three countries gives each its share of the addresses, so that the mean over countries by their articles is that of the world, 1 %. Under whole counting it is not, because articles of many countries, which are cited more, count once in each of them. Editions are never spliced; the newest is taken for all years.',
  counting: FRACTIONS,
  formula: String.raw`100 \, \frac{A^{1\%}_X}{A_X}`,
  symbols: [
    [
      String.raw`A^{1\%}_X`,
      'the country’s fractions of the articles that are among the one per cent most cited',
    ],
    ['A_X', 'its fractions of all articles'],
  ],
  interval: null,
  limits: null,
  noInterval: 'It has none: the publisher gives shares without the number of articles that they rest on.',
  isNot: [
    'Citations are no verdict on quality: they count how often others built on, or argued with, an article.',
    'It is no count: a small country may have a high share and few articles.',
    'It does not say that working with others makes articles more cited.',
  ],
  caveats: [
    'Most publishers of such shares count whole, and their numbers are higher; the whole share is in the table publication_fields. By field both strength and specialisation are in the view field_strength.',
    'The last years have none: citations need time.',
    'Shares are given with two decimals and without the number of articles, and those with too few articles are left out by the publisher. The share of a small country leaps from year to year.',
    'It is of Scopus: research that is published in books or in other languages than English is thin in it.',
  ],
  references: [
    SCIENCE_INDICATORS,
    {
      text: 'Waltman, L., & van Eck, N. J. (2015). Field-normalized citation impact indicators and the choice of an appropriate counting method. Journal of Informetrics, 9(4), 872–894.',
      doi: '10.1016/j.joi.2015.08.001',
    },
    {
      text: 'Waltman, L., & Schreiber, M. (2013). On the calculation of percentile-based bibliometric indicators. Journal of the American Society for Information Science and Technology, 64(2), 372–379.',
      doi: '10.1002/asi.22775',
    },
  ],
  example: {
    sql: `
      SELECT i.country, i.layer, c.in_text AS x, i.year, f.value AS fractional, w.value AS whole, g.value AS world, m.mean, i.value
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN publication_fields f ON f.country = i.country AND f.source = i.source AND f.year = i.year AND f.field = 'all' AND f.measure = 'top 1 % share' AND f.counting = 'fractional'
      JOIN publication_fields w ON w.country = f.country AND w.source = f.source AND w.year = f.year AND w.field = f.field AND w.measure = f.measure AND w.counting = 'whole' AND w.edition = f.edition
      JOIN publication_fields g ON g.country = 'WLD' AND g.source = f.source AND g.year = f.year AND g.field = f.field AND g.measure = f.measure AND g.counting = 'fractional' AND g.edition = f.edition
      JOIN (SELECT s.edition, s.year, sum(s.value * a.value) / sum(a.value) AS mean
            FROM publication_fields s
            JOIN publication_fields a ON a.country = s.country AND a.source = s.source AND a.edition = s.edition AND a.year = s.year AND a.field = s.field AND a.measure = 'articles' AND a.counting = 'whole'
            WHERE s.field = 'all' AND s.measure = 'top 1 % share' AND s.counting = 'fractional' AND s.country <> 'WLD'
            GROUP BY s.edition, s.year) m ON m.edition = f.edition AND m.year = f.year
      WHERE i.indicator = 'top1_share' AND i.country = 'DEU' AND i.year = 2020 AND ${ofNewestEdition('publication_fields', 'f.edition')}`,
    needs: ['country_indicators', 'countries', 'publication_fields'],
    // The world has one per cent of itself: the share over the world's, in percent.
    compute: ({ fractional, world }) => Number(fractional) / Number(world),
    tex: ({ fractional, world, value }, n) =>
      String.raw`\frac{${n(fractional, 2)} \, \%}{${n(world, 2)} \, \%} = ${n(value, 2)}`,
    says: ({ x, year, value, whole, world, mean }, n) =>
      `Of the articles of ${String(x)} in ${String(year)}, ${n(value, 2)} % were among the one per cent most cited of the world by fractional counting; by whole counting, ${n(whole, 2)} %. The world’s own share is ${n(world, 2)} %, so the country has ${n(value, 2)} times that. The mean of the fractional shares over countries, weighted by their articles, is ${n(mean, 2)} %: these are given counted whole only, so it is not quite that of the world.`,
  },
  sql: {
    needs: ['publication_fields'],
    query: `
      SELECT country, 'papers' AS layer, source, year, value, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, flag
      FROM publication_fields
      WHERE field = 'all' AND measure = 'top 1 % share' AND counting = 'fractional' AND country <> 'WLD'
        AND ${ofNewestEdition('publication_fields')}`,
  },
};
