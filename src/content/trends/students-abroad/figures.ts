import { figures, linesOfQuery } from '../../../publication/query-figure.ts';

export default figures(
  linesOfQuery({
    id: 'hosts',
    layer: 'students',
    sql: `
      SELECT c.short_name AS series, t.year, 100 * t.value / w.value AS value, t.flag
      FROM totals t
      JOIN totals w ON w.year = t.year AND w.country = 'WLD' AND w.measure = t.measure AND w.source = t.source
      JOIN countries c ON c.iso3 = t.country
      WHERE t.measure = 'inbound_students' AND t.source = 'uis-student-totals' AND t.year BETWEEN 2013 AND 2022
        AND t.country IN ('USA', 'GBR', 'AUS', 'DEU', 'TUR')
      ORDER BY array_position(['USA', 'GBR', 'AUS', 'DEU', 'TUR'], t.country), t.year`,
    needs: ['totals', 'countries'],
    sources: ['uis-student-totals'],
    title: (rows) =>
      `Shares of five hosts in all students abroad, ${Math.min(...rows.map((r) => r.year))}–${Math.max(...rows.map((r) => r.year))}`,
    axis: 'Share of the world total (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      'A gap in a line is a year that the host did not report.',
      'The world total is an estimate by UNESCO that fills in for hosts that are silent.',
    ],
  }),
);
