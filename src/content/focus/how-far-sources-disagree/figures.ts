import { measured } from '../../../charts/measured.ts';
import { figures, linesOfQuery, yearSpan } from '../../../publication/query-figure.ts';

const whole = (value: number): string => measured(value, { unit: '', digits: 0 });

export default figures(
  linesOfQuery({
    id: 'direction',
    layer: 'papers',
    sql: `
      WITH changes AS (
        SELECT o.year, o.value > p.value AS papers_rise, n.value > m.value AS articles_rise
        FROM totals o
        JOIN totals p ON p.country = o.country AND p.source = o.source AND p.measure = o.measure AND p.year = o.year - 1
        JOIN publication_counts n ON n.country = o.country AND n.year = o.year
        JOIN publication_counts m ON m.country = n.country AND m.source = n.source AND m.edition = n.edition AND m.attribute = n.attribute AND m.year = n.year - 1
        WHERE o.measure = 'international_works' AND o.source = 'openalex-copublications' AND o.country <> 'WLD' AND o.year <= 2022
          AND n.source = 'ncses-publications/scopus' AND n.edition = 'SEI2024' AND n.attribute = 'international')
      SELECT 'falls in OpenAlex' AS series, year, CAST(sum(CASE WHEN NOT papers_rise THEN 1 ELSE 0 END) AS DOUBLE) AS value FROM changes GROUP BY year
      UNION ALL
      SELECT 'falls in NCSES', year, CAST(sum(CASE WHEN NOT articles_rise THEN 1 ELSE 0 END) AS DOUBLE) FROM changes GROUP BY year
      UNION ALL
      SELECT 'opposite signs', year, CAST(sum(CASE WHEN papers_rise <> articles_rise THEN 1 ELSE 0 END) AS DOUBLE) FROM changes GROUP BY year
      ORDER BY series, year`,
    needs: ['totals', 'publication_counts'],
    sources: ['openalex-copublications', 'ncses-publications/scopus'],
    title: (rows) =>
      `Economies whose international papers fell from the year before in OpenAlex, in NCSES, and in one of them alone, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [openalex, ncses, opposite] = ['falls in OpenAlex', 'falls in NCSES', 'opposite signs'].map(
        (series) => whole(rows.find((row) => row.series === series && row.year === 2022)?.value ?? 0),
      );
      return `In 2022 international papers fell in ${openalex} economies by OpenAlex and in ${ncses} by NCSES; in ${opposite} they fell in one and rose in the other.`;
    },
    axis: 'Economies',
    measure: { unit: '', digits: 0 },
    notes: [
      'Any fall counts here, however small: the question is what a headline would say.',
      'Only economies that both sources cover, in the newest edition of NCSES.',
    ],
  }),
  linesOfQuery({
    id: 'visas',
    layer: 'students',
    sql: `
      WITH counts AS (
        SELECT 'Student visas (F-1)' AS series, year, CAST(sum(value) AS DOUBLE) AS value FROM us_student_visas
        WHERE source = 'us-student-visas' AND visa_class = 'F1' GROUP BY year
        UNION ALL
        SELECT 'Students from abroad (UNESCO)', year, CAST(value AS DOUBLE) FROM totals
        WHERE country = 'USA' AND measure = 'inbound_students' AND source = 'uis-student-totals')
      SELECT c.series, c.year, 100 * c.value / b.value AS value
      FROM counts c JOIN counts b ON b.series = c.series AND b.year = 2015
      WHERE c.year BETWEEN 2013 AND 2023 ORDER BY c.series, c.year`,
    needs: ['us_student_visas', 'totals'],
    sources: ['us-student-visas', 'uis-student-totals'],
    title: (rows) =>
      `Student visas and students from abroad in the United States, each against its level in 2015, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [visas, students] = ['Student visas (F-1)', 'Students from abroad (UNESCO)'].map(
        (series) => rows.find((row) => row.series === series && row.year === 2018)?.value ?? null,
      );
      return visas == null || students == null
        ? null
        : `With 2015 as 100, student visas stood at ${whole(visas)} in 2018 and students from abroad at ${whole(students)}.`;
    },
    axis: '2015 = 100',
    measure: { unit: '', digits: 0 },
    neutral: [100, ''],
    notes: [
      'A gap in a line is a year without a report.',
      'Visas are a flow of documents, in years that end in September. Students are a stock of people.',
    ],
  }),
);
