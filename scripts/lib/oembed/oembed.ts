import type { Markup } from '../../../src/charts/svg.ts';
import { text } from '../../../src/charts/svg.ts';
import { listedPath, OEMBED_FILE, PICTURES } from '../../../src/embed/address.ts';
import { snippetOf } from '../../../src/embed/snippets.ts';
import type { SourceLabel } from '../../../src/model/atlas.ts';
import type { DrawnFigure } from '../../../src/views/figure.ts';
import { OEMBED_WIDTH, pageHeight } from './page-height.ts';

/** The answer of oEmbed 1.0 about a figure (https://oembed.com/): what a site shows for its address. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds for which an answer may be kept: the newest release is shown. */
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
}

const DAY = 86_400;

/** A listed state of the newest release. */
interface OEmbedOf {
  readonly drawn: Pick<DrawnFigure, 'view' | 'words' | 'wide'>;
  readonly slug: string;
  /** Absolute address of the root of the site, with a slash: oEmbed knows no other addresses. */
  readonly root: string;
  /** Labels of the sources whose rows are shown. */
  readonly sources: readonly SourceLabel[];
  /** Version of the release. */
  readonly release: string;
  /** Its picture, a PNG file. */
  readonly png: Uint8Array;
}

/** A state as the answer of oEmbed: a frame without a script, as its height is said beside it, with the picture as a small one. */
export function oembedOf({ drawn, slug, root, sources, release, png }: OEmbedOf): OEmbed {
  const { view, words } = drawn;
  const height = pageHeight(drawn, sources);
  const html = snippetOf('bare', {
    place: { view, search: '', slug },
    edition: 'latest',
    looks: { theme: 'auto', plain: false },
    title: words.title,
    alt: words.alt,
    width: OEMBED_WIDTH,
    heights: [[OEMBED_WIDTH, height]],
    picture: null,
    root,
    sources,
    release,
  });
  if (html === null) throw new Error(`The figure ${view}/${slug} has no frame.`);
  const picture = sizeOf(png);
  return {
    version: '1.0',
    type: 'rich',
    title: words.title,
    provider_name: 'Crosscurrents',
    provider_url: root,
    cache_age: DAY,
    html,
    width: OEMBED_WIDTH,
    height,
    thumbnail_url: root + listedPath(view, slug) + PICTURES.png,
    thumbnail_width: picture.width,
    thumbnail_height: picture.height,
  };
}

/** Leads from a page to the answer about its figure, by the figure's path: "embed/ranking/ken/". */
export const oembedLink = (root: string, path: string, title: string): Markup =>
  `<link rel="alternate" type="application/json+oembed" href="${text(root + path + OEMBED_FILE)}" title="${text(title)}">` as Markup;

/** Width and height of a PNG file, as its first chunk has them. */
function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (view.getUint32(12) !== IHDR) throw new Error('The picture is no PNG file.');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
const IHDR = 0x49484452;
