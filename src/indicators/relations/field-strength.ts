import type { Relation } from '../../model/release.ts';
import { ofNewestEdition } from '../countries/science-indicators.ts';
import { joinedFlags } from './joined-flags.ts';

/**
 * Research strength of a country by field and year, from the newest edition: its articles, Balassa's index of them, and the
 * share of them among the 1 % most cited of the world, in percent. Fractional counting throughout: fractions of countries
 * add up to the world, so that both measures are 1 for the world. All fields together are the sum over fields, which do
 * not overlap. The share is empty where the publisher gives none; conference proceedings of computing are not in it.
 */
export const fieldStrength: Relation = {
  name: 'field_strength',
  description:
    'Articles of a country by field and year (fractional counting), how much larger the share of the field is than in the articles of the world (Balassa’s index), and the share of the articles among the 1 % most cited of the world, in percent, where it is given. One edition of Science & Engineering Indicators, the newest.',
  stored: false,
  needs: ['publication_fields'],
  sql: `
    WITH newest AS (
      SELECT source, country, field, year, measure, value, flag FROM publication_fields
      WHERE counting = 'fractional' AND field <> 'all' AND ${ofNewestEdition('publication_fields')}),
    articles AS (SELECT * FROM newest WHERE measure = 'articles'),
    sums AS (SELECT source, country, year, sum(value) AS value FROM articles GROUP BY source, country, year)
    SELECT a.source, a.field, a.country, a.year, a.value AS articles,
           round(a.value / s.value / (w.value / ws.value), 6) AS specialisation, t.value AS top1_share, ${joinedFlags('a.flag', 't.flag')} AS flag
    FROM articles a
    JOIN sums s ON s.source = a.source AND s.country = a.country AND s.year = a.year
    JOIN articles w ON w.source = a.source AND w.field = a.field AND w.year = a.year AND w.country = 'WLD'
    JOIN sums ws ON ws.source = a.source AND ws.year = a.year AND ws.country = 'WLD'
    LEFT JOIN newest t ON t.source = a.source AND t.country = a.country AND t.field = a.field AND t.year = a.year AND t.measure = 'top 1 % share'
    WHERE a.country <> 'WLD' AND s.value > 0 AND w.value > 0`,
};
