import { embedRoot, slugIn, type Edition, type EmbedIndex } from '../../embed/address.ts';
import type { EmbedPlace } from '../../embed/snippets.ts';
import type { AskedEmbed, Embeddable } from './embeddable.ts';

/** Folder of the embeds of figures that are an article's own. */
const ARTICLES = 'insights';

/** What can be embedded of a figure. */
export interface Editions {
  /** In the newest release; null where the figure has no page there. */
  readonly latest: EmbedPlace | null;
  /** In the release that is shown, kept for good; null where it is not. */
  readonly frozen: EmbedPlace | null;
}

/**
 * Asks of the site what it holds of a figure: which states have a page of their own, and whether the release is frozen. What it does not
 * answer is not offered; any state of a view can still be drawn live in the newest release.
 */
export async function editionsOf({ asked, root, release }: Embeddable): Promise<Editions> {
  const [figure, latest, frozen] = await Promise.all([
    asked(),
    indexOf(root, 'latest'),
    indexOf(root, { release }),
  ]);
  return {
    latest: placeIn(latest ?? { release, views: {} }, figure),
    frozen: frozen && placeIn(frozen, figure),
  };
}

function placeIn(index: EmbedIndex, asked: AskedEmbed): EmbedPlace | null {
  if ('view' in asked) return { ...asked, slug: slugIn(index, asked.view, asked.search) };
  const { article } = asked;
  return index.views[ARTICLES]?.[article] === undefined
    ? null
    : { view: ARTICLES, search: '', slug: article };
}

/** The list of an edition's states; null where the site has none, or does not answer. */
async function indexOf(root: string, edition: Edition): Promise<EmbedIndex | null> {
  try {
    const response = await fetch(`${root}${embedRoot(edition)}states.json`);
    return response.ok ? ((await response.json()) as EmbedIndex) : null;
  } catch {
    return null;
  }
}
