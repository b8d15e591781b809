import { CHAPTERS_OF_INDICATORS, type Indicator } from '../../model/indicator.ts';

/** Chapters with their indicators, in the order of the pages; chapters without any are left out. */
export const byChapter = (
  indicators: readonly Indicator[],
): (readonly [chapter: Indicator['chapter'], indicators: readonly Indicator[]])[] =>
  CHAPTERS_OF_INDICATORS.map(
    (chapter) => [chapter, indicators.filter((i) => i.chapter === chapter)] as const,
  ).filter(([, all]) => all.length > 0);

/** What has a value, in words. */
export const subjectOf = ({ subject, symmetric = false }: Indicator): string =>
  subject === 'country'
    ? 'A country'
    : subject === 'layers'
      ? 'Layers as a whole'
      : symmetric
        ? 'A pair of countries, the same in either order'
        : 'A pair of countries in a given order';

const bound = (value: number): string => value.toLocaleString('en-GB').replace('-', '\u2212');

/** "0 or more", "−1 to 1", "Any value". */
export const rangeOf = ([least, most]: Indicator['range']): string =>
  least === null
    ? most === null
      ? 'Any value'
      : `${bound(most)} or less`
    : most === null
      ? `${bound(least)} or more`
      : `${bound(least)} to ${bound(most)}`;

/** "1, which says neither more nor less than expected", or what the indicator says of its own. */
export const neutralOf = ({
  neutral,
  neutralWords = 'neither more nor less than expected',
}: Pick<Indicator, 'neutral' | 'neutralWords'>): string | null =>
  neutral === null ? null : `${bound(neutral)}, which says ${neutralWords}`;
