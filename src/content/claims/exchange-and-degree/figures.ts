import { figures, linesOfQuery } from '../../../publication/query-figure.ts';

export default figures(
  linesOfQuery({
    id: 'types',
    layer: 'students',
    sql: `
      SELECT CASE t.kind WHEN 'degree' THEN 'Degree' WHEN 'exchange' THEN 'Exchange' WHEN 'language' THEN 'Learners of Chinese' ELSE 'Short stay' END AS series,
             t.year, 100.0 * sum(t.value) / min(b.base) AS value
      FROM taiwan_foreign_students t
      JOIN (SELECT kind, sum(value) AS base FROM taiwan_foreign_students WHERE source = 'taiwan-foreign-students' AND year = 2019 GROUP BY kind) b ON b.kind = t.kind
      WHERE t.source = 'taiwan-foreign-students' AND t.kind IN ('degree', 'exchange', 'language', 'short stay') AND t.year BETWEEN 2014 AND 2023
      GROUP BY t.kind, t.year ORDER BY t.kind, t.year`,
    needs: ['taiwan_foreign_students'],
    sources: ['taiwan-foreign-students'],
    title: () =>
      'In 2020 Taiwan kept nearly all its degree students; exchange fell and came back, short stays only in part',
    axis: 'Students, 2019 as one hundred',
    neutral: [100, 'as in 2019'],
    measure: { unit: '', digits: 0 },
    notes: [
      'Each type over its own number in 2019. Visitors from mainland China are among the short stays, not the exchange students.',
    ],
  }),
);
