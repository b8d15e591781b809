import { listedPath, livePath } from '../../embed/address.ts';
import { editionsOf } from './builder-editions.ts';
import type { Embeddable } from './embeddable.ts';

/**
 * Absolute address of a figure as it is kept in the release that is shown, where that is frozen: what a citation leads to must not change.
 * Null where the release is not frozen, or the site does not answer.
 */
export async function keptAddress(embed: Embeddable): Promise<string | null> {
  const { frozen } = await editionsOf(embed);
  if (!frozen) return null;
  const edition = { release: embed.release };
  const { view, slug, search } = frozen;
  const path = slug === null ? livePath(view, search, edition) : listedPath(view, slug, edition);
  return new URL(embed.root + path, document.baseURI).href;
}
