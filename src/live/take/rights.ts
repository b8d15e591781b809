import type { SourceLabel } from '../../model/atlas.ts';

type Licensed = Pick<SourceLabel, 'licence' | 'share_alike'>;

/**
 * What the licences of the sources of a figure come to, in words: the rule of the catalogue's tables. Several are no choice: what
 * is of a source is under its licence, and a share-alike one holds for the whole. Empty where there is no source.
 */
export function rightsOf(sources: readonly Licensed[]): string {
  const each = new Map(sources.map((source) => [source.licence, source]));
  const titles = [...each.keys()].join('; ');
  const alike = [...each.values()].filter((source) => source.share_alike).map(({ licence }) => licence);
  if (each.size === 0) return '';
  if (each.size === 1)
    return `Licence: ${titles}${alike.length ? ', share-alike: what is made from it carries the same licence' : ''}.`;
  const whole = alike.length ? ` The whole is share-alike: ${alike.join('; ')}.` : '';
  return `Each value is under the licence of its source: ${titles}.${whole}`;
}
