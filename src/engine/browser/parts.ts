import { chooseBuild, type Build, type Builds } from './assets.ts';
import { fetchBytes, fetchCounted, type FetchOptions } from './fetch-file.ts';
import { importAnew } from './import-anew.ts';
import type * as Library from './library.ts';
import type { OnProgress } from './progress.ts';

/** What DuckDB-WASM is made of, fetched and compiled. Can start any number of workers. */
export interface Parts {
  readonly duckdb: typeof Library;
  /** Text of the worker's script. */
  readonly script: string;
  readonly module: WebAssembly.Module;
}

/**
 * Fetches what the engine needs, all at once.
 * @param cache `reload` after a failure, to get past what the browser's cache holds
 * @throws {Error} if a file cannot be had, or is not what it should be
 */
export async function fetchParts(
  builds: Builds,
  onProgress: OnProgress,
  cache: RequestCache,
): Promise<Parts> {
  const build = chooseBuild(builds);
  const report = (loaded: number) =>
    onProgress({ phase: 'engine', name: 'engine', loaded, total: build.wasmBytes });
  const [duckdb, script, module] = await Promise.all([
    importAnew(() => import('./library.ts')),
    fetchScript(build.worker, cache),
    compile(build, { cache, onProgress: report }),
  ]);
  return { duckdb, script, module };
}

/** A host that answers a missing file with a page is found out here, not in the worker. */
async function fetchScript(url: string, cache: RequestCache): Promise<string> {
  const text = new TextDecoder().decode(await fetchBytes(url, { cache }));
  if (/^\s*</.test(text)) throw new Error(`The server answered with a page instead of the script ${url}.`);
  return text;
}

/** Compiles while the file arrives. The content type is ours: not every host knows the right one. */
async function compile(build: Build, options: FetchOptions): Promise<WebAssembly.Module> {
  const body = await fetchCounted(build.wasm, { ...options, bytes: build.wasmBytes });
  return WebAssembly.compileStreaming(
    new Response(body, { headers: { 'Content-Type': 'application/wasm' } }),
  );
}
