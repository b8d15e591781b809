import type { Example } from './examples.ts';

/** Students and scholars. */
export const PEOPLE_EXAMPLES: readonly Example[] = [
  {
    id: 'one-host',
    question: 'Whose students abroad depend on one host country?',
    look: 'Look for the share of the first host: a change of its visa rules is felt by that part of all students whom the country sends. Totals abroad are derived, hence the flag e, and leave out hosts that publish no total.',
    sql: `-- The largest host of each origin with 10,000 students abroad or more, 2018.
SELECT o.short_name AS origin, h.short_name AS largest_host,
       f.value AS students, t.value AS all_abroad,
       round(100.0 * f.value / t.value) AS percent,
       f.flag AS flag_students, t.flag AS flag_abroad
FROM flows f
JOIN totals t ON t.country = f.origin AND t.year = f.year
  AND t.source = 'uis-student-totals' AND t.measure = 'outbound_students'
JOIN countries o ON o.iso3 = f.origin
JOIN countries h ON h.iso3 = f.destination
WHERE f.layer = 'students' AND f.source = 'uis-student-flows' AND f.year = 2018
  AND t.value >= 10000
  -- a host that reported only a part (flag u) would look smaller than it is
  AND NOT coalesce(contains(f.flag, 'u'), false)
QUALIFY row_number() OVER (PARTITION BY f.origin ORDER BY f.value DESC) = 1
ORDER BY percent DESC, origin
LIMIT 15`,
  },
  {
    id: 'one-way',
    question: 'Where do students go one way only?',
    look: 'Look at the last column: how many go for each one who comes back the other way. Only pairs in which both directions are in the source are there, as a direction that is not listed is not zero.',
    sql: `-- Exchanges of students in 2018 with 5,000 or more in both directions together.
SELECT o.short_name AS origin, d.short_name AS destination,
       e.c AS there, e.r AS back, e.flag,
       round(e.c / e.r) AS for_each_one_back
FROM exchanges e
JOIN countries o ON o.iso3 = e.origin
JOIN countries d ON d.iso3 = e.destination
WHERE e.layer = 'students' AND e.source = 'uis-student-flows' AND e.year = 2018
  AND e.r > 0 AND e.c + e.r >= 5000
  -- where one side reported only a part (flag u), the other looks too large
  AND NOT coalesce(contains(e.flag, 'u'), false)
ORDER BY e.c / e.r DESC, origin
LIMIT 15`,
  },
  {
    id: 'hosts-without-data',
    question: 'Which large hosts are missing from the flows of students, and when?',
    look: 'Look for the years without data before you compare any two years: a fall of a flow is often a host that stopped reporting.',
    sql: `-- The largest hosts of 2013 to 2019, with the years in which less than nine
-- tenths of their students from abroad are there by origin.
SELECT c.short_name AS host, max(v.expected) AS largest_total,
       count(CASE WHEN v.status = 'reported' THEN 1 END) AS years_reported,
       string_agg(CASE WHEN v.status = 'partly reported' THEN v.year END, ', ' ORDER BY v.year) AS partly,
       string_agg(CASE WHEN v.status = 'not reported' THEN v.year END, ', ' ORDER BY v.year) AS not_reported
FROM coverage v
JOIN countries c ON c.iso3 = v.country
WHERE v.layer = 'students' AND v.source = 'uis-student-flows'
  AND v.year BETWEEN 2013 AND 2019
GROUP BY c.short_name
HAVING max(v.expected) IS NOT NULL
ORDER BY largest_total DESC
LIMIT 15`,
  },
  {
    id: 'growth-without-breaks',
    question: 'Which hosts grew most from 2010 to 2020, with no break in between?',
    look: 'Look for hosts that are absent: those whose series breaks on the way are left out, for part of their growth is a new way of counting.',
    sql: `-- Students from abroad in 2010 and 2020, hosts with 5,000 or more in 2010.
SELECT c.short_name AS host, a.value AS in_2010, b.value AS in_2020,
       round(b.value / a.value, 1) AS times_as_many, b.flag
FROM totals a
JOIN totals b ON b.country = a.country AND b.measure = a.measure
  AND b.source = a.source AND b.year = 2020
JOIN countries c ON c.iso3 = a.country
WHERE a.measure = 'inbound_students' AND a.source = 'uis-student-totals' AND a.year = 2010
  AND a.value >= 5000
  -- no growth rate across a break in the series (flag b)
  AND NOT EXISTS (
    SELECT 1 FROM totals t
    WHERE t.country = a.country AND t.measure = a.measure AND t.source = a.source
      AND t.year BETWEEN 2011 AND 2020 AND contains(t.flag, 'b'))
ORDER BY b.value / a.value DESC, host
LIMIT 15`,
  },
  {
    id: 'two-sources',
    question: 'Where do two sources disagree on whether scholars come or go?',
    look: 'Look at the signs: one source sees a gain where the other sees a loss, from publications in two bases. A number of either alone would hide that, so no policy should rest on it.',
    sql: `-- Scholars who came less those who went, 2016 to 2020, once in each base.
WITH net AS (
  SELECT country, source,
         CAST(sum(CASE measure WHEN 'scholars_in' THEN value ELSE -value END) AS INTEGER) AS net
  FROM totals
  WHERE measure IN ('scholars_in', 'scholars_out') AND year BETWEEN 2016 AND 2020
    AND source IN ('scholarly-migration/scopus', 'scholarly-migration/openalex')
  GROUP BY country, source)
SELECT c.short_name AS country, s.net AS net_in_scopus, o.net AS net_in_openalex
FROM net s
JOIN net o ON o.country = s.country AND o.source = 'scholarly-migration/openalex'
JOIN countries c ON c.iso3 = s.country
WHERE s.source = 'scholarly-migration/scopus'
  AND s.net * o.net < 0
ORDER BY least(abs(s.net), abs(o.net)) DESC, country
LIMIT 15`,
  },
];
