/** The tags of built HTML and SVG, read fast and without building a tree: two hundred pages are checked in a second. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Content of script and style elements; empty for all others. */
  readonly body: string;
}

const TAG = /<!--[\s\S]*?-->|<([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** Elements whose content is text, with what ends each. */
const RAW = new Map(
  ['script', 'style', 'textarea', 'title'].map((name) => [name, new RegExp(`</${name}`, 'gi')]),
);

export function tagsOf(markup: string): Tag[] {
  const tags: Tag[] = [];
  TAG.lastIndex = 0;
  for (let match = TAG.exec(markup); match; match = TAG.exec(markup)) {
    const name = match[1]?.toLowerCase();
    if (!name) continue;
    let body = '';
    const close = RAW.get(name);
    if (close && !match[2]?.endsWith('/')) {
      close.lastIndex = TAG.lastIndex;
      const end = close.exec(markup)?.index ?? markup.length;
      body = markup.slice(TAG.lastIndex, end);
      TAG.lastIndex = end;
    }
    tags.push({ name, attributes: attributesOf(match[2] ?? ''), body });
  }
  return tags;
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE))
    if (name) attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''));
  return attributes;
}

const decode = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#38;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** URLs in a tag that a browser follows or loads; `load` tells which it fetches by itself. */
export function urlsOf({ name, attributes }: Tag): { url: string; load: boolean }[] {
  const urls: { url: string; load: boolean }[] = [];
  const rel = attributes.get('rel') ?? '';
  const loads = !['a', 'area', 'form'].includes(name) && !/canonical|alternate|license|author|help/.test(rel);
  for (const key of ['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data']) {
    const url = attributes.get(key);
    if (url !== undefined) urls.push({ url, load: loads });
  }
  for (const key of ['srcset', 'imagesrcset'])
    for (const candidate of attributes.get(key)?.split(/,\s+/) ?? [])
      urls.push({ url: candidate.trim().split(/\s+/)[0] ?? '', load: true });
  for (const [key, url] of attributes)
    if (/^data-(?:.+-)?(?:href|src|url)$/.test(key)) urls.push({ url, load: true });
  return urls;
}

/** URLs in a stylesheet. */
export const cssUrls = (css: string): string[] =>
  [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g)].map(
    (match) =>
      match
        .slice(1)
        .find((part) => part !== undefined)
        ?.trim() ?? '',
  );
