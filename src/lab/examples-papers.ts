import type { Example } from './examples.ts';

/** Papers, alone and beside students. */
export const PAPERS_EXAMPLES: readonly Example[] = [
  {
    id: 'size-taken-out',
    question: 'Which partners are close to South Africa once their size is taken out?',
    look: 'Look whether the largest partners by number are among the closest. Affinity is one number for the pair; RIC says what the partner is to South Africa, and the other way what South Africa is to the partner. Its lower limit puts the sure ones first.',
    sql: `-- Affinity and RIC of shared papers, 2022. Change ZAF to any other country.
WITH sides AS (
  SELECT origin, destination, indicator, value, low
  FROM pair_indicators
  WHERE layer = 'papers' AND source = 'openalex-copublications' AND year = 2022
    AND indicator IN ('affinity', 'ric') AND 'ZAF' IN (origin, destination))
SELECT c.short_name AS partner, t.value AS papers, round(a.value, 1) AS affinity,
       round(r.value, 1) AS ric, round(r.low, 1) AS ric_low, round(b.value, 1) AS ric_other_way
FROM sides r
JOIN sides b ON b.indicator = 'ric' AND b.origin = r.destination
JOIN sides a ON a.indicator = 'affinity' AND a.origin = 'ZAF' AND a.destination = r.destination
JOIN ties t ON t.layer = 'papers' AND t.source = 'openalex-copublications'
  AND t.country = 'ZAF' AND t.partner = r.destination AND t.year = 2022
JOIN countries c ON c.iso3 = r.destination
WHERE r.indicator = 'ric' AND r.origin = 'ZAF'
ORDER BY r.low DESC, partner
LIMIT 15`,
  },
  {
    id: 'before-and-after-widening',
    question: 'Did those who joined the European Union in 2004 turn to its older members?',
    look: 'Look how far the shares move: who joined later may have been close before. Shares are of links, a paper of three countries counting once for each of its pairs, and before and after is no effect.',
    sql: `-- Links with members of before 2004, of all links of a new member, three years each.
WITH members AS (
  SELECT country, from_date FROM group_members WHERE group_id = 'eu'),
links AS (
  SELECT t.country, CASE WHEN t.year <= 2003 THEN 'before' ELSE 'after' END AS period,
         100.0 * sum(CASE WHEN m.from_date < '2004-05-01' THEN t.value ELSE 0 END) / sum(t.value) AS percent
  FROM ties t
  LEFT JOIN members m ON m.country = t.partner
  WHERE t.layer = 'papers' AND t.source = 'openalex-copublications'
    AND (t.year BETWEEN 2001 AND 2003 OR t.year BETWEEN 2011 AND 2013)
    AND t.country IN (SELECT country FROM members WHERE from_date = '2004-05-01')
  GROUP BY ALL)
SELECT c.short_name AS country,
       round(max(CASE WHEN period = 'before' THEN percent END), 1) AS percent_2001_2003,
       round(max(CASE WHEN period = 'after' THEN percent END), 1) AS percent_2011_2013
FROM links l
JOIN countries c ON c.iso3 = l.country
GROUP BY c.short_name
ORDER BY c.short_name`,
  },
  {
    id: 'students-without-papers',
    question: 'Who exchanges many students and writes few papers together?',
    look: 'Look at the two places, from 0 (weakest for its size) to 100 (strongest): students know the way, researchers do not take it. That may be a chance for joint programmes.',
    sql: `-- Pairs of countries in both layers, 2018: places among all pairs, by what
-- their sizes let one expect. layer_gaps has it for every two layers.
SELECT a.short_name AS one, b.short_name AS other,
       CAST(g.second_links AS INTEGER) AS students, CAST(g.first_links AS INTEGER) AS papers,
       round(100 * g.second_percentile) AS place_students,
       round(100 * g.first_percentile) AS place_papers, g.flag
FROM layer_gaps g
JOIN countries a ON a.iso3 = g.origin
JOIN countries b ON b.iso3 = g.destination
WHERE g.first_layer = 'papers' AND g.first_source = 'openalex-copublications'
  AND g.second_layer = 'students' AND g.second_source = 'uis-student-flows'
  AND g.year = 2018 AND g.second_links >= 5000
ORDER BY g.gap, one, other
LIMIT 15`,
  },
  {
    id: 'ego-network',
    question: 'Who are Brazil’s eight largest partners, and how are they tied to each other?',
    look: 'Look at the ties without Brazil: where they are stronger than its own, Brazil’s partners meet without it. The rows are the network of one country, ready for a graph.',
    sql: `-- Shared papers of 2022 among Brazil and its eight largest partners.
WITH circle AS (
  SELECT 'BRA' AS country
  UNION ALL
  (SELECT partner FROM ties
   WHERE layer = 'papers' AND source = 'openalex-copublications'
     AND country = 'BRA' AND year = 2022
   ORDER BY value DESC LIMIT 8))
SELECT a.short_name AS one, b.short_name AS other, f.value AS papers, f.flag
FROM flows f
JOIN countries a ON a.iso3 = f.origin
JOIN countries b ON b.iso3 = f.destination
WHERE f.layer = 'papers' AND f.source = 'openalex-copublications' AND f.year = 2022
  AND f.origin IN (SELECT country FROM circle)
  AND f.destination IN (SELECT country FROM circle)
ORDER BY papers DESC, one, other`,
  },
  {
    id: 'more-than-distance-explains',
    question: 'Which pairs share far more papers than size, distance and language let one expect?',
    look: 'Look for what the model does not know: a border of yesterday, a scholarship programme, a diaspora. The lower limit of the ratio says how sure it is that there is something.',
    sql: `-- Observed over expected in the gravity model of papers, 2022.
SELECT a.short_name AS one, b.short_name AS other,
       g.observed, round(g.expected) AS expected,
       round(g.ratio, 1) AS ratio, round(g.low, 1) AS low, round(g.high, 1) AS high, g.flag
FROM gravity_pairs g
JOIN countries a ON a.iso3 = g.origin
JOIN countries b ON b.iso3 = g.destination
WHERE g.layer = 'papers' AND g.source = 'openalex-copublications' AND g.to_year = 2022
  -- each pair is there in both orders
  AND g.origin < g.destination AND g.observed >= 500
ORDER BY g.low DESC, one, other
LIMIT 15`,
  },
];
