import type { Indicator } from '../../model/indicator.ts';
import { ARTICLES } from '../counting.ts';
import { REFERENCES } from '../references.ts';
import { joinedFlags } from '../relations/joined-flags.ts';
import { ofNewestEdition, SCIENCE_INDICATORS } from './science-indicators.ts';

export const internationalRate: Indicator = {
  id: 'international_rate',
  title: 'International co-publication rate',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['papers'],
  unit: 'share',
  range: [0, 1],
  neutral: null,
  digits: 3,
  says: 'What share of a country’s articles has authors in another country too.',
  definition:
    'Articles with institutions of the country and of at least one other, over all articles of the country, as Science & Engineering Indicators count them on Scopus. Whole counting: an article of three countries is a whole one for each of them. Editions are never spliced; the newest is taken for all years.',
  counting: ARTICLES,
  formula: String.raw`\frac{I_X}{P_X}`,
  symbols: [
    ['I_X', 'articles of the country with institutions of another country too'],
    ['P_X', 'all articles of the country'],
  ],
  interval: null,
  limits: null,
  noInterval:
    'It has none: all articles of the base are counted, so there is no sample. What is uncertain is what the base holds.',
  isNot: [
    'The rate of the world is no mean of the rates of countries: an article of two countries is international in both of them, and counts once in the world. So most countries lie above the world.',
    'It is not openness alone: a small country finds fewer partners at home, and has a higher rate for that.',
    'It is no share of links: an article of ten countries is one article here, and forty-five pairs there.',
  ],
  caveats: [
    'Only the larger economies that the publisher lists have one. For the others the atlas has no count of all articles; see works per million inhabitants.',
    'Some articles have incomplete addresses. They are among all articles and in neither kind, so the domestic share is not what is left.',
    'It is of Scopus and not of OpenAlex, on which the links of the atlas rest. The two are not to be divided by one another.',
  ],
  references: [
    SCIENCE_INDICATORS,
    {
      text: 'Glänzel, W. (2001). National characteristics in international scientific co-authorship relations. Scientometrics, 51, 69–115.',
      doi: '10.1023/A:1010512628145',
    },
    REFERENCES.luukkonen1993,
  ],
  example: {
    sql: `
      SELECT i.country, i.layer, c.in_text AS x, i.year, a.value AS international, p.value AS articles, i.value, wa.value / CAST(wp.value AS DOUBLE) AS world
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN publication_counts a ON a.country = i.country AND a.source = i.source AND a.year = i.year AND a.attribute = 'international'
      JOIN publication_counts p ON p.country = a.country AND p.source = a.source AND p.year = a.year AND p.attribute = 'total' AND p.edition = a.edition
      JOIN publication_counts wa ON wa.country = 'WLD' AND wa.source = a.source AND wa.year = a.year AND wa.attribute = 'international' AND wa.edition = a.edition
      JOIN publication_counts wp ON wp.country = 'WLD' AND wp.source = a.source AND wp.year = a.year AND wp.attribute = 'total' AND wp.edition = a.edition
      WHERE i.indicator = 'international_rate' AND i.country = 'GBR' AND i.year = 2022 AND ${ofNewestEdition('publication_counts', 'a.edition')}`,
    needs: ['country_indicators', 'countries', 'publication_counts'],
    compute: ({ international, articles }) => Number(international) / Number(articles),
    tex: ({ international, articles, value }, n) =>
      String.raw`\frac{${n(international)}}{${n(articles)}} = ${n(value, 3)}`,
    says: ({ x, year, value, world }, n) =>
      `In ${String(year)}, ${n(100 * Number(value), 1)} % of the articles of ${String(x)} had authors in another country, and ${n(100 * Number(world), 1)} % of those of the world had authors in several.`,
  },
  sql: {
    needs: ['publication_counts'],
    query: `
      SELECT i.country, 'papers' AS layer, i.source, i.year, i.value / CAST(p.value AS DOUBLE) AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, ${joinedFlags('i.flag', 'p.flag')} AS flag
      FROM publication_counts i
      JOIN publication_counts p ON p.country = i.country AND p.source = i.source AND p.edition = i.edition AND p.year = i.year
      WHERE i.attribute = 'international' AND p.attribute = 'total' AND p.value > 0 AND i.country <> 'WLD'
        AND ${ofNewestEdition('publication_counts', 'i.edition')}`,
  },
};
