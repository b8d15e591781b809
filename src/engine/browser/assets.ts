/// <reference types="vite/client" />
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';

/** One build of DuckDB-WASM: where its two files are, and how long the larger is. */
export interface Build {
  readonly wasm: string;
  readonly worker: string;
  /** Length of the wasm file, before any compression on the way: for progress, and to notice a file cut short. */
  readonly wasmBytes: number;
}

export interface Builds {
  /** For browsers with WebAssembly exceptions: all since 2022. */
  readonly eh: Build;
  /** For older ones: larger and slower. */
  readonly mvp: Build;
}

/** The builds that the bundler copies next to the site's scripts. */
export const BUILDS: Builds = {
  eh: { wasm: ehWasm, worker: ehWorker, wasmBytes: 18_105_915 },
  mvp: { wasm: mvpWasm, worker: mvpWorker, wasmBytes: 22_092_382 },
};

/** The smallest module that uses WebAssembly exceptions. */
const TRY_CATCH = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
];

/** The build for this browser. */
export const chooseBuild = (builds: Builds): Build =>
  WebAssembly.validate(new Uint8Array(TRY_CATCH)) ? builds.eh : builds.mvp;
