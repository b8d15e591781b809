import type { Reference } from '../../model/indicator.ts';
import type { LayerId } from '../../model/layer.ts';
import { FALSE_FALL, LEAST_BEFORE, LEAST_FALL } from '../relations/falls.ts';
import { joinedFlags } from '../relations/joined-flags.ts';

/** The totals in which falls are looked for; a country has one value for each. */
export interface Line {
  readonly measures: readonly string[];
  readonly layers: readonly LayerId[];
  /** What the total counts, as symbols explain it. */
  readonly counts: string;
  readonly caveats: readonly string[];
  /** A fall for worked examples. */
  readonly example: { readonly measure: string; readonly source: string; readonly country: string };
}

/** Which years may be that of a fall, said in definitions. */
export const ADMITTED = `A year is admitted where the total of the year before was at least ${LEAST_BEFORE}, the fall is at least ${LEAST_FALL * 100} % and beyond chance, both years are there, neither is provisional, and the year has no break in the series. Beyond chance: both totals taken as Poisson counts, a fall as large would have a chance of at most ${FALSE_FALL * 100} % over the number of the country’s years that were looked at (Bonferroni).`;

/** The set of these years, as a symbol. */
export const ADMITTED_SET = [
  String.raw`A`,
  'the set of admitted years t, by the conditions of the definition',
] as const;

const UNIVERSAL: readonly string[] = [
  'Where the total of all countries falls in the same year, the fall of a country may be the base’s and not the country’s: the column world_fall of the relation falls says by what part all countries that have both years fell together, below zero where they rose.',
  'No fall runs across a break in the series, a missing year or a provisional one, so what happened there is not seen.',
  `A turning point is a finding only where a second source shows it. A value carries the flag u where no second source has, in the same year or the next, a fall of at least ${LEAST_FALL * 100} % that is larger than chance would make it, or where there is no second source; the relation falls names it and what it shows.`,
];

const INDEX = 'An index that loses or adds a large publisher makes many countries fall in one year.';

export const PAPERS_LINE: Line = {
  measures: ['international_works'],
  layers: ['papers'],
  counts: 'papers with authors in another country',
  caveats: [
    ...UNIVERSAL,
    'OpenAlex stands beside the articles of NCSES, on Scopus, which has fewer countries and years.',
    INDEX,
  ],
  example: { measure: 'international_works', source: 'openalex-copublications', country: 'USA' },
};

export const INBOUND_LINE: Line = {
  measures: ['inbound_students', 'scholars_in'],
  layers: ['students', 'scholars'],
  counts: 'students from abroad in the country, or scholars who moved in',
  caveats: [
    ...UNIVERSAL,
    'Students have no second source, so every one of their falls carries that flag. Students are counted while they are abroad: a fall of those who arrive is seen late and weakened.',
    'A fall of students by a third or more is most often another way of counting that the source does not say.',
    'Scholars have two bases, Scopus and OpenAlex, each the second source of the other.',
    INDEX,
  ],
  example: { measure: 'scholars_in', source: 'scholarly-migration/openalex', country: 'GBR' },
};

export const OUTBOUND_LINE: Line = {
  measures: ['scholars_out'],
  layers: ['scholars'],
  counts: 'scholars who moved out',
  caveats: [
    ...UNIVERSAL,
    'Scholars have two bases, Scopus and OpenAlex, each the second source of the other. Students abroad are left out: their total is derived, and moves with what hosts report.',
    INDEX,
  ],
  example: { measure: 'scholars_out', source: 'scholarly-migration/openalex', country: 'GBR' },
};

/** Of every country, layer and source the largest fall, and of equal ones the first; columns of `falls` may be used. */
export const ofLargestFall = ({ measures }: Line, value: string, low: string, high: string): string => `
      SELECT country, layer, source, year, ${value} AS value, ${low} AS low, ${high} AS high,
             ${joinedFlags('flag', "CASE WHEN shown <> 'yes' THEN 'u' END")} AS flag
      FROM (
        SELECT *, row_number() OVER (PARTITION BY country, layer, source ORDER BY fall DESC, year, shown DESC) AS place
        FROM falls WHERE measure IN (${measures.map((m) => `'${m}'`).join(', ')}))
      WHERE place = 1`;

export const RESILIENCE: readonly Reference[] = [
  {
    text: 'Martin, R. (2012). Regional economic resilience, hysteresis and recessionary shocks. Journal of Economic Geography, 12(1), 1–32.',
    doi: '10.1093/jeg/lbr019',
    where: 'resistance to a shock, and recovery from it',
  },
  {
    text: 'Reinhart, C. M., & Rogoff, K. S. (2014). Recovery from financial crises: Evidence from 100 episodes. American Economic Review, 104(5), 50–55.',
    doi: '10.1257/aer.104.5.50',
    where: 'severity and duration, until the level before is reached again',
  },
];
