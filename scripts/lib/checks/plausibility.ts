import { noRow, type Check } from './check.ts';

/** Rules of arithmetic and of sense that no table can say of itself. */
export const PLAUSIBILITY: readonly Check[] = [
  noRow({
    id: 'papers-within-totals',
    kind: 'plausibility',
    title: 'Two countries share no more papers than either has with the whole world.',
    rows: `SELECT f.origin, f.destination, f.year, f.value, t.country, t.value AS total FROM flows f
      JOIN totals t ON t.source = f.source AND t.year = f.year AND t.measure = 'international_works' AND t.country IN (f.origin, f.destination)
      WHERE f.layer = 'papers'`,
    offends: 'value > total',
  }),
  noRow({
    id: 'projects-within-totals',
    kind: 'plausibility',
    title: 'Two countries share no more projects than either has across borders.',
    rows: `SELECT f.origin, f.destination, f.year, f.value, p.country, p.cross_border_projects FROM flows f
      JOIN project_participation p ON p.source = f.source AND p.theme = 'all' AND p.year = f.year AND p.country IN (f.origin, f.destination)
      WHERE f.source = 'cordis-h2020'`,
    offends: 'value > cross_border_projects',
  }),
  noRow({
    id: 'themes-within-all',
    kind: 'plausibility',
    title: 'No theme has more shared projects of a pair than the whole programme.',
    rows: `SELECT t.theme, t.origin, t.destination, t.year, t.value, f.value AS programme FROM theme_flows t
      LEFT JOIN flows f USING (source, origin, destination, year)`,
    offends: 'programme IS NULL OR value > programme',
  }),
  noRow({
    id: 'parts-of-participation',
    kind: 'plausibility',
    title:
      'Projects across borders, coordinations and projects of universities with firms are parts of what they are taken from.',
    rows: 'SELECT * EXCLUDE (source, contribution, flag) FROM project_participation',
    offends: `cross_border_projects > projects OR projects > participations OR coordinations > participations
      OR cross_border_participations > participations OR cross_border_coordinations > coordinations
      OR cross_border_coordinations > cross_border_participations OR university_firm_projects > cross_border_projects
      OR contribution_missing > participations`,
  }),
  noRow({
    id: 'grants-within-proposals',
    kind: 'plausibility',
    title: 'No country has more successful than evaluated participations in a year of calls.',
    rows: `SELECT s.framework, s.country, s.year, s.participations AS successful, e.participations AS evaluated
      FROM programme_participation s JOIN programme_participation e USING (source, framework, country, year)
      WHERE s.stage = 'successful' AND e.stage = 'evaluated'`,
    offends: 'successful > evaluated',
  }),
  noRow({
    id: 'articles-parts',
    kind: 'plausibility',
    title: 'International and domestic-only articles of several institutions are parts of all articles.',
    rows: `SELECT p.edition, p.country, p.attribute, p.year, p.value, t.value AS total
      FROM publication_counts p JOIN publication_counts t USING (source, edition, country, year)
      WHERE p.attribute <> 'total' AND t.attribute = 'total'`,
    offends: 'value > total',
  }),
  noRow({
    id: 'shares-to-hundred',
    kind: 'plausibility',
    title: 'A share of most cited articles lies between 0 and 100 percent.',
    rows: "SELECT country, field, counting, year, value FROM publication_fields WHERE measure = 'top 1 % share'",
    offends: 'value NOT BETWEEN 0 AND 100',
  }),
  noRow({
    id: 'memberships',
    kind: 'plausibility',
    title:
      'Every membership begins before it ends, and none overlaps another of the same country in the same group.',
    // Without a date a membership begins before every other.
    rows: `SELECT a.group_id, a.country, a.from_date, a.to_date, EXISTS (
        SELECT 1 FROM group_members b WHERE b.group_id = a.group_id AND b.country = a.country
          AND b.from_date > coalesce(a.from_date, '') AND b.from_date <= coalesce(a.to_date, '9999')) AS overlapping
      FROM group_members a`,
    offends: 'from_date > to_date OR overlapping',
  }),
  noRow({
    id: 'distances',
    kind: 'plausibility',
    title:
      'No two places are further apart than half the globe, and neighbours share at least half of their working hours.',
    rows: 'SELECT origin, destination, distance_km, shared_hours FROM pair_context WHERE distance_km IS NOT NULL',
    offends: 'distance_km > 20040 OR shared_hours > 8 OR (distance_km < 500 AND shared_hours < 4)',
  }),
  noRow({
    id: 'ties-of-organisations',
    kind: 'plausibility',
    title: 'Two organisations share no more projects than either has.',
    rows: `SELECT t.a, t.b, t.n AS shared, id, o.projects FROM (SELECT a, b, sum(projects) AS n FROM organisation_ties GROUP BY a, b) t
      CROSS JOIN unnest([a, b]) AS ends(id) JOIN organisations o USING (id)`,
    offends: 'shared > projects',
  }),
];
