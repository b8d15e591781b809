import type { Citable } from '../cite/citable.ts';
import { citablePiece } from '../cite/works.ts';
import { isoDay } from '../publication/dates.ts';
import type { Article } from './articles.ts';
import { openRelease } from './atlas.ts';

/** An article as it is cited. */
export async function citedArticle({ entry, href }: Article, site: URL | undefined): Promise<Citable> {
  const { title, authors, published, whitepaper } = entry.data;
  const { manifest } = await openRelease();
  return citablePiece(
    { title, authors, published: isoDay(published), href, whitepaper },
    manifest,
    site?.href ?? null,
  );
}
