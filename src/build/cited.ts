import { CREATOR, type Citable } from '../cite/citable.ts';
import { citablePiece, citableRelease } from '../cite/works.ts';
import { rightsWords } from '../model/rights.ts';
import { isoDay } from '../publication/dates.ts';
import type { Article } from './articles.ts';
import { openRelease } from './atlas.ts';
import type { Claim } from './claims.ts';

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

/** A claim as it is cited: by its own words, without the stop at their end. */
export async function citedClaim({ entry, href }: Claim, site: URL | undefined): Promise<Citable> {
  const { claim, published } = entry.data;
  const { manifest } = await openRelease();
  return citablePiece(
    { title: claim.replace(/\.$/, ''), authors: [CREATOR], published: isoDay(published), href },
    manifest,
    site?.href ?? null,
  );
}

/** The newest release as it is cited, with what the licences of its sources come to. */
export async function citedRelease(site: URL | undefined): Promise<Citable> {
  const { manifest, atlas } = await openRelease();
  const licences = [...atlas.sources.values()].map(({ licence, share_alike }) => ({
    title: licence,
    share_alike,
  }));
  return {
    ...citableRelease(manifest, site?.href ?? null),
    rights: rightsWords(licences, { each: 'row', whole: 'release' }),
  };
}
