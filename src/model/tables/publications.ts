import { amount, choice, count, flag, iso3, source, text, year, type TableSchema } from './fields.ts';

const edition = text(
  'edition',
  'Edition of Science & Engineering Indicators (SEI2024); each draws on Scopus anew, so two editions are never one series.',
  true,
);

/** Articles as the United States' Science & Engineering Indicators count them, on Scopus: a second base beside OpenAlex. */
export const PUBLICATIONS = {
  publication_counts: {
    title: 'Articles by kind of authorship',
    description:
      'Articles of a country by year and by who wrote them together, whole counting. 46 economies and the world (WLD), as NCSES counts them on Scopus. Domestic and international articles do not add up to all: of some articles the addresses are incomplete.',
    made: 'ingest',
    world: true,
    primaryKey: ['source', 'edition', 'country', 'attribute', 'year'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      source,
      edition,
      iso3('country', 'Country, or WLD for the world'),
      choice(
        'attribute',
        'Which articles: all; with institutions of several countries; with institutions of one country only, those of a single institution among them; of several institutions, at home or abroad.',
        ['total', 'international', 'domestic only', 'multiple institutions'],
      ),
      year,
      count('value', 'articles', 'Articles.'),
      flag,
    ],
  },
  publication_pairs: {
    title: 'Articles of pairs of countries',
    description:
      "Articles with authors in both countries, whole counting, in the two years that an edition gives, between 42 to 46 economies: those with at least 1 % of the world's international articles, so that an absent pair is not zero. With the publisher's own index of collaboration, whose world total counts articles and not links (see the methods).",
    made: 'ingest',
    pairs: 'once',
    primaryKey: ['source', 'edition', 'origin', 'destination', 'year'],
    references: { source: 'sources', origin: 'countries', destination: 'countries' },
    fields: [
      source,
      edition,
      iso3('origin', 'Country with the smaller code'),
      iso3('destination', 'Country with the larger code'),
      year,
      count('value', 'articles', 'Articles with authors in both.'),
      amount(
        'collaboration_index',
        'ratio',
        "The publisher's index, (articles of both / international articles of one) / (international articles of the other / those of the world); 1 is as expected from the two sizes.",
      ),
      flag,
    ],
  },
  publication_fields: {
    title: 'Articles by field',
    description:
      'Articles of a country by field of science and year, by whole and fractional counting, and the share of its articles among the 1 % most cited of the world, which is 1 % for the world itself. Without a share are countries with no or too few articles in the field. Fractional counts of all fields together are not among the tables.',
    made: 'ingest',
    world: true,
    primaryKey: ['source', 'edition', 'country', 'field', 'measure', 'counting', 'year'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      source,
      edition,
      iso3('country', 'Country, or WLD for the world'),
      text(
        'field',
        "Field of science; 'all' for all. Shares are of articles in journals; for computer and information sciences there is a second field with conference proceedings.",
        true,
      ),
      choice('measure', 'Articles, or the share of them in the top 1 % (percent).', [
        'articles',
        'top 1 % share',
      ]),
      choice('counting', 'Whole: 1 for each country of an article. Fractional: shares of 1.', [
        'whole',
        'fractional',
      ]),
      year,
      amount('value', 'articles or percent', 'Articles (fractional counts are no whole numbers) or percent.'),
      flag,
    ],
  },
} as const satisfies Record<string, TableSchema>;
