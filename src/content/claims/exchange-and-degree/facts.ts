import { facts } from '../../../publication/fact.ts';

const TAIWAN = 'taiwan-foreign-students';
const KINDS = `SELECT kind, year, sum(value) AS value FROM taiwan_foreign_students WHERE source = '${TAIWAN}' GROUP BY kind, year`;
const ratio = (kind: string, first: number, last: number): string => `
  max(value) FILTER (WHERE kind = '${kind}' AND year = ${last}) / max(value) FILTER (WHERE kind = '${kind}' AND year = ${first})`;
/** Types of the register that are under other kinds in its table, by where they come from. */
const VISITORS = "student_type = 'Visiting students from mainland China'";
const MAINLAND = "student_type = 'Degree: students from mainland China'";
const sum = (which: string, year: number): string => `sum(value) FILTER (WHERE ${which} AND year = ${year})`;
const ofTypes = (value: string, year: string): string =>
  `SELECT ${value} AS value, ${year} AS year FROM taiwan_foreign_students WHERE source = '${TAIWAN}'`;
const WIDE = `(kind = 'exchange' OR ${VISITORS})`;
const OTHERS = `kind = 'degree' AND NOT ${MAINLAND}`;

export default facts({
  exchange_fall: {
    says: 'fewer exchange students in Taiwan, without visiting students from mainland China',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.5708,
    sql: `SELECT 1 - ${ratio('exchange', 2019, 2020)} AS value, '2019–2020' AS year FROM (${KINDS})`,
    must: ['fell far more', (v) => v > 0.3],
  },
  degree_fall: {
    says: 'fewer degree students in Taiwan: international, overseas Chinese and from mainland China',
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
  degree_after: {
    says: 'times as many degree students in Taiwan as in 2019',
    sources: [TAIWAN],
    format: 'two',
    stated: 1.053,
    sql: `SELECT ${ratio('degree', 2019, 2022)} AS value, 2022 AS year FROM (${KINDS})`,
    must: ['met again', (v) => v > 1 && v < 1.12],
  },
  exchange_growth: {
    says: 'times as many exchange students in Taiwan as five years before',
    sources: [TAIWAN],
    format: 'two',
    stated: 1.54,
    sql: `SELECT ${ratio('exchange', 2014, 2019)} AS value, '2014–2019' AS year FROM (${KINDS})`,
    must: ['as degree students', (v) => v > 1.45 && v < 1.7],
  },
  degree_growth: {
    says: 'times as many degree students in Taiwan as five years before',
    sources: [TAIWAN],
    format: 'two',
    stated: 1.585,
    sql: `SELECT ${ratio('degree', 2014, 2019)} AS value, '2014–2019' AS year FROM (${KINDS})`,
    must: ['as exchange students', (v) => v > 1.45 && v < 1.7],
  },
  visitors: {
    says: 'visiting students from mainland China in Taiwan, whom the table counts as short stays',
    sources: [TAIWAN],
    format: 'count',
    stated: 16696,
    sql: ofTypes(sum(VISITORS, 2019), '2019'),
    must: ['more than all on exchange', (v) => v > 5766],
  },
  visitors_after: {
    says: 'visiting students from mainland China in Taiwan',
    sources: [TAIWAN],
    format: 'small',
    stated: 0,
    sql: ofTypes(sum(VISITORS, 2020), '2020'),
  },
  wide_fall: {
    says: 'fewer exchange students in Taiwan, with visiting students from mainland China',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.8898,
    sql: ofTypes(`1 - ${sum(WIDE, 2020)} / ${sum(WIDE, 2019)}`, "'2019–2020'"),
  },
  wide_after: {
    says: 'times as many exchange students in Taiwan as in 2019, with visiting students from mainland China',
    sources: [TAIWAN],
    format: 'two',
    stated: 0.2725,
    sql: ofTypes(`${sum(WIDE, 2022)} / ${sum(WIDE, 2019)}`, '2022'),
    must: ['had not come back', (v) => v < 0.5],
  },
  wide_growth: {
    says: 'times as many exchange students in Taiwan as five years before, with visiting students from mainland China',
    sources: [TAIWAN],
    format: 'two',
    stated: 0.7299,
    sql: ofTypes(`${sum(WIDE, 2019)} / ${sum(WIDE, 2014)}`, "'2014–2019'"),
    must: ['had not grown', (v) => v < 1],
  },
  mainland_fall: {
    says: 'fewer degree students from mainland China in Taiwan',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.2779,
    sql: ofTypes(`1 - ${sum(MAINLAND, 2020)} / ${sum(MAINLAND, 2019)}`, "'2019–2020'"),
  },
  others_growth: {
    says: 'more degree students in Taiwan, without those from mainland China',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.02137,
    sql: ofTypes(`${sum(OTHERS, 2020)} / ${sum(OTHERS, 2019)} - 1`, "'2019–2020'"),
    within: 0.5,
    must: ['grew', (v) => v > 0],
  },
  total_fall: {
    says: 'fewer students from abroad of all types in Taiwan',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.2889,
    sql: `SELECT 1 - sum(value) FILTER (WHERE year = 2020) / sum(value) FILTER (WHERE year = 2019) AS value, '2019–2020' AS year FROM (${KINDS})`,
    must: ['true of neither', (v) => v > 0.1 && v < 0.5],
  },
  short_after: {
    says: 'of the short-stay students of 2019 in Taiwan',
    sources: [TAIWAN],
    format: 'percent',
    stated: 0.4205,
    sql: `SELECT ${ratio('short stay', 2019, 2023)} AS value, 2023 AS year FROM (${KINDS})`,
  },
});
