import type { Reference } from '../../model/indicator.ts';
import { LEAST_COUNTRIES } from '../relations/gravity-terms.ts';
import { REFERENCES } from '../references.ts';

/** What both pages on the gravity model share. */
export const GRAVITY_LAYERS = ['papers', 'scholars', 'projects'] as const;

export const GRAVITY_FORMULA = String.raw`\mu_{od} = \exp\left(a_o + b_d + \beta_1 \ln D_{od} + \beta_2 B_{od} + \beta_3 L_{od} + \beta_4 K_{od}\right)`;

export const GRAVITY_SYMBOLS: readonly (readonly [tex: string, meaning: string])[] = [
  [String.raw`\mu_{od}`, 'what is expected of origin o and destination d'],
  ['a_o', 'effect of the origin: how much it sends to anyone'],
  [
    'b_d',
    'effect of the destination; of papers and projects, which have no direction, the same as its effect as origin',
  ],
  ['D_{od}', 'distance in kilometres'],
  ['B_{od}', 'one if they share a border, else zero'],
  ['L_{od}', 'one if an official language is the same'],
  ['K_{od}', 'one if one was ever a colony of the other'],
  [String.raw`\beta_1 \ldots \beta_4`, 'coefficients, the same for all pairs'],
];

export const GRAVITY_CAVEATS: readonly string[] = [
  'Every pair of two countries that have links in the year counts, also a pair without any: these zeros are observed. Students are left out because theirs are not.',
  'Whole counting: a paper or project of many countries makes links between all of them, near and far alike.',
  'Distance is the mean between the largest cities of both countries, weighted by their people (CEPII). Macao and some islands, which lack it, and the countries that CEPII lacks (among them South Sudan, Montenegro and Kosovo) are not in the fit; nor are links with them.',
  'Borders, languages and colonial ties are those of one file, whatever the year. Pairs with a country that had other borders then (Serbia, Sudan) carry a flag.',
  'Years that are provisional or only partly reported are left out. Projects are fitted once, over all other years together; their year is the last of these.',
  `A fit needs at least ${LEAST_COUNTRIES} countries.`,
];

export const GRAVITY_REFERENCES: readonly Reference[] = [
  REFERENCES.santosSilva2006,
  {
    text: 'Fally, T. (2015). Structural gravity and fixed effects. Journal of International Economics, 97(1), 76–85.',
    doi: '10.1016/j.jinteco.2015.05.005',
    where: 'why what is expected of a country adds up to what was observed',
  },
  REFERENCES.mayer2011,
];
