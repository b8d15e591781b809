/** SQL for facts of the totals of countries: each gives `value` and `year`. `WLD` is the world. */

const STUDENTS = 'uis-student-totals';

interface Total {
  /** ISO alpha-3. */
  readonly country: string;
  readonly measure: 'inbound_students' | 'outbound_students';
  readonly year: number;
}

/** A total of students of one year. */
export const studentsOf = ({ country, measure, year }: Total): string => `
  SELECT value, year FROM totals
  WHERE country = '${country}' AND measure = '${measure}' AND source = '${STUDENTS}' AND year = ${year}`;

/** All students abroad in a year. */
export const studentsAbroad = (year: number): string =>
  studentsOf({ country: 'WLD', measure: 'inbound_students', year });

/** The part of all students abroad in a year that hosts list by origin. */
export const listedByOrigin = (year: number): string => `
  SELECT (SELECT sum(value) FROM flows WHERE source = 'uis-student-flows' AND year = ${year}) / value AS value, year
  FROM totals WHERE country = 'WLD' AND measure = 'inbound_students' AND source = '${STUDENTS}' AND year = ${year}`;

/** How many times as many students were abroad in a year as in an earlier one, world. */
export const timesAbroad = (first: number, last: number): string => `
  SELECT max(value) FILTER (WHERE year = ${last}) / max(value) FILTER (WHERE year = ${first}) AS value, '${first}–${last}' AS year
  FROM totals WHERE country = 'WLD' AND measure = 'inbound_students' AND source = '${STUDENTS}'`;
