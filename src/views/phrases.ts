import { count, quantity, singular } from '../charts/format.ts';
import type { LayerId } from '../model/layer.ts';
import { placeOf } from '../model/country.ts';
import type { Atlas } from './view.ts';
import type { Direction } from './params.ts';

/** The English of the four layers. What is said of a flow depends on what moves; everything else in words.ts files is shared. */

export const inText = (iso3: string, atlas: Atlas): string => placeOf(atlas.places, iso3).in_text;
export const shortName = (iso3: string, atlas: Atlas): string => placeOf(atlas.places, iso3).short_name;
export const sourceName = (source: string, atlas: Atlas): string =>
  atlas.sources.get(source)?.short ?? source;

/** "the United States" at the head of a sentence: "The United States". */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a layer counts, for headings: "Horizon 2020 projects". */
export const THINGS: Record<LayerId, string> = {
  students: 'students',
  scholars: 'scholars',
  papers: 'papers',
  projects: 'Horizon 2020 projects',
};

/** What a sum over pairs counts. Under whole counting, papers and projects are counted once a pair, so their sums are links. */
export const SUM_UNITS: Record<LayerId, string> = {
  students: 'students',
  scholars: 'moves',
  papers: 'links',
  projects: 'links',
};

/** "Largest destinations of students from India, 2018" */
export function largestTitle(
  layer: LayerId,
  iso3: string,
  direction: Direction,
  year: number,
  atlas: Atlas,
): string {
  const place = inText(iso3, atlas);
  switch (layer) {
    case 'students':
      return {
        out: `Largest destinations of students from ${place}, ${year}`,
        in: `Largest origins of students in ${place}, ${year}`,
        both: `Largest partners of ${place} in students, ${year}`,
      }[direction];
    case 'scholars':
      return {
        out: `Largest destinations of scholars who left ${place}, ${year}`,
        in: `Largest origins of scholars who moved to ${place}, ${year}`,
        both: `Largest partners of ${place} in moves of scholars, ${year}`,
      }[direction];
    case 'papers':
      return `Largest partners of ${place} in papers, ${year}`;
    case 'projects':
      return `Largest partners of ${place} in Horizon 2020 projects started in ${year}`;
  }
}

/** "The 60 largest flows of students between countries, 2018" */
export function worldTitle(layer: LayerId, shown: number, year: number): string {
  switch (layer) {
    case 'students':
    case 'scholars':
      return `The ${count(shown)} largest flows of ${layer} between countries, ${year}`;
    case 'papers':
      return `The ${count(shown)} pairs of countries that share most papers, ${year}`;
    case 'projects':
      return `The ${count(shown)} pairs of countries that share most Horizon 2020 projects started in ${year}`;
  }
}

/** One flow as a statement: "77,370 papers joined China and the United States in 2022". */
export function flowSentence(
  layer: LayerId,
  origin: string,
  destination: string,
  value: number,
  year: number | string,
  atlas: Atlas,
): string {
  const [from, to] = [inText(origin, atlas), inText(destination, atlas)];
  switch (layer) {
    case 'students':
      return `${quantity(value, 'students')} from ${from} studied in ${to} in ${year}`;
    case 'scholars':
      return `${quantity(value, 'scholars')} moved from ${from} to ${to} in ${year}`;
    case 'papers':
      return `${capital(from)} and ${to} shared ${quantity(value, 'papers')} in ${year}`;
    case 'projects':
      return `${capital(from)} and ${to} shared ${quantity(value, 'Horizon 2020 projects')} started in ${year}`;
  }
}

/** What is left beside the largest: "the other 190 partners", "the other pair". */
export const theOther = (n: number, noun: string): string =>
  n === 1 ? `the other ${singular(noun)}` : `the other ${count(n)} ${noun}`;

/**
 * What a map or a ranking shows one of. Where there is a direction, a pair has two flows, and so has a partner seen both
 * ways on a map; a ranking adds the two up.
 */
export const nounOf = (directed: boolean, country: string | null, bothWays: boolean): string =>
  directed && (country === null || bothWays) ? 'flows' : country === null ? 'pairs' : 'partners';

/** How pairs are counted, said wherever a sum over pairs stands. */
export const COUNTING: Record<LayerId, string> = {
  students: "The source lists each country's ten largest partners only: an absent pair is not zero.",
  scholars: 'A move is a change of the main country of affiliation, seen through publications.',
  papers:
    'Whole counting: a paper of three countries counts once for each of its three pairs, so sums over pairs count links, not papers.',
  projects:
    'Whole counting: a project of three countries counts once for each of its three pairs, so sums over pairs count links, not projects.',
};

/** The same where layers stand side by side. */
export const COUNTING_OF_ALL =
  'Papers and projects are counted whole, once for each pair of their countries; scholars by their moves; students while they are enrolled.';

/** Places for which it matters that territories with their own code count apart. */
const APART = new Set(['CHN', 'HKG', 'MAC', 'TWN', 'USA', 'PRI', 'FRA', 'GLP', 'GUF', 'MTQ', 'MYT', 'REU']);

/** Said of the world (null) and of the places that it concerns. */
export const territories = (country: string | null): string | null =>
  country === null || APART.has(country)
    ? 'Territories with their own code in the source (Hong Kong, Macao, Taiwan, Puerto Rico, French overseas departments) count as their own place.'
    : null;
