import type { SourceLabel } from '../model/atlas.ts';
import { rightsLine } from './rights.ts';

/** How files and sentences name the atlas. */
export const ATLAS = 'Crosscurrents, an open atlas of academic collaboration';

/** What the words around a picture or a network are made of. Words are those that stand at the figure. */
export interface Credited {
  readonly title: string;
  readonly takeaway: string | null;
  readonly coverage: string | null;
  readonly notes: readonly string[];
  /** Labels of the sources whose rows are shown. */
  readonly sources: readonly SourceLabel[];
  /** Version of the release, a date. */
  readonly release: string;
  /** Absolute address of what is shown, or its path where no address is known. */
  readonly address: string;
  /** Day on which it is taken: "2026-12-01"; null for what a release holds, which is the same on every day. */
  readonly date: string | null;
}

/** "Source: Title, publisher (licence), read 2024-07-09." Empty where no source is named. */
function sourcesLine({ sources }: Pick<Credited, 'sources'>): string {
  if (!sources.length) return '';
  const each = sources.map(
    ({ title, publisher, licence, retrieved }) => `${title}, ${publisher} (${licence}), read ${retrieved}`,
  );
  return `${each.length > 1 ? 'Sources' : 'Source'}: ${each.join('; ')}.`;
}

/** Release and day: from what the figure was made, and when it was taken. */
const releaseLine = ({ release, date }: Pick<Credited, 'release' | 'date'>): string =>
  `${ATLAS}, release ${release}${date === null ? '' : `; taken on ${date}`}.`;

/** Everything that must travel with a figure's numbers, a line each: coverage, notes, sources, licence, release, address. */
export const creditLines = (credited: Credited): string[] =>
  [
    credited.coverage,
    ...credited.notes,
    sourcesLine(credited),
    rightsLine(credited.sources),
    releaseLine(credited),
    credited.address,
  ].filter((line): line is string => Boolean(line));
