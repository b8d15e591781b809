import { SHARES } from './coverage.ts';

/** A word of the field as this atlas uses it. */
export interface Term {
  /** As the glossary heads it, in the singular; its anchor follows from it (`slugOf`). */
  readonly term: string;
  /** Other names for the same thing. */
  readonly also?: readonly string[];
  /** One or two plain sentences. */
  readonly definition: string;
  /** Other entries, by their terms. */
  readonly see?: readonly string[];
  /** Id of the indicator whose page has the formula. */
  readonly indicator?: string;
}

/** Anchor of an entry: "Salton’s cosine" → "saltons-cosine". */
export const slugOf = (term: string): string =>
  term
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}’']/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** Every term that the site uses in a sense of its own, in the order of the alphabet. */
export const GLOSSARY: readonly Term[] = [
  {
    term: 'Affinity',
    also: ['probabilistic affinity'],
    definition:
      'Links between two countries over the links that their sizes alone would let one expect. One means neither more nor less.',
    see: ['Link', 'Expected value', 'Relative intensity of collaboration'],
    indicator: 'affinity',
  },
  {
    term: 'Asymmetry',
    definition:
      'The flow one way minus the flow the other way, over their sum: zero where both are equal, one or minus one where all goes one way.',
    see: ['Reciprocity', 'Net flow'],
    indicator: 'asymmetry',
  },
  {
    term: 'Balance',
    definition:
      'Inbound minus outbound, over their sum: −1 where all go out, +1 where all come in, zero where as many come as go.',
    see: ['Inbound', 'Outbound', 'Net flow'],
    indicator: 'balance',
  },
  {
    term: 'Base',
    definition:
      'One of the databases of publications from which the same thing was counted twice, such as Scopus and OpenAlex for moves of scholars. Two bases are two sources and are never joined.',
    see: ['Source', 'Move'],
  },
  {
    term: 'Betweenness',
    also: ['betweenness centrality'],
    definition:
      'Of all pairs of other countries, the share whose shortest way through the network leads through this one. Strong ties are short.',
    see: ['Centrality', 'Network'],
    indicator: 'betweenness',
  },
  {
    term: 'Bounds',
    definition:
      'The least and the largest that a value can be where a part of what it rests on is not known. They are no interval: chance has no part in them.',
    see: ['Ten largest partners', 'Interval'],
  },
  {
    term: 'Break in the series',
    definition:
      'A year from which on something else is counted, or others report, than before. Numbers on both sides are not comparable, and no line and no growth rate runs across it.',
    see: ['Flag', 'Coverage'],
  },
  {
    term: 'Break of a tie',
    definition:
      'The year in which a tie changed most against the sizes of both countries. It is a finding about the tie, while a break in the series is a fault of the count.',
    see: ['Break in the series', 'Tie'],
    indicator: 'break_year',
  },
  {
    term: 'Centrality',
    definition:
      'How central a country stands in the network of all ties. There are several, each with its own idea of what central means.',
    see: ['Betweenness', 'Eigenvector centrality', 'Network'],
  },
  {
    term: 'Circulation',
    definition:
      'The part of all moves in and out that is made up for by a move the other way, so that it neither adds nor takes away.',
    see: ['Turnover', 'Net flow', 'Move'],
    indicator: 'circulation',
  },
  {
    term: 'Co-publication',
    also: ['shared paper', 'internationally co-authored work'],
    definition:
      'A work with authors at institutions in two countries or more. It is counted for each pair of them.',
    see: ['Whole counting', 'Pair'],
  },
  {
    term: 'Coordinator',
    definition: 'The organisation that leads a funded project and answers for it to the funder.',
    see: ['Participation'],
    indicator: 'coordinator_share',
  },
  {
    term: 'Country code',
    definition:
      'Three letters for a country or territory, after ISO 3166-1 alpha-3: DEU is Germany. WLD stands for a source’s own world total.',
    see: ['Place'],
  },
  {
    term: 'Coverage',
    definition: `How much of what should be counted was reported. For students it is what a host lists by origin over its inbound total: below ${percent(SHARES.whole)} the numbers are flagged, below ${percent(SHARES.residue)} they are left out.`,
    see: ['Not reported', 'Flag', 'Residue'],
  },
  {
    term: 'Derived',
    definition:
      'Reckoned by the atlas from values that a source publishes, such as outbound students from inbound students and the net flow. It carries the flag e.',
    see: ['Flag', 'Estimated'],
  },
  {
    term: 'Destination',
    definition: 'The country to which a student or a scholar goes.',
    see: ['Origin', 'Host'],
  },
  {
    term: 'Directed',
    definition:
      'A layer is directed where origin and destination differ in meaning, as for students and scholars. It is undirected where a pair stands once, as for papers and projects.',
    see: ['Layer', 'Pair'],
  },
  {
    term: 'Distance',
    definition:
      'Kilometres between the large cities of two countries, weighted by their inhabitants, as CEPII gives them. It stands for more than the way: for time zones, climate and history too.',
    see: ['Gravity model'],
  },
  {
    term: 'Edition',
    definition:
      'One issue of a publisher’s tables. A newer one counts the same years anew, so that two editions are never joined in one line.',
    see: ['Source', 'Snapshot'],
  },
  {
    term: 'Effective number',
    also: ['effective number of partners'],
    definition:
      'How many equally large partners would make the links of a country as spread out as they are: one over the sum of squared shares.',
    see: ['Herfindahl–Hirschman index', 'Share', 'Partner'],
    indicator: 'effective_partners',
  },
  {
    term: 'Eigenvector centrality',
    definition:
      'A country is central by this measure if it is tied to countries that are themselves central.',
    see: ['Centrality', 'Network'],
    indicator: 'eigenvector',
  },
  {
    term: 'Elasticity',
    definition:
      'By how many per cent one thing differs where another is one per cent larger. An elasticity of flows to distance of −1 goes with flows half as large at twice the distance.',
    see: ['Gravity model', 'Distance'],
    indicator: 'gravity_coefficients',
  },
  {
    term: 'Estimated',
    definition: 'Not counted but reckoned, by the source or by the atlas. It carries the flag e.',
    see: ['Derived', 'Flag'],
  },
  {
    term: 'Expected value',
    definition:
      'What sizes alone, or a model, would let one expect. Observed over expected says how far a pair departs from that, and not why.',
    see: ['Affinity', 'Gravity model'],
    indicator: 'observed_over_expected',
  },
  {
    term: 'Fall',
    definition: 'A total that is smaller than in the year before, as a share of that year.',
    see: ['Recovery'],
    indicator: 'largest_fall',
  },
  {
    term: 'Flag',
    definition:
      'A letter beside a value that says what to know of it: p provisional, e estimated or derived, b break, u only partly reported, or a fall that no second source shows. A value without a flag is a normal one.',
    see: ['Provisional', 'Derived', 'Break in the series', 'Coverage'],
  },
  {
    term: 'Flow',
    definition:
      'What joins an origin and a destination in a year: a number of students, of moves of scholars, of shared papers or of shared projects.',
    see: ['Layer', 'Pair', 'Stock'],
  },
  {
    term: 'Fractional counting',
    definition:
      'A paper is divided among its countries, so that it counts as one in all. It needs every paper’s list of countries, which counts by pair no longer hold, so links are counted whole; shares by field and among the most cited are fractional, as NCSES gives them.',
    see: ['Whole counting'],
  },
  {
    term: 'Geometric mean',
    definition:
      'Of two numbers, the root of their product. It lies nearer to the smaller one than the ordinary mean does.',
    see: ['Salton’s cosine'],
  },
  {
    term: 'Gravity model',
    definition:
      'A model in which a flow grows with the sizes of origin and destination and differs with distance and with what two countries have in common. It describes what goes together, not what causes it.',
    see: ['PPML', 'Elasticity', 'Expected value'],
    indicator: 'gravity_coefficients',
  },
  {
    term: 'Herfindahl–Hirschman index',
    definition:
      'The sum of squared shares: one where a single partner has all, small where many have a little each.',
    see: ['Effective number', 'Share'],
    indicator: 'effective_partners',
  },
  {
    term: 'Host',
    definition:
      'The country in which students are enrolled who come from elsewhere. It is the host that reports them.',
    see: ['Inbound', 'Destination'],
  },
  {
    term: 'Inbound',
    definition: 'Coming into a country: students or scholars from abroad.',
    see: ['Outbound', 'Net flow'],
  },
  {
    term: 'Income group',
    definition:
      'One of the four groups into which the World Bank puts countries by income per inhabitant: low, lower middle, upper middle and high.',
    see: ['Region'],
  },
  {
    term: 'Interval',
    also: ['confidence interval', '95\u00a0% interval'],
    definition:
      'Two limits made so that, if chance alone were to play again and again, about 95 in 100 such intervals would hold the true value. They say nothing about what a source lacks.',
    see: ['Standard error', 'Poisson count'],
  },
  {
    term: 'Jaccard index',
    definition:
      'Links that two countries share, over all links that either has. Like all measures of that kind it depends on how large the two are, and on how different in size.',
    see: ['Salton’s cosine', 'Link'],
    indicator: 'jaccard',
  },
  {
    term: 'Layer',
    definition:
      'One of the four kinds of thing that join countries in this atlas: students, scholars, papers and projects.',
    see: ['Flow', 'Directed'],
  },
  {
    term: 'Link',
    definition:
      'One paper or project as seen by one pair of countries. A paper of three countries makes three links, so a sum over pairs counts links and not papers.',
    see: ['Whole counting', 'Total'],
  },
  {
    term: 'Log point',
    definition:
      'A difference of natural logarithms. Small ones can be read as per cent: 0.05 log points are about five per cent.',
    see: ['Elasticity', 'Standard error'],
  },
  {
    term: 'Median',
    definition: 'The value in the middle: half of all values are smaller and half larger.',
    see: ['Percentile'],
  },
  {
    term: 'Mid-P limits',
    definition:
      'Limits of a count that are a little narrower than the exact ones, which are wider than need be: of the chance of the very count that was observed only half is taken.',
    see: ['Interval', 'Poisson count'],
  },
  {
    term: 'Most cited',
    definition:
      'An article is among the one per cent most cited if no more than one in a hundred of its field and year is cited as often.',
    see: ['Percentile', 'Fractional counting'],
    indicator: 'top1_share',
  },
  {
    term: 'Move',
    definition:
      'A change of the country in which a researcher’s main affiliation lies, read from publications. One change is one move; who does not publish does not move.',
    see: ['Base', 'Turnover'],
  },
  {
    term: 'Net flow',
    definition:
      'Of a country what comes in minus what goes out; of an ordered pair the flow from origin to destination minus the flow the other way. It is small where much goes both ways.',
    see: ['Balance', 'Turnover', 'Circulation'],
    indicator: 'net_flow',
  },
  {
    term: 'Network',
    definition: 'All countries of a layer and year, with the ties between them.',
    see: ['Tie', 'Centrality'],
  },
  {
    term: 'Neutral value',
    definition:
      'The value of an indicator that says neither more nor less than expected: one for ratios, zero for balances and differences.',
    see: ['Expected value'],
  },
  {
    term: 'Not reported',
    definition:
      'There is no number, because nobody gave one. That is not zero, and it is never drawn, summed or divided as if it were.',
    see: ['Coverage', 'Suppressed', 'Ten largest partners'],
  },
  {
    term: 'Organisation',
    definition:
      'A university or research organisation that takes part in funded projects. Those that could be matched to the Research Organization Registry carry its id.',
    see: ['Renewed pair', 'Participation'],
  },
  {
    term: 'Origin',
    definition:
      'The country from which a student or a scholar comes. Where a layer is undirected, merely the country that is named first.',
    see: ['Destination', 'Directed'],
  },
  {
    term: 'Outbound',
    definition: 'Going out of a country: its students or scholars who are or go abroad.',
    see: ['Inbound', 'Derived'],
  },
  {
    term: 'Pair',
    definition:
      'Two countries. An ordered pair tells which of them is the origin; in undirected layers both orders hold the same number.',
    see: ['Directed', 'Link'],
  },
  {
    term: 'Participation',
    definition: 'One organisation in one funded project. A country may have several in the same project.',
    see: ['Coordinator', 'Success rate'],
  },
  {
    term: 'Partner',
    definition: 'The other country of a pair, as seen from one.',
    see: ['Pair', 'Ten largest partners'],
  },
  {
    term: 'Percentile',
    definition: 'The place of a value among all: at the 90th percentile, nine in ten are smaller.',
    see: ['Median', 'Rank correlation'],
    indicator: 'layer_gaps',
  },
  {
    term: 'Persistence',
    definition: 'How long and how steadily two countries, or two organisations, keep a tie.',
    see: ['Tie', 'Threshold'],
    indicator: 'tie_age',
  },
  {
    term: 'Place',
    definition:
      'A country or territory that some source counts apart. Being a place says nothing about its legal status.',
    see: ['Country code'],
  },
  {
    term: 'Poisson count',
    definition:
      'A count of things that happen one by one and independently. Its chance variation is about its square root, so that small counts are far less certain than large ones.',
    see: ['Interval', 'PPML'],
  },
  {
    term: 'PPML',
    also: ['Poisson pseudo-maximum likelihood'],
    definition:
      'A way to fit the gravity model to the flows themselves and not to their logarithms, so that zeros stay in and large errors of small flows do not bend the result.',
    see: ['Gravity model', 'Standard error'],
    indicator: 'gravity_coefficients',
  },
  {
    term: 'Preference ratio',
    definition:
      'A flow over what it would be if every origin spread its outbound flow like the world as a whole. One means neither more nor less.',
    see: ['Affinity', 'Flow'],
    indicator: 'preference',
  },
  {
    term: 'Provisional',
    definition:
      'Read while the source was still growing, so that a later reading will find more. It carries the flag p.',
    see: ['Flag', 'Snapshot'],
  },
  {
    term: 'Rank correlation',
    definition:
      'How alike two rankings are: 1 if they are the same, 0 if they have nothing to do with one another, −1 if one is the other turned over. Spearman’s is used.',
    see: ['Percentile'],
    indicator: 'layer_links',
  },
  {
    term: 'Rate',
    definition:
      'A count over what it is drawn from, such as students per 1,000 inhabitants, so that large and small countries can be compared.',
    see: ['Share'],
    indicator: 'works_per_million',
  },
  {
    term: 'Reciprocity',
    definition:
      'The smaller of the two flows of a pair over the larger: one where they are equal, near zero where one is all.',
    see: ['Asymmetry', 'Net flow'],
    indicator: 'reciprocity',
  },
  {
    term: 'Recovery',
    definition: 'The first year in which a total is as large again as before its largest fall.',
    see: ['Fall'],
    indicator: 'recovery_years',
  },
  {
    term: 'Region',
    definition:
      'Of a country, after UN M49. Regions of the world are made for statistics and have no other meaning.',
    see: ['Income group', 'Place'],
  },
  {
    term: 'Relative intensity of collaboration',
    also: ['RIC'],
    definition:
      'The share that a partner has in the links of a country, over the share that it has in the links of all others. It may differ between the two ends of a pair.',
    see: ['Affinity', 'Link'],
    indicator: 'ric',
  },
  {
    term: 'Release',
    definition:
      'One published state of all tables, with a number, checksums and a list of what changed. Files of a release never change afterwards.',
    see: ['Snapshot'],
  },
  {
    term: 'Renewed pair',
    definition:
      'Two organisations of different countries that share a project in one European programme and again in the next.',
    see: ['Organisation', 'Persistence'],
    indicator: 'renewed_pairs',
  },
  {
    term: 'Residue',
    definition:
      'The little that is left where a host stopped reporting by origin. It would look like a collapse and is left out.',
    see: ['Coverage', 'Not reported'],
  },
  {
    term: 'Rich club',
    definition:
      'The countries with the most links. A country leans towards them if they have a larger share of its links than of all others.',
    see: ['Centrality', 'Network'],
    indicator: 'rich_club',
  },
  {
    term: 'Salton’s cosine',
    also: ['cosine'],
    definition:
      'Links of two countries over the geometric mean of their totals. It rises with the size of both, whatever their closeness, and cannot be high where sizes differ much.',
    see: ['Jaccard index', 'Affinity'],
    indicator: 'salton',
  },
  {
    term: 'Score interval',
    also: ['Wilson interval'],
    definition: 'An interval of a share that stays between nothing and all, and works where cases are few.',
    see: ['Interval', 'Share'],
  },
  {
    term: 'Share',
    definition: 'A part over the whole that it belongs to, from 0 to 1 or in per cent.',
    see: ['Rate'],
  },
  {
    term: 'Snapshot',
    definition:
      'The rows that the atlas took from its sources on a given day and keeps. Every number can be made again from it.',
    see: ['Release', 'Source'],
  },
  {
    term: 'Source',
    definition:
      'The publication that a number was taken from, with publisher, licence and day of reading. Every row names its own, and two are never joined in one line.',
    see: ['Base', 'Edition'],
  },
  {
    term: 'Specialisation',
    definition:
      'The share that a theme has in what a country does, over the share that it has in what all do. One means as much as elsewhere.',
    see: ['Share', 'Affinity'],
    indicator: 'specialisation',
  },
  {
    term: 'Standard error',
    definition:
      'The size of the chance error to reckon with in an estimate. A robust one allows errors to differ in size, and to go together within a pair or for all pairs of a country.',
    see: ['Interval', 'PPML'],
  },
  {
    term: 'Stock',
    definition:
      'All who are there at one time, such as students enrolled; a flow is those who come or go in a year.',
    see: ['Flow'],
  },
  {
    term: 'Success rate',
    definition:
      'Participations in proposals that were funded over participations in all proposals that were evaluated; a proposal of several countries counts in each.',
    see: ['Participation', 'Rate'],
    indicator: 'success_rate',
  },
  {
    term: 'Suppressed',
    definition: 'Known to the source and hidden, because it is small. It carries the flag q and is not zero.',
    see: ['Not reported', 'Flag'],
  },
  {
    term: 'Ten largest partners',
    definition:
      'For students, the source lists of each year the ten largest hosts of every origin and the ten largest origins of every host. A pair that is in neither list is not zero: it is unknown.',
    see: ['Not reported', 'Partner'],
  },
  {
    term: 'Theme',
    definition: 'What a funded project is about, after the part of the programme that paid for it.',
    see: ['Specialisation'],
    indicator: 'specialisation',
  },
  {
    term: 'Threshold',
    definition:
      'The least number from which on something counts, such as a tie. Each page says which it uses.',
    see: ['Tie', 'Persistence'],
  },
  {
    term: 'Tie',
    definition: 'A pair of countries that have at least one link or flow in a year.',
    see: ['Link', 'Network'],
  },
  {
    term: 'Total',
    definition:
      'Of a country the sum of its links or flows over all partners, of the world the sum of that over all countries, so that in undirected layers every link counts from both ends. For students totals are those of UNESCO, because lists hold ten partners.',
    see: ['Link', 'Whole counting'],
  },
  {
    term: 'Turnover',
    definition: 'What comes in plus what goes out: how much moves at all.',
    see: ['Circulation', 'Net flow'],
  },
  {
    term: 'Whole counting',
    definition:
      'A paper or project counts once for each pair of countries in it, or, in a country’s own total, once for each country, and is not divided among them. So sums over pairs count links.',
    see: ['Fractional counting', 'Link'],
  },
  {
    term: 'World total',
    definition:
      'A source’s own number for the world, never a sum over pairs: that would count links, and leave out who does not report.',
    see: ['Total', 'Link'],
  },
];
