import { rightsLine } from '../files/rights.ts';
import type { SourceLabel } from '../model/atlas.ts';
import { listedPath, livePath, PICTURES, type Edition } from './address.ts';
import { listenerFor } from './listener.ts';

/** The ways in which a figure gets into another page, the one for most pages first. `bare` is a frame without the listener. */
export const WAYS = ['component', 'iframe', 'bare', 'static', 'svg', 'png', 'link'] as const;
export type Way = (typeof WAYS)[number];

/** Which figure is shown: a state of a view, and where that is listed, the name of its page. */
export interface EmbedPlace {
  readonly view: string;
  /** Query of the state, as `embedSearch` gives it. */
  readonly search: string;
  /** Name of its page and pictures; null where it has none and is drawn in the reader's browser. */
  readonly slug: string | null;
}

export interface Looks {
  /** `auto` follows each reader's own choice. */
  readonly theme: 'auto' | 'light' | 'dark';
  /** Title, picture, coverage and source alone. */
  readonly plain: boolean;
}

/** What a snippet is made of. */
export interface SnippetOf {
  readonly place: EmbedPlace;
  /** Absolute address of the root of the site, with a slash. */
  readonly root: string;
  readonly edition: Edition;
  readonly looks: Looks;
  readonly title: string;
  readonly alt: string;
  /** Labels of the sources whose rows are shown. */
  readonly sources: readonly SourceLabel[];
  /** Version of the release that is shown. */
  readonly release: string;
  /** CSS pixels; null for as wide as there is room. */
  readonly width: number | null;
  /** Heights of the page by the width of its frame, in CSS pixels; empty while they are not known. */
  readonly heights: readonly (readonly [width: number, height: number])[];
  /** Size of the picture, in CSS pixels; null where it is not known. */
  readonly picture: { readonly width: number; readonly height: number } | null;
}

/** Absolute address of the page of a figure alone, with its looks. */
export function pageAddress({ place, root, edition, looks }: Where): string {
  const { view, search, slug } = place;
  const path = slug === null ? livePath(view, search, edition) : listedPath(view, slug, edition);
  const query = [looks.theme === 'auto' ? '' : `theme=${looks.theme}`, looks.plain ? 'plain=1' : ''].filter(
    Boolean,
  );
  return query.length ? `${root}${path}${path.includes('?') ? '&' : '?'}${query.join('&')}` : root + path;
}
type Where = Pick<SnippetOf, 'place' | 'root' | 'edition' | 'looks'>;

/** Absolute address of a listed state's picture; null for a state that has none. */
export const pictureAddress = (
  { place: { view, slug }, root, edition }: Omit<Where, 'looks'>,
  kind: keyof typeof PICTURES,
): string | null => (slug === null ? null : root + listedPath(view, slug, edition) + PICTURES[kind]);

/** What a reader pastes; null for a way that needs a picture, where there is none. */
export function snippetOf(way: Way, of: SnippetOf): string | null {
  switch (way) {
    case 'component':
      return component(of);
    case 'iframe':
      return `${frame(of)}\n${listener(of)}`;
    case 'bare':
      return frame(of);
    case 'static':
      return scriptFree(of);
    case 'svg':
    case 'png':
      return pictureAddress(of, way);
    case 'link':
      return pageAddress(of);
  }
}

function frame(of: SnippetOf): string {
  const attributes = attributesOf({
    src: pageAddress(of),
    title: of.title,
    width: of.width ?? '100%',
    height: frameHeight(of),
    loading: 'lazy',
    style: 'border: 0; max-width: 100%',
  });
  return `<iframe ${attributes}>\n  ${fallback(of)}\n</iframe>`;
}

/** At the width that is asked for; where there is none, the tallest: without a script a frame keeps its height, and in that nothing is cut off. */
function frameHeight({ width, heights }: SnippetOf): number {
  const known = heights.find(([at]) => at === width);
  if (known) return known[1];
  return heights.length ? Math.max(...heights.map(([, height]) => height)) : USUAL;
}

/** A module has names of its own, so that the snippets of two figures can stand on one page. */
const listener = ({ root }: SnippetOf): string => `<script type="module">\n${listenerFor(root)}\n</script>`;

/** Height of a frame while that of its page is not known. */
const USUAL = 640;

/** The script gives the frame its height; what stands inside is seen where the figure does not come. See docs/embedding.md. */
function component(of: SnippetOf): string {
  const attributes = attributesOf({
    src: pageAddress(of),
    label: of.title,
    height: of.heights.length ? of.heights.map(byWidth).join(' ') : null,
    style: of.width === null ? null : `max-width: ${of.width}px`,
  });
  return [
    `<script async ${attributesOf({ src: `${of.root}embed/figure.js` })}></script>`,
    `<crosscurrents-figure ${attributes}>\n  ${fallback(of)}\n</crosscurrents-figure>`,
  ].join('\n');
}

const byWidth = ([width, height]: readonly [number, number]): string => `${width}:${height}`;

/** For browsers that show no frame: the picture, or where there is none, the title; either leads to the page. */
function fallback(of: SnippetOf): string {
  const picture = pictureAddress(of, 'svg');
  const inside = picture === null ? escaped(of.title) : image(of, picture);
  return `<a ${attributesOf({ href: pageAddress(of) })}>${inside}</a>`;
}

/** With its size, so that it keeps its place and its shape, and never wider than the column that it stands in. */
function image({ alt, picture, width }: SnippetOf, src: string): string {
  const scale = picture && width !== null ? width / picture.width : 1;
  const attributes = attributesOf({
    src,
    alt,
    width: picture && Math.round(picture.width * scale),
    height: picture && Math.round(picture.height * scale),
    style: 'max-width: 100%; height: auto',
  });
  return `<img ${attributes}>`;
}

function scriptFree(of: SnippetOf): string | null {
  const src = pictureAddress(of, 'svg');
  if (src === null) return null;
  const href = pageAddress(of);
  return [
    '<figure>',
    `  <a ${attributesOf({ href })}>${image(of, src)}</a>`,
    `  <figcaption>${caption(of, href)}</figcaption>`,
    '</figure>',
  ].join('\n');
}

/** Title, sources, licence, and the way to the page. */
function caption({ title, sources, release }: SnippetOf, href: string): string {
  const names = sources.map(({ title: name, publisher, landing_page }) => {
    const words = escaped(`${name}, ${publisher}`);
    return landing_page === null ? words : `<a ${attributesOf({ href: landing_page })}>${words}</a>`;
  });
  return [
    `${escaped(title.replace(/\.$/, ''))}.`,
    names.length ? `${names.length > 1 ? 'Sources' : 'Source'}: ${names.join('; ')}.` : '',
    escaped(rightsLine(sources)),
    `<a ${attributesOf({ href })}>Crosscurrents, release ${escaped(release)}</a>.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Attributes in the order given; null leaves one out. Words that go over several lines become one. */
const attributesOf = (attributes: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === null ? [] : [`${name}="${escaped(String(value).replace(/\s+/g, ' ').trim())}"`],
    )
    .join(' ');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
