import { posix } from 'node:path';
import { frozenRoot } from '../../../src/model/frozen.ts';
import { holds, type Tree } from './tree.ts';

/** Attributes that hold a URL; our own end in one of these words. */
const LINK = /\s(?:xlink:href|href|src|srcset|action|poster|data-(?:[\w-]+-)?(?:href|src|url))="([^"]*)"/g;
/** Text and comments hold no links. */
const TAG = /<!--[\s\S]*?-->|<[a-z](?:[^>"]|"[^"]*")*>/gi;

/**
 * Links of a frozen release that lead nowhere: to a file that it does not hold, or to a page that the site does not have.
 * @param site whether the built site has a path from its root
 * @returns one line each: where, and to what
 */
export function brokenLinks(tree: Tree, version: string, site: (path: string) => boolean): string[] {
  const root = `/${frozenRoot(version)}`;
  const wrong: string[] = [];
  for (const [path, bytes] of tree) {
    if (!/\.(?:html|css)$/.test(path)) continue;
    for (const target of new Set(path.endsWith('.css') ? linksOfStyle(bytes) : linksOfPage(bytes))) {
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(target)) continue;
      const [address = ''] = target.replaceAll('&amp;', '&').split(/[?#]/);
      const to = posix.join(root, posix.dirname(path), '/', address === '' ? posix.basename(path) : address);
      const there = to.startsWith(root) ? holds(tree, to.slice(root.length)) : site(to.slice(1));
      if (address.startsWith('/') || !there) wrong.push(`${path}: ${target}`);
    }
  }
  return wrong;
}

function* linksOfPage(bytes: Buffer): Generator<string> {
  for (const [tag] of bytes.toString().matchAll(TAG))
    if (!tag.startsWith('<!')) for (const [, value = ''] of tag.matchAll(LINK)) yield value;
}

function* linksOfStyle(bytes: Buffer): Generator<string> {
  for (const [, , url = ''] of bytes.toString().matchAll(/url\((["']?)([^"')]+)\1\)/g)) yield url;
}
