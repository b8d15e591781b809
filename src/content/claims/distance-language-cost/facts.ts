import { facts } from '../../../publication/fact.ts';

const PAPERS = 'openalex-copublications';
const GEODIST = 'cepii-geodist';
const WDI = 'world-bank-wdi';
const term = (name: string, value: string): string => `
  SELECT ${value} AS value, from_year AS year FROM gravity_coefficients
  WHERE source = '${PAPERS}' AND from_year = 2022 AND term = '${name}'`;
const hours = (condition: string): string => `
  SELECT sum(g.observed) / sum(g.expected) AS value, 2022 AS year
  FROM gravity_pairs g JOIN pair_context p ON p.origin = g.origin AND p.destination = g.destination
  WHERE g.source = '${PAPERS}' AND g.from_year = 2022 AND p.distance_weighted_km >= 9000 AND ${condition}`;
const REST = "'USA' NOT IN (g.origin, g.destination)";
const SAYS = 'times the expected papers, pairs more than 9,000 km apart';

export default facts({
  distance: {
    says: 'fewer papers go with double the distance',
    sql: term('log_distance', '1 - 2 ** coefficient'),
    sources: [PAPERS, GEODIST],
    format: 'percent',
    stated: 0.3165,
    must: ['a cost', (v) => v > 0.1],
  },
  language: {
    says: 'times as many papers go with a common official language',
    sql: term('common_language', 'exp(coefficient)'),
    sources: [PAPERS, GEODIST],
    format: 'times',
    stated: 1.528,
    must: ['a cost', (v) => v > 1.2],
  },
  no_hours: {
    says: `${SAYS} without common working hours`,
    sql: hours('p.shared_hours = 0'),
    sources: [PAPERS, GEODIST, WDI],
    format: 'two',
    stated: 1.079,
    must: ['no fewer than expected', (v) => v >= 0.99],
  },
  some_hours: {
    says: `${SAYS} with common working hours`,
    sql: hours('p.shared_hours > 0'),
    sources: [PAPERS, GEODIST, WDI],
    format: 'two',
    stated: 0.9233,
  },
  no_hours_rest: {
    says: `${SAYS} without common working hours, the United States left out`,
    sql: hours(`p.shared_hours = 0 AND ${REST}`),
    sources: [PAPERS, GEODIST, WDI],
    format: 'two',
    stated: 0.9994,
    must: ['no fewer than with some', (v) => v >= 0.95],
  },
  some_hours_rest: {
    says: `${SAYS} with common working hours, the United States left out`,
    sql: hours(`p.shared_hours > 0 AND ${REST}`),
    sources: [PAPERS, GEODIST, WDI],
    format: 'two',
    stated: 0.933,
  },
});
