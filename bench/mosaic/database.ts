import * as duckdb from '@duckdb/duckdb-wasm';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

/**
 * Every tie from both ends, as the release's own relation `ties` has it, in the order in which the page
 * filters: measured, that is what serves the queries of Mosaic best. `role` tells a layer's default source
 * from others, `region` is the partner's.
 */
const TIES = `
  CREATE TABLE ties AS
  SELECT t.*, r.region FROM (
    SELECT f.layer, role, origin AS country, destination AS partner, CASE WHEN directed THEN 'out' ELSE 'both' END AS direction, year, value, flag
    FROM flows f JOIN series s ON s.layer = f.layer AND s.source = f.source
    UNION ALL
    SELECT f.layer, role, destination, origin, CASE WHEN directed THEN 'in' ELSE 'both' END, year, value, flag
    FROM flows f JOIN series s ON s.layer = f.layer AND s.source = f.source
  ) t LEFT JOIN regions r ON r.country = t.partner
  ORDER BY t.layer, role, t.country, year, value DESC`;

export interface Series {
  readonly layer: string;
  readonly source: string;
  readonly directed: boolean;
}

/** A database with the tables `ties` and `points`. */
export interface Database {
  readonly db: duckdb.AsyncDuckDB;
  readonly connection: duckdb.AsyncDuckDBConnection;
}

/**
 * Starts DuckDB and loads the rows. All files are fetched at once and by the page, so that they come as fast
 * as the network lets them, and the conditions that are set for the page hold for all of them.
 * @param series the default source of each layer
 */
export async function openDatabase(series: readonly Series[]): Promise<Database> {
  const [worker, wasm, ...rows] = await Promise.all([
    local(ehWorker, 'text/javascript'),
    local(ehWasm, 'application/wasm'),
    ...['flows', 'points', 'regions'].map(async (name) => [name, await fetchBytes(`${name}.arrow`)] as const),
  ]);
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(worker));
  await db.instantiate(wasm);
  const connection = await db.connect();
  for (const [name, bytes] of rows) await connection.insertArrowFromIPCStream(bytes, { name, create: true });
  const known = series.map(({ layer, source, directed }) => `('${layer}', '${source}', ${directed})`);
  await connection.query(`
    CREATE TABLE series AS
    SELECT DISTINCT f.layer, f.source, CASE WHEN f.source = d.source THEN 'default' ELSE 'other' END AS role, d.directed
    FROM flows f JOIN (VALUES ${known.join(', ')}) AS d(layer, source, directed) ON d.layer = f.layer`);
  await connection.query(TIES);
  await connection.query('DROP TABLE flows');
  return { db, connection };
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A file as an address inside the page. */
const local = async (url: string, type: string): Promise<string> =>
  URL.createObjectURL(new Blob([(await fetchBytes(url)) as BlobPart], { type }));
