/** Ordinal `n` → a size that grows with it: every made-up source counts in the same order of countries. */
const PLACES =
  'AUT,BEL,BGR,CAN,CHN,CYP,CZE,DEU,DNK,ESP,EST,FIN,FRA,GBR,GRC,HRV,HUN,IRL,ITA,LTU,LUX,LVA,MLT,NLD,POL,PRT,ROU,SVK,SVN,SWE,USA';

/** Nine countries make 36 pairs: more than a comparison of two sources needs. */
const NINE = "('CAN', 'CHN', 'DEU', 'ESP', 'FRA', 'GBR', 'ITA', 'POL', 'USA')";

/** What the publishers' own figures need is put in as such: 73,485 papers, 3,599 and 10,947 projects, and so on. */
export const SOUND_ROWS = `
  -- Size of each place, and the pairs of nine of them: only to make rows from.
  CREATE TEMP TABLE size AS SELECT iso3, n::INTEGER AS n FROM (
    SELECT unnest(string_split('${PLACES}', ',')) AS iso3, generate_subscripts(string_split('${PLACES}', ','), 1) AS n);
  CREATE TEMP TABLE two AS
    SELECT a.iso3 AS origin, b.iso3 AS destination, row_number() OVER (ORDER BY a.iso3, b.iso3)::INTEGER AS n
    FROM size a JOIN size b ON a.iso3 < b.iso3 WHERE a.iso3 IN ${NINE} AND b.iso3 IN ${NINE};

  INSERT INTO countries BY NAME
    SELECT iso3, iso3[:2] AS iso2, lpad(n::VARCHAR, 3, '0') AS m49, iso3 AS name_en, iso3 AS name_fr, iso3 AS name_es, iso3 AS name_ru,
      iso3 AS name_ar, iso3 AS name_zh, iso3 AS short_name, iso3 AS in_text, 'Region' AS region, n AS anchor_lon, n AS anchor_lat,
      'High income' AS income_group FROM size;

  -- Papers: the same pairs in two bases, with totals above every pair.
  INSERT INTO flows BY NAME
    SELECT 'papers' AS layer, 'openalex-copublications' AS source, origin, destination, y.year,
      CASE WHEN (origin, destination, y.year) = ('CHN', 'USA', 2019) THEN 73485 ELSE 1000 + 40 * n END AS value
    FROM two, (VALUES (2018), (2019)) y(year);
  INSERT INTO totals BY NAME
    SELECT iso3 AS country, 'international_works' AS measure, 'openalex-copublications' AS source, y.year,
      50000 + 1000 * n + CASE WHEN iso3 IN ('CHN', 'USA') THEN 73485 ELSE 0 END AS value
    FROM size, (VALUES (2018), (2019)) y(year);
  INSERT INTO publication_pairs BY NAME
    SELECT 'ncses-publications/scopus' AS source, e.edition, origin, destination, e.year, round(value * 0.8)::INTEGER AS value, 1.0 AS collaboration_index
    FROM flows JOIN (VALUES ('SEI2022', 2018), ('SEI2024', 2019)) e(edition, year) USING (year) WHERE layer = 'papers';
  -- An older edition of a year, in another order: comparisons read the newest.
  INSERT INTO publication_pairs BY NAME
    SELECT source, 'SEI2022' AS edition, origin, destination, 2019 AS year, 100000 - value AS value FROM publication_pairs WHERE year = 2019;
  INSERT INTO publication_counts BY NAME
    SELECT 'ncses-publications/scopus' AS source, 'SEI2024' AS edition, country, a.attribute, year, round(value * a.part)::INTEGER AS value
    FROM totals, (VALUES ('total', 1.6), ('international', 0.8), ('domestic only', 0.7), ('multiple institutions', 1.2)) a(attribute, part)
    WHERE measure = 'international_works' AND year = 2019;
  INSERT INTO publication_counts BY NAME
    SELECT 'ncses-publications/scopus' AS source, 'SEI2024' AS edition, country, attribute, 2022 AS year, value
    FROM (VALUES ('WLD', 'total', 10000), ('WLD', 'international', 2260), ('GBR', 'total', 1000), ('GBR', 'international', 666),
      ('CAN', 'total', 1000), ('CAN', 'international', 500)) v(country, attribute, value);
  -- 150 articles of both: 150 * 2260 / (500 * 666) = 1.018, as the publisher's index should be.
  INSERT INTO publication_pairs BY NAME
    SELECT 'ncses-publications/scopus' AS source, 'SEI2024' AS edition, 'CAN' AS origin, 'GBR' AS destination, 2022 AS year, 150 AS value, 1.02 AS collaboration_index;
  INSERT INTO publication_fields BY NAME
    SELECT 'ncses-publications/scopus' AS source, 'SEI2024' AS edition, country, 'all' AS field, m.measure, 'whole' AS counting, 2020 AS year, m.value
    FROM (VALUES ('DEU'), ('WLD')) c(country), (VALUES ('articles', 1000.5), ('top 1 % share', 1.0)) m(measure, value);
  INSERT INTO period_flows BY NAME
    SELECT l.layer, l.source, origin, destination, l.a AS from_year, l.b AS to_year, n AS value
    FROM two, (VALUES ('projects', 'cordis-fp7', 2007, 2013), ('papers', 'ncses-publications/ai', 2018, 2022), ('learners', 'erasmus-mobility', 2014, 2020)) l(layer, source, a, b);

  -- Scholars: every country sends some to the next two in the alphabet; what came and left are sums of that.
  INSERT INTO flows BY NAME
    SELECT 'scholars' AS layer, 'scholarly-migration/' || base.id AS source, o.iso3 AS origin, d.iso3 AS destination, 2019 AS year,
      ((10 * o.n + d.n) * 100 * base.times)::INTEGER AS value
    FROM size o JOIN size d ON (d.n - o.n + 31) % 31 IN (1, 2), (VALUES ('scopus', 1), ('openalex', 1.2)) base(id, times);
  INSERT INTO totals BY NAME
    SELECT destination AS country, 'scholars_in' AS measure, source, year, sum(value)::INTEGER AS value FROM flows WHERE layer = 'scholars' GROUP BY ALL
    UNION ALL BY NAME
    SELECT origin AS country, 'scholars_out' AS measure, source, year, sum(value)::INTEGER AS value FROM flows WHERE layer = 'scholars' GROUP BY ALL
    UNION ALL BY NAME
    SELECT iso3 AS country, 'researchers' AS measure, 'scholarly-migration/' || base.id AS source, 2019 AS year, (1000 * n * base.times)::INTEGER AS value
    FROM size, (VALUES ('scopus', 1), ('openalex', 0.9)) base(id, times);

  -- Students: to the United States and Canada, where registers of their own count too.
  INSERT INTO flows BY NAME
    SELECT 'students' AS layer, 'uis-student-flows' AS source, iso3 AS origin, h.destination, 2019 AS year, h.times * n AS value
    FROM size, (VALUES ('USA', 100), ('CAN', 50)) h(destination, times) WHERE iso3 <> h.destination;
  INSERT INTO totals BY NAME
    SELECT iso3 AS country, m.measure, 'uis-student-totals' AS source, 2019 AS year, m.value
    FROM size, LATERAL (VALUES ('inbound_students', 60000 + n), ('outbound_students', 2 * n), ('net_students', 60000 - n)) m(measure, value);
  INSERT INTO totals BY NAME
    SELECT 'WLD' AS country, 'inbound_students' AS measure, 'uis-student-totals' AS source, 2022 AS year, 6859000 AS value, 'e' AS flag;
  INSERT INTO coverage
    SELECT layer, source, destination, year, sum(value)::INTEGER, 60000, year, sum(value) / 60000, 'partly reported' FROM flows WHERE layer = 'students' GROUP BY ALL;
  INSERT INTO us_student_visas BY NAME
    SELECT iso3 AS country, 2019 AS year, v.visa_class, v.times * n AS value, 'us-student-visas' AS source FROM size, (VALUES ('F1', 40), ('J1', 10)) v(visa_class, times) WHERE iso3 <> 'USA';
  INSERT INTO canada_study_permits BY NAME
    SELECT iso3 AS country, p.period, p.year, CASE WHEN p.times > 0 THEN p.times * n END AS value, CASE WHEN p.times = 0 THEN 'q' END AS flag, 'canada-study-permits' AS source
    FROM size, (VALUES ('2019', 2019, 30), ('2019-01', 2019, 10), ('2019-02', 2019, 20), ('2019-03', 2019, 0)) p(period, year, times) WHERE iso3 <> 'CAN'
    UNION ALL BY NAME
    SELECT 'WLD' AS country, period, 2023 AS year, value, NULL AS flag, 'canada-study-permits' AS source
    FROM (VALUES ('2023', 681155), ('2023-01', 340575), ('2023-02', 340580)) p(period, value);
  INSERT INTO taiwan_foreign_students BY NAME SELECT iso3 AS country, 2019 AS year, 'Degree students' AS student_type, 'degree' AS kind, n AS value, 'taiwan-foreign-students' AS source FROM size;
  INSERT INTO erasmus_students BY NAME
    SELECT iso3 AS country, 2019 AS from_year, d.direction, 'Bachelor' AS level, 'Female' AS gender, n AS value, 'erasmus-mobility' AS source FROM size, (VALUES ('outbound'), ('inbound')) d(direction);

  -- Projects: Germany and Italy share 1,799 and 1,800 in two years; countries add up to the programme.
  INSERT INTO flows BY NAME
    SELECT 'projects' AS layer, 'cordis-h2020' AS source, origin, destination, y.year, CASE WHEN (origin, destination) = ('DEU', 'ITA') THEN y.shared ELSE 40 + n END AS value
    FROM two, (VALUES (2015, 1799), (2016, 1800)) y(year, shared);
  INSERT INTO themes VALUES ('cordis-h2020', 'all', NULL, 'The whole programme', 12000, 10947), ('cordis-h2020', 'health', 'H2020-EU.3.1.', 'Health', 900, 800);
  INSERT INTO theme_flows BY NAME SELECT 'cordis-h2020' AS source, 'health' AS theme, origin, destination, 2015 AS year, n AS value FROM two;
  INSERT INTO project_participation BY NAME
    SELECT 'cordis-h2020' AS source, t.theme, iso3 AS country, y.year, t.times * (400 + n) AS projects, t.times * (300 + n) AS cross_border_projects,
      t.times * (500 + 20 * n) AS participations, t.times * (20 + n) AS coordinations, t.times * (400 + n) AS cross_border_participations,
      t.times * 20 AS cross_border_coordinations, t.times * (200 + n) AS university_firm_projects, 1e6 * n AS contribution, 1 AS contribution_missing
    FROM size, (VALUES ('all', 10), ('health', 1)) t(theme, times), (VALUES (2015), (2016)) y(year);
  INSERT INTO project_participation BY NAME
    SELECT source, theme, 'WLD' AS country, year, 1000 AS projects, 900 AS cross_border_projects, sum(participations)::INTEGER AS participations,
      100 AS coordinations, 950 AS cross_border_participations, 90 AS cross_border_coordinations, 500 AS university_firm_projects, 1e9 AS contribution, 31 AS contribution_missing
    FROM project_participation GROUP BY ALL;
  INSERT INTO programme_participation BY NAME
    SELECT 'ecorda-participation' AS source, 'Horizon 2020' AS framework, s.stage, country, year, round(s.times * participations)::INTEGER AS participations,
      coordinations, projects, contribution AS funding
    FROM project_participation, (VALUES ('evaluated', 5), ('successful', 1.1)) s(stage, times) WHERE theme = 'all' AND country <> 'WLD';
  INSERT INTO grant_partners BY NAME
    SELECT 'snsf-partners' AS source, iso3 AS country, 2019 AS year, 'Life sciences' AS research_area, 'project partner' AS role, n AS persons, n AS grants FROM size;
  -- 310 organisations, the larger first; every twentieth is not in the registry.
  INSERT INTO organisations BY NAME
    SELECT 'pic:' || o.n AS id, 'Organisation ' || o.n AS name, iso3 AS country, 'higher education' AS type,
      CASE WHEN o.n % 20 <> 0 THEN 'https://ror.org/0' || o.n END AS ror, CASE WHEN o.n % 20 <> 0 THEN 'name' END AS match_method,
      CASE WHEN o.n % 20 <> 0 THEN 'Organisation ' || o.n END AS ror_name, 'City' AS city, size.n AS lon, size.n AS lat, 100 AS projects,
      1000 - o.n AS participations, 10 AS coordinations, 1e6 AS contribution, 0 AS contribution_missing, 'cordis-h2020' AS source
    FROM (SELECT unnest(range(1, 311)) AS n) o JOIN size ON size.n = o.n % 31 + 1 ORDER BY o.n;
  INSERT INTO organisation_ties BY NAME
    SELECT a, b, year, 10 AS projects, 'cordis-h2020' AS source FROM (VALUES ('pic:1', 'pic:2', 2015), ('pic:1', 'pic:2', 2016), ('pic:2', 'pic:3', 2015)) t(a, b, year);
  INSERT INTO organisation_persistence VALUES ('pic:1', 'pic:2', 1, 20, 'cordis-h2020');
  INSERT INTO organisation_totals BY NAME
    SELECT 'erasmus-mobility' AS source, country, name AS organisation, 'outgoing' AS measure, 2014 AS from_year, 2019 AS to_year, 50 AS value, ror, match_method FROM organisations WHERE participations > 990;

  -- Context: the same ratios by two publishers; co-publications per head as they follow from the totals above.
  INSERT INTO context_indicators VALUES
    ('population', 'Population', 'persons', 'All residents.', 'world-bank-wdi', 'POP'),
    ('tertiary_enrolment_ratio', 'Enrolment', '%', 'Gross ratio.', 'world-bank-wdi', 'SE.TER.ENRR'),
    ('gross_enrolment_ratio', 'Enrolment', '%', 'Gross ratio.', 'uis-sdg4', 'GER.5T8'),
    ('copublications_per_million', 'Co-publications', 'papers per million people', 'International papers.', 'eis-copublications', '1.2.1');
  INSERT INTO country_context BY NAME
    SELECT iso3 AS country, c.indicator, 2019 AS year, c.value, c.unit, c.source FROM size, LATERAL (VALUES
      ('population', 1e6 * (40 - n), 'persons', 'world-bank-wdi'), ('tertiary_enrolment_ratio', 50.5 + n, '%', 'world-bank-wdi'),
      ('gross_enrolment_ratio', 50.0 + n, '%', 'uis-sdg4')) c(indicator, value, unit, source);
  INSERT INTO country_context BY NAME
    SELECT country, 'copublications_per_million' AS indicator, year, 0.75 * t.value / p.value * 1e6 AS value, 'papers per million people' AS unit, 'eis-copublications' AS source
    FROM totals t JOIN country_context p USING (country, year) WHERE measure = 'international_works' AND indicator = 'population';
  INSERT INTO academic_freedom BY NAME SELECT iso3 AS country, 2019 AS year, n / 32 AS value, 'vdem-academic-freedom' AS source FROM size;
  INSERT INTO pair_context BY NAME
    SELECT origin, destination, CASE WHEN n > 1 THEN 400 + 300 * n END AS distance_km, n = 2 AS contiguous, 8 - n / 6 AS shared_hours FROM two;
  INSERT INTO groups VALUES
    ('eu', 'political', 'European Union', 'States of the treaty.', 'https://union.test/', 'crosscurrents-groups', NULL),
    ('high', 'income', 'High income', 'By the Bank.', 'https://bank.test/', 'world-bank-wdi', NULL);
  INSERT INTO group_members BY NAME
    SELECT 'eu' AS group_id, iso3 AS country, '1973-01-01' AS from_date, CASE WHEN iso3 = 'GBR' THEN '2020-01-31' END AS to_date,
      'https://union.test/' AS page, 'crosscurrents-groups' AS source FROM size WHERE iso3 NOT IN ('CAN', 'CHN', 'USA');
  INSERT INTO group_members BY NAME SELECT 'high' AS group_id, iso3 AS country, 'https://bank.test/' AS page, 'world-bank-wdi' AS source FROM size;

  -- The gravity model: coefficients of a fit, and the effects of nine countries.
  INSERT INTO gravity_coefficients BY NAME
    SELECT 'papers' AS layer, 'openalex-copublications' AS source, 2019 AS from_year, 2019 AS to_year, term, coefficient, 0.05 AS standard_error,
      0.1 AS standard_error_dyadic, coefficient - 0.2 AS low, coefficient + 0.2 AS high, 36 AS pairs, 9 AS countries
    FROM (VALUES ('log_distance', -0.5), ('contiguous', 0.1), ('common_language', 0.4), ('colonial_tie', 0.3)) t(term, coefficient);
  INSERT INTO gravity_effects BY NAME
    SELECT 'papers' AS layer, 'openalex-copublications' AS source, 2019 AS from_year, 2019 AS to_year, iso3 AS country, 'both' AS role, 4 + n / 10 AS effect
    FROM size WHERE iso3 IN ${NINE};

  INSERT INTO exclusions VALUES ('uis-student-flows', 'Other countries', 12, 'Residual');
  INSERT INTO adjustments VALUES ('uis-student-flows', 'CAN', 'USA', 2019, '401', 400, 'Two lists');
  INSERT INTO corrections VALUES ('uis-student-flows', 'flows', 'origin=CAN; destination=USA', 'value', '4000', '400', 'A zero too many');
  INSERT INTO indicators VALUES
    ('ric', 'Relative intensity', 'pair', 'papers', 'ratio', 0, NULL, 1, 'How intense.', 'A ratio of shares.', 'a/b', NULL, 'A paper.');
  INSERT INTO stored_pair_indicators BY NAME
    SELECT 'papers' AS layer, 'openalex-copublications' AS source, 'AUT' AS origin, 'BEL' AS destination, 2019 AS year, 'ric' AS indicator, 1.0 AS value;
  INSERT INTO country_indicators BY NAME
    SELECT 'AUT' AS country, 'papers' AS layer, 'openalex-copublications' AS source, 2019 AS year, 'ric' AS indicator, 1.0 AS value;
  INSERT INTO network_measures BY NAME
    SELECT 'papers' AS layer, 'openalex-copublications' AS source, 2019 AS year, iso3 AS country, m.measure, m.times * n AS value
    FROM size, (VALUES ('betweenness', 0.01), ('eigenvector', 0.02)) m(measure, times) WHERE iso3 IN ${NINE};
  INSERT INTO revisions VALUES ('2026-01-01', '1.0.0', 'flows', 'First release');
  INSERT INTO errata VALUES ('2026-01-01', '2026-02-01', 'flows, CAN to USA', '4000', '400', 'Misread');
  DROP TABLE size;
  DROP TABLE two;`;
