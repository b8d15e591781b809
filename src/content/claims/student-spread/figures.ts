import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'spread',
    layer: 'students',
    sql: `
      WITH kept AS (
        SELECT country, measure FROM totals
        WHERE measure IN ('inbound_students', 'outbound_students') AND source = 'uis-student-totals' AND country <> 'WLD' AND year IN (2005, 2018)
        GROUP BY country, measure HAVING count(*) = 2),
      parts AS (
        SELECT t.measure, t.year, t.value / sum(t.value) OVER (PARTITION BY t.measure, t.year) AS part
        FROM totals t JOIN kept k ON k.country = t.country AND k.measure = t.measure
        WHERE t.source = 'uis-student-totals' AND t.year IN (2005, 2018))
      SELECT (CASE measure WHEN 'inbound_students' THEN 'Hosts, ' ELSE 'Origins, ' END) || CAST(year AS VARCHAR) AS name, 1 / sum(part * part) AS value
      FROM parts GROUP BY measure, year ORDER BY measure, year`,
    needs: ['totals'],
    sources: ['uis-student-totals'],
    title: () =>
      'Students spread more evenly over hosts in 2018 than in 2005, and came less evenly from origins',
    column: 'Side and year',
    measure: { unit: '', digits: 1 },
    notes: [
      'How many hosts or origins of equal size would give the same spread. Only places with both years, so without China.',
      'Hosts and origins are not the same set of places: compare the years of a side, not the sides.',
    ],
  }),
);
