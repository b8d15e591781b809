import { fixed } from '../../charts/decimal.ts';
import { count, list, quantity } from '../../charts/format.ts';
import type { State } from '../params.ts';
import { capital, COUNTING, inText, sourceName } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { IndexComparisonField } from './index.ts';
import { bothOf, chosen, endsOf, gapOf, LARGEST, median, nameOf } from './pairs.ts';
import type { ComparedPair, IndexComparisonRows } from './sql.ts';

type Params = Pick<State, IndexComparisonField>;

export function words({ pairs }: IndexComparisonRows, { country }: Params, atlas: Atlas): Words {
  const mine = chosen(pairs, country);
  const [largest] = mine;
  const title = titleOf(mine, country, atlas);
  const shown = country === null ? mine.slice(0, LARGEST) : mine;
  const economies = new Set(pairs.flatMap((p) => [p.origin, p.destination])).size;
  return {
    title,
    takeaway: largest ? takeaway(largest, mine, country, atlas) : null,
    alt: largest ? altOf(mine, shown, country, atlas) : emptyWords(pairs, country, atlas),
    coverage: pairs.length
      ? `NCSES gives its index for the pairs of ${count(economies)} economies, and for no other.`
      : null,
    notes: mine.length ? notesOf(economies, shown.length < mine.length ? shown.length : null) : [],
    sources: largest ? [largest.papers_source, largest.source] : [],
    table: {
      caption: title,
      columns: [
        { key: 'pair', label: 'Pair' },
        { key: 'articles', label: 'Articles (NCSES)', numeric: true },
        { key: 'papers', label: 'Papers (OpenAlex)', numeric: true },
        { key: 'affinity', label: 'Affinity, links of OpenAlex', numeric: true },
        { key: 'ric', label: 'RIC, first to second', numeric: true },
        { key: 'back', label: 'RIC, second to first', numeric: true },
        { key: 'closed', label: 'Affinity, articles of NCSES', numeric: true },
        { key: 'index', label: 'NCSES’s index', numeric: true },
      ],
      rows: shown.map((pair) => {
        const [first] = endsOf(pair, country);
        const [ric, back] = first === pair.origin ? [pair.ric, pair.ric_back] : [pair.ric_back, pair.ric];
        return {
          pair: nameOf(pair, country, atlas),
          articles: pair.articles,
          papers: pair.papers,
          affinity: ratio(pair.affinity),
          ric: ratio(ric),
          back: ratio(back),
          closed: ratio(pair.affinity_closed),
          index: ratio(pair.collaboration_index),
        };
      }),
    },
  };
}

/** Two decimals, as NCSES publishes its index. */
const ratio = (value: number | null): string | null => (value === null ? null : fixed(value, 2));

function titleOf(mine: readonly ComparedPair[], country: string | null, atlas: Atlas): string {
  const of = country === null ? '' : ` of ${inText(country, atlas)}`;
  const year = mine[0] ? `, ${mine[0].year}` : '';
  return `Affinity counts links, NCSES’s index counts articles: the same ties${of} by both${year}`;
}

/** Said where there is no dot. */
export function emptyWords(pairs: readonly ComparedPair[], country: string | null, atlas: Atlas): string {
  return pairs.length && country !== null
    ? `${capital(inText(country, atlas))} is not among the economies for which NCSES gives an index.`
    : 'No pair has an index of NCSES in this release.';
}

function takeaway(
  largest: ComparedPair,
  mine: readonly ComparedPair[],
  country: string | null,
  atlas: Atlas,
): string | null {
  const [affinity, middle] = [largest.affinity, median(mine.map((p) => p.affinity))];
  const index = median(mine.map((p) => p.collaboration_index));
  if (affinity === null || middle === null || index === null) return null;
  const typical =
    mine.length > 2
      ? `; of all ${quantity(mine.length, 'pairs')} half lie above ${fixed(middle, 2)} by the one and above ${fixed(index, 2)} by the other`
      : '';
  return `In ${largest.year} the tie of ${bothOf(largest, country, atlas)} stands at ${fixed(affinity, 2)} by affinity over links (${sourceName(largest.papers_source, atlas)}) and at ${fixed(largest.collaboration_index, 2)} by NCSES’s index (${sourceName(largest.source, atlas)})${typical}.`;
}

function altOf(
  mine: readonly ComparedPair[],
  shown: readonly ComparedPair[],
  country: string | null,
  atlas: Atlas,
): string {
  const above = (which: 'affinity' | 'affinity_closed'): string =>
    quantity(mine.filter((pair) => (gapOf(pair, which) ?? 0) > 1).length, 'pairs');
  const named = mine
    .slice(0, 4)
    .map(
      (p) =>
        `${nameOf(p, country, atlas)} ${ratio(p.affinity) ?? 'without'} and ${ratio(p.collaboration_index) ?? ''}`,
    );
  const whose = country === null ? '' : `, those of ${inText(country, atlas)} standing out`;
  return `Two clouds of dots, one dot for each pair of economies${whose}, on logarithmic axes: NCSES’s index across, affinity upright, with a line where both are equal. By links of OpenAlex ${above('affinity')} of ${count(mine.length)} lie above the line, by articles of NCSES alone ${above('affinity_closed')}. Affinity and index of the largest: ${list(named)}. ${
    shown.length < mine.length ? `The ${count(shown.length)} largest pairs are` : 'All values are'
  } in the table.`;
}

const notesOf = (economies: number, shown: number | null): string[] => [
  'How to read it: on the line both measures say the same; above it affinity is the higher. At one a tie is as strong as the measure lets expect from the sizes of both.',
  'Affinity divides links by links, NCSES’s index articles by articles, and an article of n countries makes n − 1 links for each of them. So affinity is the higher of the two where the articles of both countries have few countries, and the lower where they have many.',
  `Affinity over the articles of NCSES knows only those that its ${count(economies)} economies share with each other: a closed network, for links with all other countries are not among the tables.`,
  COUNTING.papers,
  ...(shown === null
    ? []
    : [
        `The table holds the ${quantity(shown, 'pairs')} with most articles; all are in the SQL view index_comparison.`,
      ]),
];
