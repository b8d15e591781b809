import { facts } from '../../../publication/fact.ts';

const H2020 = 'cordis-h2020';
const share = (years: string, year: string): string => `
  SELECT sum(university_firm_projects) / sum(cross_border_projects) AS value, ${year} AS year
  FROM project_participation WHERE source = '${H2020}' AND theme = 'all' AND country = 'WLD' AND ${years}`;
/** Members while the programme ran, so with the United Kingdom. */
const memberShares = (size: string): string => `
  SELECT country, sum(university_firm_projects) / sum(cross_border_projects) AS share
  FROM project_participation
  WHERE source = '${H2020}' AND theme = 'all' AND country IN (
    SELECT country FROM group_members WHERE group_id = 'eu' AND from_date <= '2014-01-01' AND (to_date IS NULL OR to_date > '2014-01-01'))
  GROUP BY country HAVING sum(cross_border_projects) ${size}`;
const MEMBERS = memberShares('>= 300');
const ofMembers = (what: string): string => `SELECT ${what} AS value, '2014–2022' AS year FROM (${MEMBERS})`;
const GROUPS = 'crosscurrents-groups';

export default facts({
  share: {
    says: 'of the shared projects of Horizon 2020 join a university of one country and a firm of another',
    sql: share('TRUE', "'2014–2022'"),
    sources: [H2020],
    format: 'percent',
    stated: 0.639,
    must: ['common', (v) => v > 0.25],
  },
  top_place: {
    says: 'has the largest share among the members of the Union while Horizon 2020 ran',
    sql: ofMembers('arg_max(country, share)'),
    sources: [H2020, GROUPS],
    format: 'place',
    stated: 'IRL',
  },
  top_share: {
    says: 'of its shared projects join a university and a firm',
    sql: ofMembers('max(share)'),
    sources: [H2020, GROUPS],
    format: 'percent',
    stated: 0.6934,
  },
  least_place: {
    says: 'has the smallest share among the members of the Union while Horizon 2020 ran',
    sql: ofMembers('arg_min(country, share)'),
    sources: [H2020, GROUPS],
    format: 'place',
    stated: 'LVA',
  },
  least_share: {
    says: 'of its shared projects join a university and a firm',
    sql: ofMembers('min(share)'),
    sources: [H2020, GROUPS],
    format: 'percent',
    stated: 0.3545,
  },
  members: {
    says: 'countries that were members of the Union while Horizon 2020 ran and have three hundred shared projects or more, each with a share above one quarter',
    sql: `${ofMembers('count(*)')} HAVING min(share) > 0.25`,
    sources: [H2020, GROUPS],
    format: 'count',
    stated: 27,
  },
  left_out: {
    says: 'alone among these members had fewer than three hundred shared projects',
    sql: `SELECT max(country) AS value, '2014–2022' AS year FROM (${memberShares('< 300')}) HAVING count(*) = 1`,
    sources: [H2020, GROUPS],
    format: 'Place',
    stated: 'MLT',
  },
  share_2015: {
    says: 'of the shared projects begun in 2015 join a university of one country and a firm of another',
    sql: share('year = 2015', '2015'),
    sources: [H2020],
    format: 'percent',
    stated: 0.6767,
  },
  share_2016: {
    says: 'of the shared projects begun in 2016 join a university of one country and a firm of another',
    sql: share('year = 2016', '2016'),
    sources: [H2020],
    format: 'percent',
    stated: 0.6172,
  },
  share_2020: {
    says: 'of the shared projects begun in 2020 join a university of one country and a firm of another',
    sql: share('year = 2020', '2020'),
    sources: [H2020],
    format: 'percent',
    stated: 0.6559,
    must: ['no clear growth', (v) => v < 0.69],
  },
});
