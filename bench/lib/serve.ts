import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.arrow': 'application/vnd.apache.arrow.stream',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.parquet': 'application/vnd.apache.parquet',
};
/** What is compressed already. */
const WHOLE = new Set(['.woff2', '.parquet', '.gz', '.png']);
/** The best brotli of a large file takes minutes and saves a few per cent. */
const LARGE = 4e6;

const compress = promisify(brotliCompress);

/**
 * Serves a folder as a good static host does: brotli at its best, of large files nearly so. A file is
 * compressed when it is first asked for and kept, so a page has to be visited once before its times mean
 * anything.
 */
export async function serveCompressed(root: string): Promise<Served> {
  const files = new Map<string, Promise<Buffer>>();
  const read = async (path: string): Promise<Buffer> => {
    const content = await readFile(join(root, path));
    if (WHOLE.has(extname(path))) return content;
    const quality = content.length > LARGE ? 9 : 11;
    return compress(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    });
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
    try {
      if (!files.has(path)) files.set(path, read(path));
      const body = await files.get(path);
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-length': body?.length,
        'cache-control': 'max-age=600',
        ...(WHOLE.has(extname(path)) ? {} : { 'content-encoding': 'br' }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
