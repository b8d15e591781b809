-- An indicator, the flows of the whole release, and the largest flows of a year, without a download by hand.
-- DuckDB 1.1 or later: duckdb < duckdb.sql

-- An indicator of all countries.
SELECT country_name, year, value
FROM read_csv('https://SITE/api/v1/indicators/balance.csv')
WHERE layer = 'students' AND year = 2019
ORDER BY value DESC
LIMIT 5;

-- The largest flows of a layer in a year.
SELECT flow.origin, flow.destination, flow.value
FROM (SELECT unnest(strongest) AS flow FROM read_json('https://SITE/api/v1/layers/papers/openalex-copublications/2022.json'))
LIMIT 5;

-- A whole table: its name changes with its content, so the index is asked for it.
SET VARIABLE flows = (
  SELECT one.parquet
  FROM (SELECT unnest(tables) AS one FROM read_json('https://SITE/api/v1/index.json'))
  WHERE one.name = 'flows'
);
SELECT layer, source, count(*) AS flows, min(year) AS first_year, max(year) AS last_year
FROM read_parquet('https://SITE/api/v1/' || getvariable('flows'))
GROUP BY ALL
ORDER BY ALL;
