/** A licence, as far as words about rights need it. */
export interface Licensed {
  readonly title: string;
  /** Whether what is made from it must carry the same licence. */
  readonly share_alike?: boolean;
}

/** What the words are about: "value" of "figure", "row" of "table". */
export interface Whole {
  readonly each: string;
  readonly whole: string;
}

/**
 * What the licences of some sources come to, in words and without a point at the end of one alone. Several are no choice: what
 * is of a source is under its licence, and a share-alike one holds for the whole. Empty where there is none.
 */
export function rightsWords(licences: readonly Licensed[], { each, whole }: Whole): string {
  const different = [...new Map(licences.map((licence) => [licence.title, licence])).values()];
  const titles = (some: readonly Licensed[]): string => some.map(({ title }) => title).join('; ');
  const alike = different.filter((licence) => licence.share_alike);
  if (different.length < 2)
    return `${titles(different)}${alike.length ? ', share-alike: what is made from it carries the same licence' : ''}`;
  const all = `Each ${each} is under the licence of its source: ${titles(different)}.`;
  return alike.length ? `${all} The ${whole} as a whole is share-alike: ${titles(alike)}.` : all;
}
