import type { Example } from './examples.ts';

/** Funded projects and proposals for them. */
export const PROJECTS_EXAMPLES: readonly Example[] = [
  {
    id: 'success-rates',
    question: 'Who won most often in Horizon 2020?',
    look: 'Look at the participations evaluated too: countries that ask often and those that ask seldom can have the same rate. A participation is an organisation in a proposal, so a proposal of ten counts ten times.',
    sql: `-- Participations in funded proposals of all evaluated, 2014 to 2020 (eCORDA).
SELECT c.short_name AS country,
       CAST(sum(s.evaluated) AS INTEGER) AS evaluated,
       CAST(sum(s.successful) AS INTEGER) AS successful,
       round(100.0 * sum(s.successful) / sum(s.evaluated), 1) AS percent
FROM success_rates s
JOIN countries c ON c.iso3 = s.country
WHERE s.source = 'ecorda-participation' AND s.framework = 'Horizon 2020'
GROUP BY c.short_name
HAVING sum(s.evaluated) >= 2000
ORDER BY sum(s.successful) / sum(s.evaluated) DESC, c.short_name
LIMIT 15`,
  },
  {
    id: 'ties-that-lasted',
    question: 'With whom do Poland’s ties of organisations outlive a programme?',
    look: 'Look for partners with many pairs and a low share: there each programme begins anew. Only universities and research organisations that could be matched in both programmes are counted.',
    sql: `-- Pairs of a Polish organisation and one abroad in Horizon 2020, and how many
-- of them had shared a project in the Seventh Framework Programme.
WITH pairs AS (
  SELECT t.a, t.b, CASE WHEN a.country = 'POL' THEN b.country ELSE a.country END AS partner
  FROM organisation_ties t
  JOIN organisations a ON a.id = t.a
  JOIN organisations b ON b.id = t.b
  WHERE t.source = 'cordis-h2020'
    AND a.country <> b.country AND 'POL' IN (a.country, b.country)
  GROUP BY ALL)
SELECT c.short_name AS partner, count(*) AS pairs, count(p.a) AS renewed,
       round(100.0 * count(p.a) / count(*)) AS percent
FROM pairs s
JOIN countries c ON c.iso3 = s.partner
LEFT JOIN organisation_persistence p ON p.a = s.a AND p.b = s.b
GROUP BY c.short_name
HAVING count(*) >= 100
ORDER BY count(p.a) / count(*) DESC, c.short_name
LIMIT 15`,
  },
];
