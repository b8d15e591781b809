import { facts } from '../../../publication/fact.ts';

const TAIWAN = 'taiwan-foreign-students';
const KINDS = `SELECT kind, year, sum(value) AS value FROM taiwan_foreign_students WHERE source = '${TAIWAN}' GROUP BY kind, year`;
const ratio = (kind: string, first: number, last: number): string => `
  max(value) FILTER (WHERE kind = '${kind}' AND year = ${last}) / max(value) FILTER (WHERE kind = '${kind}' AND year = ${first})`;

export default facts({
  exchange_fall: {
    says: 'fewer exchange students in Taiwan',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.5708,
    sql: `SELECT 1 - ${ratio('exchange', 2019, 2020)} AS value, '2019–2020' AS year FROM (${KINDS})`,
    must: ['fell far more', (v) => v > 0.3],
  },
  degree_fall: {
    says: 'fewer degree students in Taiwan',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.01798,
    sql: `SELECT 1 - ${ratio('degree', 2019, 2020)} AS value, '2019–2020' AS year FROM (${KINDS})`,
    must: ['hardly fell', (v) => v < 0.1],
  },
  exchange_after: {
    says: 'times as many exchange students in Taiwan as in 2019',
    sources: [TAIWAN],
    format: 'two',
    stated: 1.058,
    sql: `SELECT ${ratio('exchange', 2019, 2022)} AS value, 2022 AS year FROM (${KINDS})`,
    must: ['came back', (v) => v >= 1],
  },
  short_after: {
    says: 'of the short-stay students of 2019 in Taiwan',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.4205,
    sql: `SELECT ${ratio('short stay', 2019, 2023)} AS value, 2023 AS year FROM (${KINDS})`,
  },
});
