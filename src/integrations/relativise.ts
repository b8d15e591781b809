/**
 * Turns root-absolute URLs in built HTML into relative ones, so that the same files work under any base path.
 * Works on tags only: text, comments and the bodies of scripts and styles stay as they are.
 */

const TAG =
  /<!--[\s\S]*?-->|<(script|style|textarea|title)\b(?:[^>"']|"[^"]*"|'[^']*')*>[\s\S]*?<\/\1\s*>|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /(\s)([a-z_:][\w:.-]*)(\s*=\s*)("[^"]*"|'[^']*')/gi;
const URLS = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data', 'cite']);
const SETS = new Set(['srcset', 'imagesrcset']);
/** Attributes of our own that hold a URL end in one of these: `data-href`, `data-release-url`. */
const OWN = /^data-(?:.+-)?(?:href|src|url)$/;

/** Way from a page to the site's root: `./` for the home page, `../../` for `/countries/deu/`. */
export function prefixOf(pagePath: string): string {
  const depth = pagePath.split('/').length - 2;
  return depth > 0 ? '../'.repeat(depth) : './';
}

/** `pagePath` is the page's own path from the root, with its trailing slash or file name. */
export const relativise = (html: string, pagePath: string): string => reroot(html, prefixOf(pagePath));

/** Puts `prefix` in the place of the leading slash of every root-absolute URL. */
export function reroot(html: string, prefix: string): string {
  return html.replace(TAG, (tag) => {
    if (tag.startsWith('<!')) return tag;
    const end = openingEnd(tag);
    return rerootTag(tag.slice(0, end), prefix) + tag.slice(end);
  });
}

/** The same for `url(/...)` in a stylesheet. */
export const rerootCss = (css: string, prefix: string): string =>
  css.replace(/url\((["']?)\/(?!\/)/g, (_all, quote: string) => `url(${quote}${prefix}`);

function openingEnd(tag: string): number {
  const opening = /^<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/i.exec(tag);
  return opening ? opening[0].length : tag.length;
}

function rerootTag(tag: string, prefix: string): string {
  const isMeta = /^<meta\b/i.test(tag);
  return tag.replace(ATTRIBUTE, (whole, space: string, name: string, equals: string, quoted: string) => {
    const key = name.toLowerCase();
    const value = quoted.slice(1, -1);
    const quote = quoted.charAt(0);
    if (URLS.has(key) || OWN.test(key) || (isMeta && key === 'content'))
      return `${space}${name}${equals}${quote}${rerootUrl(value, prefix)}${quote}`;
    if (SETS.has(key)) {
      const set = value.split(/,\s+/).map((candidate) => rerootUrl(candidate.trim(), prefix));
      return `${space}${name}${equals}${quote}${set.join(', ')}${quote}`;
    }
    return whole;
  });
}

/** `//host` names another host and stays; so does everything that doesn't begin with one slash. */
const rerootUrl = (url: string, prefix: string): string =>
  /^\/(?!\/)/.test(url) ? prefix + url.slice(1) : url;
