import type { Counting } from '../model/indicator.ts';

/** What is counted how, in sentences that stand at figures. Each indicator names the one that is its own. */

const MOVES =
  'What is counted are moves: a move is a change of the main country of affiliation, seen through publications.';
const LISTED =
  'Students are counted where they are enrolled, in every year in which they are. The source lists each country\u2019s ten largest partners only: an absent pair is not zero.';

/** Of pairs, and of what is summed over pairs. */
export const LINKS: Counting = {
  papers:
    'Whole counting: a paper of three countries counts once for each of its three pairs, so what is summed up are links, not papers.',
  projects:
    'Whole counting: a project of three countries counts once for each of its three pairs, so what is summed up are links, not projects.',
  scholars: MOVES,
  students: LISTED,
};

/** Of a country's partners. */
export const PARTNERS_COUNTED: Counting = {
  papers:
    'Whole counting: a paper of three countries is a link of each of them with each of the other two, so what is summed up are links, not papers.',
  projects:
    'Whole counting: a project of three countries is a link of each of them with each of the other two, so what is summed up are links, not projects.',
  scholars: MOVES,
  students: LISTED,
};

/** Of a country's totals. */
export const TOTALS: Counting = {
  papers:
    'Whole counting: a work with authors in three countries counts once for each of these countries, however many partners it has.',
  scholars: MOVES,
  students:
    'Students are counted while they are enrolled: one who studies abroad for four years counts in each of them.',
};

/** Of articles on Scopus, as NCSES counts them. */
export const ARTICLES: Counting = {
  papers: 'Whole counting: an article of three countries counts once for each of them.',
};
export const FRACTIONS: Counting = {
  papers: 'Fractional counting: an article of three countries is divided among them, by its addresses.',
};

/** Of participations in projects. */
export const PARTICIPATIONS: Counting = {
  projects: 'What is counted are participations: one for each organisation in each project.',
};
export const PROPOSALS: Counting = {
  projects: 'What is counted are participations in proposals: one for each organisation in each proposal.',
};
export const PROJECTS: Counting = {
  projects: 'Whole counting: a project counts once for each country in it.',
};
export const ORGANISATION_PAIRS: Counting = {
  projects:
    'What is counted are pairs of organisations: a pair counts once, however many projects it shared.',
};
