import { UserError } from '../errors.ts';
import { coverOf } from './cover.ts';
import type { BuiltSite } from './built-site.ts';
import type { Headers, HostRules } from './rules.ts';

/** What Cloudflare Pages takes, the stricter of the two. */
export const HEADERS_LIMITS = { rules: 100, line: 2000 } as const;

/**
 * `_headers` for Netlify and Cloudflare Pages. No header of an address comes from two patterns: where that happens Cloudflare joins the
 * values with a comma, and Netlify does not say what it does. So patterns are written for the folders that the site has.
 * @param base path of the site on its host, with a slash at both ends
 * @throws {UserError} where it is more than a host reads
 */
export function headersFile({ matters, types }: HostRules, { paths }: BuiltSite, base: string): string {
  const blocks = new Map<string, Headers>();
  const add = (pattern: string, headers: Headers): unknown =>
    blocks.set(pattern, { ...blocks.get(pattern), ...headers });
  for (const matter of matters)
    for (const [pattern, headers] of coverOf(matter, paths)) add(pattern, headers);
  for (const [ending, type] of Object.entries(types)) add(`*${ending}`, { 'Content-Type': type });

  const lines = [...blocks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pattern, headers]) => [
      base + pattern,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ]);
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (blocks.size > HEADERS_LIMITS.rules || longest.length > HEADERS_LIMITS.line)
    throw new UserError(
      `The file _headers would have ${blocks.size} rules, the longest line ${longest.length} signs: Cloudflare Pages reads ${HEADERS_LIMITS.rules} rules of ${HEADERS_LIMITS.line} signs (scripts/lib/hosts/headers-file.ts). Give what lies loose in a folder a folder of its own, or fewer kinds of headers (scripts/lib/hosts/rules.ts).`,
    );
  return `${lines.join('\n')}\n`;
}

/** `_redirects` for the same hosts. */
export const redirectsFile = ({ moves }: HostRules, base: string): string =>
  moves.map(({ from, to }) => `${base}${from} ${base}${to} 302\n`).join('');
