import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { NETWORK_LAYERS } from '../../model/tables/indicators.ts';
import { centralityByPartners, linksAsText, readLinks } from '../network-definitions.ts';

/** Centrality of the row's country and λ. */
const solved = ({ links, country }: Readonly<Record<string, unknown>>) => {
  const { centrality, lambda } = centralityByPartners(readLinks(links));
  return { e: centrality.get(String(country)) ?? NaN, lambda };
};

export const eigenvector: Indicator = {
  id: 'eigenvector',
  title: 'Eigenvector centrality',
  chapter: 'Place in the network',
  subject: 'country',
  layers: NETWORK_LAYERS,
  unit: 'share',
  range: [0, 1],
  neutral: null,
  digits: 3,
  says: 'How central a country is when ties with central countries count for more, as a share of the most central one.',
  definition:
    'Every country’s centrality is in proportion to the sum over its partners of links times the partner’s centrality: the leading eigenvector of the matrix of links. Only proportions follow from that, so the most central country of the layer, source and year is set to 1. Moves of scholars are added up over both directions. Whole counting.',
  counting: LINKS,
  formula: String.raw`e_X = \frac{1}{\lambda} \sum_Y C_{XY} \, e_Y, \quad \max_X e_X = 1`,
  symbols: [
    ['e_X', 'centrality of X'],
    ['C_{XY}', 'links of X and Y; for scholars, moves in both directions together'],
    [String.raw`\lambda`, 'the largest eigenvalue of the matrix of links'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It is not corrected for size: links are counted as they are, so large countries are central because they are large. It tells more than their totals only where two countries of like size differ in with whom they have their links.',
    'It is not a measure that can be followed through years as if its yardstick stood still: a country’s value falls when the most central one grows faster, though the country itself may have lost nothing.',
    'It is no judgement on a country’s research.',
  ],
  caveats: [
    'In networks that hang together by large countries, being tied to these decides the value; ties among small countries hardly count, whatever they mean to those who have them.',
    'Countries without any path to the rest have zero. That happens to a few very small ones, in early years.',
    'In projects the most central country is a member of the programme by design; countries outside it are there as partners only. Its first and last years are partial.',
  ],
  references: [
    {
      text: 'Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique identification. The Journal of Mathematical Sociology, 2(1), 113–120.',
      doi: '10.1080/0022250X.1972.9989806',
    },
    {
      text: 'Bonacich, P. (1987). Power and centrality: A family of measures. American Journal of Sociology, 92(5), 1170–1182.',
      doi: '10.1086/228631',
    },
  ],
  example: {
    sql: `
      SELECT i.country, c.in_text AS x, m.in_text AS z, i.year, i.value, n.links
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN country_indicators top ON top.indicator = i.indicator AND top.layer = i.layer AND top.source = i.source AND top.year = i.year AND top.value = 1
      JOIN countries m ON m.iso3 = top.country
      JOIN (${linksAsText("layer = 'papers' AND source = 'openalex-copublications' AND year = 2022").trim()}) n ON TRUE
      WHERE i.indicator = 'eigenvector' AND i.layer = 'papers' AND i.source = 'openalex-copublications' AND i.country = 'GBR' AND i.year = 2022
        AND top.indicator = 'eigenvector' AND top.layer = 'papers' AND top.source = 'openalex-copublications' AND top.year = 2022`,
    needs: ['country_indicators', 'countries', 'ties'],
    compute: (row) => solved(row).e,
    tex: (row, n) => {
      const { e, lambda } = solved(row);
      return String.raw`\frac{1}{${n(lambda, 0)}} \times ${n(e * lambda, 0)} = ${n(row['value'], 3)}`;
    },
    says: ({ x, z, year, value }, n) =>
      `In ${String(year)} ${String(x)} had ${n(value, 3)} of the centrality of ${String(z)}, the most central country.`,
  },
  sql: {
    needs: ['network_measures'],
    query: `
      SELECT country, layer, source, year, value, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, flag
      FROM network_measures WHERE measure = 'eigenvector'`,
  },
};
