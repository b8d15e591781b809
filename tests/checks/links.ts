import { FROZEN } from '../../scripts/lib/hosts/rules.ts';
import { addressOf, BASE, fileAt, filesOf, read } from './files.ts';
import { cssUrls, tagsOf, urlsOf } from './html.ts';

export interface BrokenLink {
  /** The file that holds the link. */
  readonly file: string;
  readonly url: string;
  readonly reason: string;
}

/** Follows every link and load between the files of a built site, with its #fragment. Links to other hosts are left alone. */
export async function brokenLinks(dist: string): Promise<BrokenLink[]> {
  const files = await filesOf(dist);
  const present = new Set(files);
  const ids = new Map<string, Promise<ReadonlySet<string>>>();
  const idsOf = (file: string) => {
    let known = ids.get(file);
    if (!known) ids.set(file, (known = read(dist, file).then(idsIn)));
    return known;
  };
  const broken: BrokenLink[] = [];
  for (const file of files) {
    for (const url of new Set(await urlsIn(dist, file))) {
      const reason = await fault(file, url, present, idsOf);
      if (reason) broken.push({ file, url, reason });
    }
  }
  return broken;
}

async function fault(
  file: string,
  url: string,
  present: ReadonlySet<string>,
  idsOf: (file: string) => Promise<ReadonlySet<string>>,
): Promise<string | null> {
  if (/^(data|blob|mailto|tel):/.test(url)) return null;
  if (!URL.canParse(url, addressOf(file))) return 'not a URL';
  const target = new URL(url, addressOf(file));
  if (target.hostname !== 'site.invalid') return null;
  const root = file === '404.html' ? new URL('/', BASE).href : BASE;
  if (!target.href.startsWith(root)) return 'leaves the root of the site';
  const path = decodeURIComponent(target.pathname.slice(new URL(root).pathname.length));
  const wanted = fileAt(path);
  if (!present.has(wanted))
    return present.has(`${wanted}/index.html`) ? 'lacks its trailing slash' : 'no such file';
  const fragment = decodeURIComponent(target.hash.slice(1));
  if (!fragment || fragment === 'top' || !/\.(html|svg)$/.test(wanted)) return null;
  // What the SQL lab reads from its address is a query, no place of the page.
  if (path === 'explore/sql/' && /^[qz]=/.test(fragment)) return null;
  // A frozen page outlives the figure it names: then it leads to the piece in which that was.
  if (file.startsWith(FROZEN) && !wanted.startsWith(FROZEN)) return null;
  return (await idsOf(wanted)).has(fragment) ? null : 'no such fragment';
}

async function urlsIn(dist: string, file: string): Promise<string[]> {
  if (/\.(html|svg)$/.test(file))
    return tagsOf(await read(dist, file)).flatMap((tag) => urlsOf(tag).map(({ url }) => url));
  if (file.endsWith('.css')) return cssUrls(await read(dist, file));
  if (file.endsWith('.js')) return scriptUrls(await read(dist, file));
  return [];
}

/** Relative addresses in a script: imports of both kinds and `new URL("…", import.meta.url)`. */
const scriptUrls = (code: string): string[] =>
  [
    ...code.matchAll(
      /(?:\bfrom\s*|\bimport\s*\(?\s*)(["'`])(\.{1,2}\/[^"'`$]+)\1|new URL\(\s*(["'`])([^"'`$:]+)\3\s*,\s*import\.meta\.url/g,
    ),
  ].map((match) => match[2] ?? match[4] ?? '');

const idsIn = (markup: string): ReadonlySet<string> =>
  new Set(tagsOf(markup).flatMap(({ attributes }) => attributes.get('id') ?? []));
