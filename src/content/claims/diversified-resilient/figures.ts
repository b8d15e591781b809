import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'kept',
    layer: 'students',
    sql: `
      WITH tests AS (
        SELECT * FROM (VALUES
          (1, 'Students', 'effective_origins', 'uis-student-flows', 'inbound_students', 'uis-student-totals', 2020, 2021, 1000),
          (2, 'Scholars, OpenAlex', 'effective_origins', 'scholarly-migration/openalex', 'scholars_in', 'scholarly-migration/openalex', 2019, 2020, 100),
          (3, 'Scholars, Scopus', 'effective_origins', 'scholarly-migration/scopus', 'scholars_in', 'scholarly-migration/scopus', 2019, 2020, 100),
          (4, 'Papers', 'effective_partners', 'openalex-copublications', 'international_works', 'openalex-copublications', 2020, 2022, 500)
        ) v(place, what, indicator, spread_source, measure, source, before, after, least)),
      spreads AS (
        SELECT indicator, source, country, arg_max(value, year) AS spread FROM country_indicators
        WHERE indicator IN ('effective_origins', 'effective_partners') AND year BETWEEN 2016 AND 2019 GROUP BY indicator, source, country),
      thirds AS (
        SELECT v.place, v.what, n.value * 100.0 / t.value AS kept, ntile(3) OVER (PARTITION BY v.place ORDER BY e.spread, t.country) AS third
        FROM tests v
        JOIN totals t ON t.measure = v.measure AND t.source = v.source AND t.year = v.before AND t.value >= v.least AND t.country <> 'WLD'
        JOIN totals n ON n.country = t.country AND n.measure = t.measure AND n.source = t.source AND n.year = v.after
        JOIN spreads e ON e.country = t.country AND e.indicator = v.indicator AND e.source = v.spread_source)
      SELECT what || (CASE third WHEN 1 THEN ': narrow' WHEN 2 THEN ': middle' ELSE ': wide' END) AS name, median(kept) AS value,
        CASE WHEN place = 1 THEN 'students' WHEN place = 4 THEN 'papers' ELSE 'scholars' END AS layer
      FROM thirds GROUP BY place, what, third ORDER BY place, third`,
    needs: ['totals', 'country_indicators'],
    sources: [
      'uis-student-totals',
      'uis-student-flows',
      'scholarly-migration/openalex',
      'scholarly-migration/scopus',
      'openalex-copublications',
    ],
    title: () =>
      'Places with a wide spread of partners kept about as much through the shock as those with a narrow one',
    column: 'Layer and spread of partners',
    measure: { unit: '%', digits: 0 },
    notes: [
      'Value after the shock in per cent of the value before, median of a third of the places by spread of partners. Years as in the text.',
      'Places with a thousand students, a hundred scholars moving in, or five hundred papers or more.',
    ],
  }),
);
