/** The part of DuckDB-WASM that runs in the page, as a module that is fetched when the engine starts. */
export { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
