import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { NETWORK_LAYERS } from '../../model/tables/indicators.ts';
import { linksAsText, pathsThrough, readLinks } from '../network-definitions.ts';

const through = ({ links, country }: Readonly<Record<string, unknown>>) =>
  pathsThrough(readLinks(links), String(country));

export const betweenness: Indicator = {
  id: 'betweenness',
  title: 'Betweenness',
  chapter: 'Place in the network',
  subject: 'country',
  layers: NETWORK_LAYERS,
  unit: 'share',
  range: [0, 1],
  neutral: null,
  digits: 3,
  says: 'Of all pairs of other countries, the share whose strongest chain of ties leads through this one.',
  definition:
    'A tie is as long as one over its links, so that strong ties are short. Between any two countries the shortest path is sought, over as many countries as it takes; the direct tie is one of the paths. Counted are the pairs of other countries whose shortest path leads through the country, over all pairs of others in the network of that layer, source and year. Where a pair has several shortest paths, the share of them that lead through it counts. Moves of scholars are added up over both directions. Whole counting.',
  counting: LINKS,
  formula: String.raw`B_X = \frac{2}{(n-1)(n-2)} \sum_{s < t} \frac{\sigma_{st}(X)}{\sigma_{st}}, \quad \ell_{YZ} = \frac{1}{C_{YZ}}`,
  symbols: [
    ['C_{YZ}', 'links of Y and Z; for scholars, moves in both directions together'],
    [String.raw`\ell_{YZ}`, 'length of their tie'],
    [String.raw`\sigma_{st}`, 'number of shortest paths between two other countries s and t'],
    [String.raw`\sigma_{st}(X)`, 'number of these that lead through X'],
    ['n', 'countries with a link in that year'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It is not a measure of how much a country mediates: that two countries have their strongest ties with a third does not mean that anything passes through it from one to the other.',
    'It is not a smooth scale: in a network where nearly all are tied to nearly all, the strongest paths run over a few hubs, the largest most of all, and most countries have exactly zero.',
    'Small values are mostly about dependants: they count the few small countries whose strongest tie by far is with this one, often a territory of its own or a neighbour.',
  ],
  caveats: [
    'A zero means that no other pair’s strongest path leads through the country; it does not mean that the country has no ties.',
    'A small country may change its strongest partner with a handful of papers, and then moves that partner’s value by all pairs to which it belongs. Read single years of values near zero with care.',
    'Territories with a code of their own count as places, so France, the United Kingdom, the United States, China and others lie between their territories and the world.',
    'Networks of projects hold the programme’s partners only, and those of its first and last years are partial.',
  ],
  references: [
    {
      text: 'Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry, 40(1), 35–41.',
      doi: '10.2307/3033543',
    },
    {
      text: 'Newman, M. E. J. (2001). Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality. Physical Review E, 64, 016132.',
      doi: '10.1103/PhysRevE.64.016132',
      where: 'length of a tie as the inverse of its weight',
    },
    {
      text: 'Brandes, U. (2001). A faster algorithm for betweenness centrality. The Journal of Mathematical Sociology, 25(2), 163–177.',
      doi: '10.1080/0022250X.2001.9990249',
      where: 'algorithm',
    },
    {
      text: 'Opsahl, T., Agneessens, F., & Skvoretz, J. (2010). Node centrality in weighted networks: Generalizing degree and shortest paths. Social Networks, 32(3), 245–251.',
      doi: '10.1016/j.socnet.2010.03.006',
      where: 'here with α = 1: the number of steps does not count, only their lengths',
    },
  ],
  example: {
    sql: `
      SELECT i.country, c.in_text AS x, i.year, i.value, n.links
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN (${linksAsText("layer = 'papers' AND source = 'openalex-copublications' AND year = 2022").trim()}) n ON TRUE
      WHERE i.indicator = 'betweenness' AND i.layer = 'papers' AND i.source = 'openalex-copublications' AND i.country = 'USA' AND i.year = 2022`,
    needs: ['country_indicators', 'countries', 'ties'],
    compute: (row) => {
      const { through: paths, pairs } = through(row);
      return paths / pairs;
    },
    tex: (row, n) => {
      const { through: paths, pairs } = through(row);
      return String.raw`\frac{${n(paths, 0)}}{${n(pairs)}} = ${n(row['value'], 3)}`;
    },
    says: ({ x, year, value }, n) =>
      `In ${String(year)} the strongest path between two other countries led through ${String(x)} for a share of ${n(value, 3)} of all pairs.`,
  },
  sql: {
    needs: ['network_measures'],
    query: `
      SELECT country, layer, source, year, value, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, flag
      FROM network_measures WHERE measure = 'betweenness'`,
  },
};
