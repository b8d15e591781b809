import { filesOf, read } from './files.ts';
import { cssUrls, tagsOf, urlsOf, type Tag } from './html.ts';

export interface Violation {
  readonly file: string;
  readonly what: string;
}

/** Script types that hold data and run nothing. */
const DATA = new Set(['application/json', 'application/ld+json']);

/** What the content security policy would block, and what would not work under a base path or without another host. */
export async function violations(dist: string): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const file of await filesOf(dist)) {
    const whats = file.endsWith('.html')
      ? pageFaults(await read(dist, file), file === '404.html')
      : file.endsWith('.css')
        ? cssUrls(await read(dist, file)).flatMap((url) => addressFault('url()', url, false))
        : [];
    for (const what of new Set(whats)) found.push({ file, what });
  }
  return found;
}

function pageFaults(html: string, mayBeAbsolute: boolean): string[] {
  const tags = tagsOf(html);
  const faults = tags.flatMap((tag) => [...inlineFaults(tag), ...loadFaults(tag, mayBeAbsolute)]);
  const policy = tags.find(
    ({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  if (!policy) faults.push('no content security policy');
  else if (/unsafe-inline|'unsafe-eval'/.test(policy.attributes.get('content') ?? ''))
    faults.push('a policy that allows inline code');
  return faults;
}

function inlineFaults({ name, attributes, body }: Tag): string[] {
  const faults: string[] = [];
  if (name === 'script' && !attributes.has('src') && !DATA.has(attributes.get('type') ?? ''))
    faults.push(`inline script: ${body.trim().slice(0, 60)}`);
  if (name === 'style') faults.push(`style element: ${body.trim().slice(0, 60)}`);
  for (const [key, value] of attributes) {
    if (key === 'style') faults.push(`style attribute on ${name}: ${value.slice(0, 60)}`);
    if (/^on[a-z]/.test(key)) faults.push(`${key} handler on ${name}`);
    if (/^\s*javascript:/i.test(value)) faults.push(`javascript: address on ${name}`);
  }
  return faults;
}

const loadFaults = (tag: Tag, mayBeAbsolute: boolean): string[] =>
  urlsOf(tag).flatMap(({ url, load }) =>
    load || url.startsWith('/') ? addressFault(tag.name, url, mayBeAbsolute) : [],
  );

function addressFault(where: string, url: string, mayBeAbsolute: boolean): string[] {
  if (/^(https?:)?\/\//i.test(url)) return [`${where} loads from another host: ${url}`];
  if (url.startsWith('/') && !mayBeAbsolute) return [`${where} starts at the root: ${url}`];
  return [];
}
