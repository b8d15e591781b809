import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOf, type HostRules } from './rules.ts';

/**
 * Gives an answer the headers that the rules have for its address, before a file is looked for.
 * @param base path of the site, with a slash at both ends
 * @returns whether that was the whole answer: a question before the answer, or an address that has moved
 */
export function answerByRules(
  rules: HostRules,
  base: string,
  { url = '/', method }: IncomingMessage,
  response: ServerResponse,
): boolean {
  const pathname = (/^[^?#]*/.exec(url)?.[0] ?? '/').replace(/^\/{2,}/, '/');
  if (!pathname.startsWith(base)) return false;
  const path = decoded(pathname.slice(base.length));
  for (const [name, value] of Object.entries(headersOf(rules, path))) response.setHeader(name, value);
  // `sirv` would say that such a file is only packed for the way.
  if (path.endsWith('.gz')) response.setHeader('Content-Encoding', 'identity');
  if (method === 'OPTIONS') {
    response.writeHead(204).end();
    return true;
  }
  const move = rules.moves.find(({ from }) => from === path);
  if (!move) return false;
  // Where an address leads may change, whatever is said of the files below it.
  response.removeHeader('Cache-Control');
  response.writeHead(302, { Location: base + move.to }).end();
  return true;
}

/** What was not found is not to be kept, and is no file of a type. */
export function answerMissing(response: ServerResponse): void {
  for (const name of ['Cache-Control', 'Content-Encoding', 'Content-Type']) response.removeHeader(name);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
