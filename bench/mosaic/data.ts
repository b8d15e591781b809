import type { DataType } from '@uwdata/flechette';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../src/engine/engine.ts';
import { openNative } from '../../src/engine/native.ts';
import type { AtlasFile } from '../../src/model/atlas.ts';
import { COUNTRY_MEASURES } from '../../src/views/trend/sql.ts';
import type { Lists } from './lists.ts';

/** The flows of the release: all layers, all sources, in the order of the release. */
const FLOWS = 'SELECT layer, source, origin, destination, year, value, flag FROM flows';

/** What the explorer's trend draws of a country: the publisher's own totals, and links where it has none. */
const POINTS = [
  ...Object.entries(COUNTRY_MEASURES).flatMap(([layer, measures]) =>
    Object.entries(measures).map(
      ([way, measure]) =>
        `SELECT '${layer}' AS layer, country, '${way}' AS direction, source || ' ${way}' AS series, year, value FROM totals WHERE measure = '${measure}'`,
    ),
  ),
  `SELECT 'projects', country, direction, source, year, CAST(sum(value) AS INTEGER) FROM ties WHERE layer = 'projects' GROUP BY ALL`,
].join(' UNION ALL ');

/** Region of each country, as the M49 groups of the release have it. */
const REGIONS = `SELECT m.country, g.id AS region FROM group_members m JOIN groups g ON g.id = m.group_id WHERE g.kind = 'region'`;

/**
 * Writes what the page loads: `flows.arrow`, `points.arrow` and `regions.arrow` (Arrow IPC streams, text as
 * dictionaries) and `lists.json` (choices of the controls, as the explorer offers them).
 * @param release folder of a published release
 * @param folder where the files go
 * @returns how many flows there are
 */
export async function writeData(release: string, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const engine = await openNative(release);
  try {
    const flows = await writeArrow(engine, FLOWS, join(folder, 'flows.arrow'));
    await writeArrow(engine, POINTS, join(folder, 'points.arrow'));
    await writeArrow(engine, REGIONS, join(folder, 'regions.arrow'));
    await writeFile(join(folder, 'lists.json'), JSON.stringify(await lists(release)));
    return flows;
  } finally {
    await engine.close();
  }
}

async function writeArrow(engine: Engine, sql: string, path: string): Promise<number> {
  // Installed on demand, so it is not there when this module is first read.
  const { dictionary, int16, int32, tableFromArrays, tableToIPC, utf8 } = await import('@uwdata/flechette');
  const rows = await engine.query(sql);
  const names = Object.keys(rows[0] ?? {});
  const columns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
  const types = Object.fromEntries(
    names.map((name): [string, DataType] => {
      if (name === 'year') return [name, int16()];
      return [name, name === 'value' ? int32() : dictionary(utf8(), int16())];
    }),
  );
  await writeFile(path, tableToIPC(tableFromArrays(columns, { types }), { format: 'stream' }));
  return rows.length;
}

/** The same order as the explorer's controls have: one key more or less must lead both to the same country. */
async function lists(release: string): Promise<Lists> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(release, name), 'utf8'));
  const atlas = (await read('atlas.json')) as AtlasFile;
  const groups = (await read('groups.json')) as { id: string; kind: string; title: string }[];
  const names = new Map(atlas.places.map((place) => [place.iso3, place.short_name]));
  const byTitle = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, 'en');
  return {
    layers: atlas.layers.map(({ id, title, directed, default_source }) => ({
      value: id,
      label: title,
      directed,
      source: default_source,
    })),
    countries: atlas.withData.map((value) => ({ value, label: names.get(value) ?? value })).sort(byTitle),
    regions: groups
      .filter(({ kind }) => kind === 'region')
      .map(({ id, title }) => ({ value: id, label: title }))
      .sort(byTitle),
  };
}
