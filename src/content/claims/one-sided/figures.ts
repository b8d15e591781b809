import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'sides',
    layer: 'students',
    sql: `
      WITH moves AS (
        SELECT source, least(origin, destination) AS a, greatest(origin, destination) AS b,
               sum(CASE WHEN origin < destination THEN value ELSE 0 END) AS x, sum(CASE WHEN origin > destination THEN value ELSE 0 END) AS y
        FROM flows WHERE source IN ('scholarly-migration/scopus', 'scholarly-migration/openalex') AND year BETWEEN 2015 AND 2019
        GROUP BY source, a, b),
      students AS (
        SELECT source, least(origin, destination) AS a, greatest(origin, destination) AS b, max(value) AS x, min(value) AS y
        FROM flows WHERE source = 'uis-student-flows' AND year = 2018 GROUP BY source, a, b HAVING count(*) = 2)
      SELECT CASE source WHEN 'uis-student-flows' THEN 'Students' WHEN 'scholarly-migration/scopus' THEN 'Scholars, Scopus' ELSE 'Scholars, OpenAlex' END AS name,
             CASE source WHEN 'uis-student-flows' THEN 'students' ELSE 'scholars' END AS layer,
             100 * avg(CASE WHEN greatest(x, y) >= 2 * least(x, y) THEN 1 ELSE 0 END) AS value
      FROM (SELECT * FROM moves UNION ALL SELECT * FROM students) WHERE x + y >= 100
      GROUP BY source ORDER BY value DESC`,
    needs: ['flows'],
    sources: ['uis-student-flows', 'scholarly-migration/scopus', 'scholarly-migration/openalex'],
    title: () =>
      'In most student ties that are listed both ways one side sends double or more; in few scholar ties it does',
    column: 'Layer and base',
    measure: { unit: '%', digits: 0 },
    notes: [
      'Pairs of countries in which one direction is at least double the other, among pairs with a hundred or more in both together.',
      'Students in 2018, only pairs that are listed both ways; scholars from 2015 to 2019 together.',
    ],
  }),
);
