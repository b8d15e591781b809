import type { Answer } from '../../model/api.ts';
import { embedRoot, slugIn, type Edition, type EmbedIndex } from '../../embed/address.ts';
import type { EmbedPlace } from '../../embed/snippets.ts';
import type { AskedEmbed, Embeddable } from './embeddable.ts';

/** Folder of the embeds of figures that are an article's own. */
const ARTICLES = 'insights';

/** What can be embedded of a figure. */
export interface Editions {
  /** In the newest release; null where the figure has no page there. */
  readonly latest: EmbedPlace | null;
  /** The same of the year that is the newest now, drawn live; null where it is of a year anyway, or of none. */
  readonly pinned: { readonly place: EmbedPlace; readonly year: number } | null;
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
    isFrozen(root, release).then((kept) => (kept ? indexOf(root, { release }) : null)),
  ]);
  return {
    latest: placeIn(latest ?? { release, views: {} }, figure),
    pinned: pinnedOf(figure),
    frozen: frozen && placeIn(frozen, figure),
  };
}

function placeIn(index: EmbedIndex, asked: AskedEmbed): EmbedPlace | null {
  if ('view' in asked) {
    const { view, search } = asked;
    return { view, search, slug: slugIn(index, view, search) };
  }
  const { article } = asked;
  return index.views[ARTICLES]?.[article] === undefined
    ? null
    : { view: ARTICLES, search: '', slug: article };
}

function pinnedOf(asked: AskedEmbed): Editions['pinned'] {
  if (!('view' in asked) || asked.newest === null) return null;
  const { view, search, newest: year } = asked;
  return { place: { view, search: `${search && `${search}&`}year=${year}`, slug: null }, year };
}

/** Whether the site keeps a release for good: one that it does not list is not asked for. */
async function isFrozen(root: string, release: string): Promise<boolean> {
  const answer = await json<Answer<'Releases'>>(`${root}api/v1/releases.json`);
  return answer?.releases.some(({ version, frozen }) => version === release && frozen) ?? false;
}

/** The list of an edition's states; null where the site has none, or does not answer. */
const indexOf = (root: string, edition: Edition): Promise<EmbedIndex | null> =>
  json(`${root}${embedRoot(edition)}states.json`);

async function json<T>(address: string): Promise<T | null> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
