import { rightsLine } from './rights.ts';
import { ATLAS, type Taken } from './taken.ts';

/** "Source: Title, publisher (licence), read 2024-07-09." Empty where no source is named. */
function sourcesLine({ sources }: Pick<Taken, 'sources'>): string {
  if (!sources.length) return '';
  const each = sources.map(
    ({ title, publisher, licence, retrieved }) => `${title}, ${publisher} (${licence}), read ${retrieved}`,
  );
  return `${each.length > 1 ? 'Sources' : 'Source'}: ${each.join('; ')}.`;
}

/** Release and day: from what the figure was made, and when it was taken. */
const releaseLine = ({ release, date }: Pick<Taken, 'release' | 'date'>): string =>
  `${ATLAS}, release ${release}; taken on ${date}.`;

/** What words around a picture or a network are made of. */
export type Credited = Pick<
  Taken,
  'title' | 'takeaway' | 'coverage' | 'notes' | 'sources' | 'release' | 'address' | 'date'
>;

/** Everything that must travel with a figure's numbers, a line each: coverage, notes, sources, licence, release, address. */
export const creditLines = (taken: Credited): string[] =>
  [
    taken.coverage,
    ...taken.notes,
    sourcesLine(taken),
    rightsLine(taken.sources),
    releaseLine(taken),
    taken.address,
  ].filter((line): line is string => Boolean(line));
