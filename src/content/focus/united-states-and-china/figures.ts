import { list } from '../../../charts/format.ts';
import { measured } from '../../../charts/measured.ts';
import { figures, linesOfQuery, yearSpan } from '../../../publication/query-figure.ts';

export default figures(
  linesOfQuery({
    id: 'shares',
    layer: 'papers',
    sql: `
      SELECT 'OpenAlex' AS panel, CASE w.country WHEN 'CHN' THEN 'Of China’s papers' ELSE 'Of US papers' END AS series,
             f.year, 100.0 * f.value / w.value AS value, f.flag
      FROM flows f
      JOIN totals w ON w.year = f.year AND w.measure = 'international_works' AND w.source = f.source AND w.country IN ('CHN', 'USA')
      WHERE f.source = 'openalex-copublications' AND f.origin = 'CHN' AND f.destination = 'USA' AND f.year BETWEEN 1990 AND 2022
      UNION ALL
      SELECT 'NCSES, Scopus base', CASE w.country WHEN 'CHN' THEN 'Of China’s papers' ELSE 'Of US papers' END,
             p.year, 100.0 * p.value / w.value, p.flag
      FROM publication_pairs p
      JOIN publication_counts w ON w.source = p.source AND w.edition = p.edition AND w.year = p.year
        AND w.attribute = 'international' AND w.country IN ('CHN', 'USA')
      WHERE p.source = 'ncses-publications/scopus' AND p.origin = 'CHN' AND p.destination = 'USA'
        AND NOT (p.edition = 'SEI2020' AND p.year = 1996)
      ORDER BY panel DESC, series, year`,
    needs: ['flows', 'totals', 'publication_pairs', 'publication_counts'],
    sources: ['openalex-copublications', 'ncses-publications/scopus'],
    title: (rows) =>
      `Papers of the United States and China together, as a share of each one’s papers with authors abroad, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [china2018, china2022, usa2018, usa2022] = ['Of China’s papers', 'Of US papers'].flatMap(
        (series) =>
          [2018, 2022].map((year) => {
            const row = rows.find(
              (one) => one.panel === 'OpenAlex' && one.series === series && one.year === year,
            );
            return measured(row?.value ?? 0, { unit: '%', digits: 0 });
          }),
      );
      return `On OpenAlex the two wrote ${china2018} of China’s papers with authors abroad together in 2018 and ${china2022} in 2022; of those of the United States, ${usa2018} and ${usa2022}.`;
    },
    axis: 'Share of papers with authors abroad (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      'NCSES gives the pair for few years, in three editions of its report. Each dot is a share within one edition; dots are not joined. The upper ones are of China’s papers, the lower ones of US papers.',
      'Authors in Hong Kong, Macao and Taiwan count as abroad in OpenAlex. The files of NCSES give Hong Kong and Macao no rows of their own.',
    ],
  }),
  linesOfQuery({
    id: 'visas',
    layer: 'students',
    sql: `
      SELECT c.short_name AS series, v.year, CAST(v.value AS DOUBLE) AS value, v.flag
      FROM us_student_visas v JOIN countries c ON c.iso3 = v.country
      WHERE v.source = 'us-student-visas' AND v.visa_class = 'F1' AND v.country IN ('CHN', 'IND', 'KOR')
      ORDER BY c.short_name, v.year`,
    needs: ['us_student_visas', 'countries'],
    sources: ['us-student-visas'],
    title: (rows) =>
      `Student visas (F-1) issued by the United States to three nationalities, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const last = Math.max(...rows.map(({ year }) => year));
      const some = rows
        .flatMap(({ series, year, value }) => (year === last && value !== null ? [{ series, value }] : []))
        .toSorted((a, b) => b.value - a.value);
      return `In fiscal year ${last} these visas went to ${list(some.map(({ series, value }, i) => `${measured(value, { unit: '', digits: 0 })} ${i === 0 ? 'nationals of' : 'of'} ${series}`))}.`;
    },
    axis: 'Visas issued in the fiscal year',
    measure: { unit: 'visas', digits: 0 },
    notes: [
      'Visas issued, not students enrolled. A fiscal year ends in September.',
      'The line of China breaks at fiscal year 2015: visas of Chinese nationals have been valid for five years since November 2014, those before for one. Fewer are issued for the same number of students.',
      'Consulates were closed for months in 2020 and 2021.',
    ],
  }),
);
