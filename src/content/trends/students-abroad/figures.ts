import { measured } from '../../../charts/measured.ts';
import { figures, linesOfQuery, yearSpan } from '../../../publication/query-figure.ts';

/** A country's name within a sentence. */
const article = (name: string): string => (name.startsWith('United') ? `the ${name}` : name);

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
    title: (rows) => `Shares of five hosts in all students abroad, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const known = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
      const hosts = new Set(rows.map(({ series }) => series)).size;
      const whole = [...Map.groupBy(known, ({ year }) => year)].filter(([, some]) => some.length === hosts);
      const [year, some = []] = whole.toSorted(([a], [b]) => a - b).at(-1) ?? [];
      const [first, second] = some
        .toSorted((a, b) => b.value - a.value)
        .map(({ series, value }) => ({ series, share: measured(value, { unit: '%', digits: 1 }) }));
      return first && second
        ? `In ${year}, the last year that all of them reported, ${article(first.series)} hosted ${first.share} of all students abroad and ${article(second.series)} ${second.share} (UNESCO UIS).`
        : null;
    },
    axis: 'Share of the world total (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      'A gap in a line is a year that the host did not report.',
      'The world total is an estimate by UNESCO that fills in for hosts that are silent.',
    ],
  }),
);
