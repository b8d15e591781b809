import { getCollection, type CollectionEntry } from 'astro:content';
import { sentence } from '../charts/format.ts';
import { refuseFaults } from './articles.ts';
import { openPiece, type Piece } from './publication.ts';

/** A claim of the ledger with its numbers. */
export interface Claim {
  readonly entry: CollectionEntry<'claims'>;
  /** Address of its row in the ledger, and name of its page. */
  readonly slug: string;
  /** The claim in a few words, for titles: "Joint degrees". */
  readonly name: string;
  /** Path from the root of the site. */
  readonly href: string;
  readonly piece: Piece;
}

let all: Promise<readonly Claim[]> | undefined;

/** All claims, in the order of the ledger. */
export const claims = (): Promise<readonly Claim[]> => (all ??= load());

async function load(): Promise<readonly Claim[]> {
  const entries = await getCollection('claims');
  const sorted = entries.sort((a, b) => a.data.order - b.data.order);
  const twice = sorted.find(({ data }, i) => sorted[i - 1]?.data.order === data.order);
  if (twice) throw new Error(`${twice.id}: another claim has the order ${twice.data.order} too.`);
  return Promise.all(sorted.map(claimOf));
}

async function claimOf(entry: CollectionEntry<'claims'>): Promise<Claim> {
  const slug = entry.id.split('/')[1] ?? '';
  refuseFaults(entry.id, entry.body ?? '');
  return {
    entry,
    slug,
    name: sentence(slug.replaceAll('-', ' ')),
    href: `/insights/claims/${slug}/`,
    piece: await openPiece(entry.id, entry.data.figures),
  };
}
