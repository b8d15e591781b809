import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { answerByRules, answerMissing } from './hosts/answer.ts';
import type { HostRules } from './hosts/rules.ts';

interface ServeOptions {
  /** Path that the folder is served under, with a slash at both ends; `/` if left out. */
  readonly base?: string;
  /** Further folders, by their path below `base`: `{ 'release/': '<folder>' }`. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** What the site asks of a host; left out, the server does nothing of it. */
  readonly rules?: HostRules;
}

interface ServedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly status: number;
}

export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Address of the folder: origin and base. */
  readonly url: string;
  /** Every request so far, in the order of the answers. */
  readonly requests: readonly ServedRequest[];
  close(): Promise<void>;
}

/** Types that the table of `sirv` lacks. */
const TYPES: Readonly<Record<string, string>> = { '.parquet': 'application/vnd.apache.parquet' };

/**
 * Serves a folder on a free port of this machine as a plain static host does: right types, files compressed
 * beforehand (`.br`, `.gz`) where they are there, `404.html` for what is missing, and not one security header unless there are rules.
 */
export async function serveFolder(
  root: string,
  { base = '/', mounts = {}, rules }: ServeOptions = {},
): Promise<TestServer> {
  const handlers = Object.entries({ ...mounts, '': root })
    .map(([path, folder]) => ({ prefix: base + path, handle: staticHandler(folder) }))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const requests: ServedRequest[] = [];

  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    response.on('finish', () => requests.push({ method, url, status: response.statusCode }));
    if (rules && answerByRules(rules, base, request, response)) return;
    const handler = handlers.find(({ prefix }) => url.startsWith(prefix));
    if (!handler) return notFound(root, response);
    request.url = `/${url.slice(handler.prefix.length)}`;
    handler.handle(request, response, () => notFound(root, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: origin + base,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** `dev` reads the folder at each request, so that a test may write files after the server has started. */
const staticHandler = (folder: string): Handler =>
  sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, pathname) {
      const type = TYPES[/\.[^./]*$/.exec(pathname)?.[0] ?? ''];
      if (type) response.setHeader('Content-Type', type);
    },
  });

function notFound(root: string, response: ServerResponse): void {
  answerMissing(response);
  const page = join(root, '404.html');
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}
