import { toSearch, type State } from './params.ts';

/** Version of the explorer's addresses; src/live/explorer/address.ts reads the older ones. */
export const EXPLORER_VERSION = 2;

/** The part of the explorer that shows a view. */
const PARTS: Readonly<Record<string, string>> = {
  'flow-map': 'map',
  ranking: 'ranking',
  trend: 'trend',
  matrix: 'matrix',
  chord: 'chord',
  ego: 'network',
  scatter: 'scatter',
  pair: 'pair',
};

/** Path of the explorer with a figure in it, from the root of the site; null for a view that the explorer has not. */
export function explorerPath(view: string, state: Readonly<Partial<State>>): string | null {
  const part = PARTS[view];
  return part === undefined ? null : `/explore/?v=${EXPLORER_VERSION}&${toSearch(state, {})}&show=${part}`;
}

/** Address of the SQL lab with a query, which runs once the reader says so. `root` ends with a slash. */
export const labPath = (sql: string, root = '/'): string =>
  `${root}explore/sql/#q=${encodeURIComponent(sql).replaceAll('%20', '+')}&v=1`;
