import { facts } from '../../../publication/fact.ts';

const H2020 = 'cordis-h2020';
const NCSES = 'ncses-publications/scopus';
const share = (year: number): string => `
  SELECT sum(cross_border_projects) FILTER (WHERE theme IN ('health', 'energy', 'climate', 'food')) / sum(cross_border_projects) FILTER (WHERE theme = 'all') AS value, ${year} AS year
  FROM project_participation WHERE source = '${H2020}' AND country = 'WLD' AND year = ${year}`;
const shared = (theme: string): string => `
  SELECT sum(cross_border_projects) / sum(projects) AS value, '2014–2022' AS year
  FROM project_participation WHERE source = '${H2020}' AND country = 'WLD' AND theme = '${theme}'`;
const grown = (field: string): string => `
  SELECT max(value) FILTER (WHERE year = 2022) / max(value) FILTER (WHERE year = 2003) AS value, '2003–2022' AS year
  FROM publication_fields WHERE source = '${NCSES}' AND edition = 'SEI2024' AND country = 'WLD' AND measure = 'articles' AND counting = 'whole' AND field = '${field}'`;

export default facts({
  share_first: {
    says: 'of shared projects of Horizon 2020 are on health, energy, climate or food, at most',
    sql: share(2015),
    sources: [H2020],
    format: 'percent',
    stated: 0.2436,
  },
  share_dip: {
    says: 'of shared projects of Horizon 2020 are on health, energy, climate or food, at most; the lowest of the six years, with a rise in each year after it',
    sql: `
      SELECT min(value) AS value, arg_min(year, value) AS year
      FROM (SELECT value, year, value - lag(value) OVER (ORDER BY year) AS rise FROM (${[2015, 2016, 2017, 2018, 2019, 2020].map(share).join(' UNION ALL ')}))
      HAVING arg_min(year, value) = 2017 AND min(rise) FILTER (WHERE year > 2017) > 0`,
    sources: [H2020],
    format: 'percent',
    stated: 0.2114,
  },
  share_last: {
    says: 'of shared projects of Horizon 2020 are on health, energy, climate or food, at most',
    sql: share(2020),
    sources: [H2020],
    format: 'percent',
    stated: 0.2676,
  },
  health_shared: {
    says: 'of the health projects have participants in several countries',
    sql: shared('health'),
    sources: [H2020],
    format: 'percent',
    stated: 0.6561,
  },
  all_shared: {
    says: 'of all projects have participants in several countries',
    sql: shared('all'),
    sources: [H2020],
    format: 'percent',
    stated: 0.3481,
  },
  nature: {
    says: 'times as many articles on natural resources and conservation, world',
    sql: grown('natural resources and conservation'),
    sources: [NCSES],
    format: 'times',
    stated: 5.514,
  },
  all_fields: {
    says: 'times as many articles in all fields, world',
    sql: grown('all'),
    sources: [NCSES],
    format: 'times',
    stated: 2.705,
  },
  health: {
    says: 'times as many articles in health sciences, world',
    sql: grown('health sciences'),
    sources: [NCSES],
    format: 'times',
    stated: 2.271,
    must: ['more slowly than the whole', (v) => v < 2.7],
  },
});
