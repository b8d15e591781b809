import type { Relation } from '../../model/release.ts';
import { wilson } from '../intervals.ts';

const { low, high } = wilson('projects', 'of_country');

/**
 * Specialisation of a country's shared projects by theme, all years of start pooled: the theme's share in its projects over
 * the theme's share in those of all countries (Balassa's index). Whole counting on both sides: a project counts once for
 * each country in it, so that the mean over countries by their projects is one. Zeros are rows.
 */
export const themeSpecialisation: Relation = {
  name: 'theme_specialisation',
  description:
    'How much larger the share of a theme is in the shared projects of a country than in those of all countries: Balassa’s index with its 95 % interval, all years of start pooled, a project counted once for each country in it. Zeros are there.',
  stored: false,
  needs: ['project_participation'],
  sql: `
    WITH pooled AS (
      SELECT source, theme, country, CAST(sum(cross_border_projects) AS DOUBLE) AS n
      FROM project_participation WHERE country <> 'WLD' GROUP BY source, theme, country),
    everyone AS (SELECT source, theme, sum(n) AS n FROM pooled GROUP BY source, theme),
    span AS (
      SELECT source, CAST(min(year) AS INTEGER) AS from_year, CAST(max(year) AS INTEGER) AS to_year
      FROM project_participation WHERE theme = 'all' GROUP BY source)
    SELECT source, theme, country, from_year, to_year, CAST(projects AS INTEGER) AS projects,
           round(projects / of_country / share, 6) AS value, round((${low}) / share, 6) AS low, round((${high}) / share, 6) AS high
    FROM (
      SELECT c.source, t.theme, c.country, s.from_year, s.to_year, coalesce(x.n, 0) AS projects, c.n AS of_country, t.n / w.n AS share
      FROM pooled c
      JOIN span s ON s.source = c.source
      JOIN everyone w ON w.source = c.source AND w.theme = 'all'
      JOIN everyone t ON t.source = c.source AND t.theme <> 'all' AND t.n > 0
      LEFT JOIN pooled x ON x.source = c.source AND x.theme = t.theme AND x.country = c.country
      WHERE c.theme = 'all' AND c.n > 0)`,
};
