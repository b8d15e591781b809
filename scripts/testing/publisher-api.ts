import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Downloader } from '../lib/downloader.ts';
import type { Outside } from '../refresh/route.ts';
import { atEnd } from './at-end.ts';
import { folderWith } from './folder.ts';

/** What a publisher was asked. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  /** How often this very address has been asked, with this time. */
  readonly time: number;
}

/** An answer: JSON for an object or a list, and a body as it is for text and bytes. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface PublisherApi {
  /** Its address, without a slash at the end. */
  readonly base: string;
  /** Path and query of everything that it was asked, and the status that it answered, as they came: "200 /v2/country?page=1". */
  readonly log: string[];
}

/**
 * A publisher's server on this machine, for as long as the tests of a file run. `null` is an answer that never comes.
 * What it cannot answer is a 404 that the log shows.
 */
export async function publisherApi(
  reply: (asked: Asked) => Reply | null | Promise<Reply | null>,
): Promise<PublisherApi> {
  const log: string[] = [];
  const times = new Map<string, number>();
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    const { pathname, searchParams } = new URL(address, 'http://publisher.test');
    const time = (times.get(address) ?? 0) + 1;
    times.set(address, time);
    void Promise.resolve(reply({ path: pathname, query: searchParams, time })).then((answer) => {
      if (!answer) return log.push(`--- ${address}`);
      log.push(`${answer.status ?? 200} ${address}`);
      return send(response, answer);
    });
  });
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, { ...(raw ? {} : { 'content-type': 'application/json' }), ...headers });
  response.end(raw ? body : JSON.stringify(body));
}

export const notFound: Reply = { status: 404, body: 'Not Found' };

/** A folder of a test's own for the publishers' files, a downloader that waits for nothing, and the day 21 November 2026. */
export async function outside(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Outside> {
  const downloader = new Downloader({ wait: () => Promise.resolve(), attempts: 3, patience: 5000 });
  return { downloader, raw: await folderWith(files), today: '2026-11-21' };
}
