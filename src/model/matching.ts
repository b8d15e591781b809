/**
 * How an organisation was matched to the Research Organization Registry, in the order in which the ways are tried, always
 * within the country. The first that finds any record decides; of several, those whose type fits are kept, then those in a
 * city that is known of the organisation; if more than one is left, there is no match.
 */
export const MATCH_METHODS = {
  curated: 'decided by hand, with the reason (data/organisations/aliases.csv)',
  name: 'the same name, letter by letter, but for accents, legal forms and articles',
  'other name': 'the same for another name that the organisation has under its code in FP7',
  words: 'the same words in any order and language',
  city: "the same words but for the city's name, and the same city",
  patron: 'a university whose name has a patron or title more',
  acronym: 'the same acronym, and either names that are much alike, or the same city',
  website: 'the same front page on the web, and names that are much alike',
} as const;

export type MatchMethod = keyof typeof MATCH_METHODS;
export const MATCH_METHOD_IDS = Object.keys(MATCH_METHODS) as readonly MatchMethod[];
