import { facts } from '../../../publication/fact.ts';

const ECORDA = 'ecorda-participation';
/** @param years first and last year of the calls, or one year */
const programme = (framework: string, years: string): string => `
  SELECT sum(participations) FILTER (WHERE country = 'GBR') / sum(participations) AS value, '${years}' AS year
  FROM programme_participation
  WHERE framework = '${framework}' AND stage = 'successful' AND source = '${ECORDA}'
    AND year BETWEEN ${years.slice(0, 4)} AND ${years.slice(-4)}`;

export default facts({
  fp7: {
    says: 'of the participations of the countries that eCORDA lists were of the United Kingdom, FP7',
    sql: programme('FP7', '2007–2013'),
    sources: [ECORDA],
    format: 'percent',
    stated: 0.1433,
  },
  h2020: {
    says: 'of the participations of the countries that eCORDA lists were of the United Kingdom, Horizon 2020',
    sql: programme('Horizon 2020', '2014–2020'),
    sources: [ECORDA],
    format: 'percent',
    stated: 0.1058,
  },
  low: {
    says: 'of the participations of the countries that eCORDA lists were of the United Kingdom',
    sql: programme('Horizon Europe', '2023'),
    sources: [ECORDA],
    format: 'percent',
    stated: 0.0375,
  },
  back: {
    says: 'of the participations of the countries that eCORDA lists were of the United Kingdom',
    sql: programme('Horizon Europe', '2024'),
    sources: [ECORDA],
    format: 'percent',
    stated: 0.0784,
  },
});
