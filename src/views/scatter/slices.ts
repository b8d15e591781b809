import type { ScatterRows } from './sql.ts';

/** An indicator of all countries in a year is in no slice: its figure stands in the page, or an engine answers. */
export const paths = (): null => null;
export const rowsFrom = (): ScatterRows => ({ x: [], y: [] });
