import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atEnd } from './at-end.ts';

/** What a server does with one request. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A request as the server saw it: its path with its query, and what it asked by its headers. */
export interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface TestServer {
  /** "http://127.0.0.1:PORT", without a slash. */
  readonly host: string;
  /** Every request so far, oldest first. */
  readonly seen: readonly Seen[];
  /** Requests so far for a path, without its query: the Range of each, or null. */
  readonly rangesOf: (path: string) => (string | null)[];
}

/**
 * A server for one test file. Each path (without its query) answers by its script: one answer for every request, or a list of
 * which each request takes the next and the last stays. A path without a script answers 404.
 */
export async function serverWith(
  script: Readonly<Record<string, Answer | readonly Answer[]>>,
): Promise<TestServer> {
  const seen: Seen[] = [];
  const pathOf = (url: string) => url.replace(/\?.*/, '');
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '');
    const before = seen.filter((other) => pathOf(other.path) === path).length;
    seen.push({ path: request.url ?? '', headers: request.headers });
    const answers = [script[path] ?? status(404)].flat();
    answers[Math.min(before, answers.length - 1)]?.(response, request);
  });
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    rangesOf: (path) =>
      seen.filter((one) => pathOf(one.path) === path).map((one) => one.headers.range ?? null),
  };
}

type Headers = Readonly<Record<string, string>>;

/** The whole body with its length, ranges of it where they are asked for: as a file server answers (RFC 9110, 14). */
export function file(content: string | Uint8Array, headers: Headers = {}): Answer {
  return (response, request) => {
    const { status, from } = rangeOf(request, content, headers);
    const body = Buffer.from(content).subarray(from);
    response.writeHead(status, { ...headers, ...lengths(content, from, status) });
    response.end(status === 416 ? '' : body);
  };
}

/**
 * Like `file`, and the connection is cut after so many bytes of its body.
 * @param received what has come to the other side so far, counted from the beginning of the file: a cut throws away what lies
 *   unread in its buffers, so that a test which counts must wait for it
 */
export function cutAfter(
  bytes: number,
  content: string | Uint8Array,
  headers: Headers = {},
  received: () => number = () => Infinity,
): Answer {
  return (response, request) => {
    const { status, from } = rangeOf(request, content, headers);
    response.writeHead(status, { ...headers, ...lengths(content, from, status) });
    response.write(Buffer.from(content).subarray(from, from + bytes));
    const timer = setInterval(() => {
      if (received() < from + bytes) return;
      clearInterval(timer);
      response.destroy();
    }, 5);
    response.on('close', () => clearInterval(timer));
  };
}

/** Like `file`, and the server falls silent after so many bytes of its body. */
export function stallAfter(bytes: number, content: string | Uint8Array, headers: Headers = {}): Answer {
  return (response, request) => {
    const { status, from } = rangeOf(request, content, headers);
    response.writeHead(status, { ...headers, ...lengths(content, from, status) });
    response.write(Buffer.from(content).subarray(from, from + bytes));
  };
}

/** Never answers at all. */
export const silence: Answer = () => undefined;

/** The whole body to everybody, with these headers alone: a server that knows no ranges. */
export function body(content: string | Uint8Array, headers: Headers = {}): Answer {
  return (response) => response.writeHead(200, headers).end(content);
}

/** A status, and a word of its own as its body. */
export function status(code: number, headers: Headers = {}): Answer {
  return (response) => response.writeHead(code, headers).end('Sorry');
}

export const redirect = (to: string, code = 302): Answer => status(code, { location: to });

export const json = (value: unknown, headers: Headers = {}): Answer =>
  body(JSON.stringify(value), { 'content-type': 'application/json', ...headers });

/** A body that never ends. `told` hears of every chunk, and of the end of the connection. */
export function endless(chunk: string, told: { sent: number; closed: () => void }): Answer {
  return (response) => {
    const more = () => {
      while (response.write(chunk)) told.sent += chunk.length;
      if (!response.destroyed) response.once('drain', more);
    };
    response.on('close', () => told.closed());
    more();
  };
}

function rangeOf(
  { headers }: IncomingMessage,
  content: string | Uint8Array,
  own: Headers,
): { status: 200 | 206 | 416; from: number } {
  const from = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  const changed =
    headers['if-range'] && ![own['etag'], own['last-modified']].includes(headers['if-range'] as string);
  if (from === undefined || changed) return { status: 200, from: 0 };
  return { status: Number(from) < Buffer.from(content).length ? 206 : 416, from: Number(from) };
}

function lengths(content: string | Uint8Array, from: number, status: number): Record<string, string> {
  const { length } = Buffer.from(content);
  if (status === 416) return { 'content-range': `bytes */${length}` };
  return {
    'content-length': String(length - from),
    ...(status === 206 && { 'content-range': `bytes ${from}-${length - 1}/${length}` }),
  };
}
