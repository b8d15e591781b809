import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  slicePath,
  STRONGEST,
  type CountrySlice,
  type LayerSlice,
  type TieSeries,
  type TotalSeries,
  type TotalsSlice,
} from '../../src/model/slice.ts';
import type { LayerId } from '../../src/model/layer.ts';
import { MAPPED } from './mapped-indicators.ts';
import { indicatorSlices } from './indicator-slices.ts';
import { matrixSlices, populationSlice } from './matrix-slices.ts';
import type { Session } from './session.ts';
import { totalRows } from './total-rows.ts';
import { worldSlice } from './world-slice.ts';

/** Most bytes that a slice may have as it travels (gzip, which every host speaks): what a phone loads without noticing. */
export const SLICE_LIMIT = 60_000;

/** Writes all slices of a release below `folder` from the tables and relations of `db`. Returns how many, and the largest. */
export async function writeSlices(
  db: Session,
  folder: string,
): Promise<{ files: number; largest: number; largestPath: string }> {
  let files = 0;
  let largest = 0;
  let largestPath = '';
  const put = async (path: string, slice: unknown) => {
    const content = Buffer.from(JSON.stringify(slice));
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    files += 1;
    // Only what is longer than the largest so far, as it stands, can be the largest packed.
    const packed = content.length > largest ? gzipSync(content).length : 0;
    if (packed > largest) [largest, largestPath] = [packed, path];
  };
  for (const slice of await layerSlices(db))
    await put(slicePath.layer(slice.layer, slice.source, slice.year), slice);
  for await (const [path, slice] of matrixSlices(db)) await put(path, slice);
  await put(slicePath.population, await populationSlice(db));
  await put(slicePath.world, await worldSlice(db));
  for (const slice of await totalsSlices(db)) await put(slicePath.totals(slice.source, slice.year), slice);
  const countries = await countrySlices(db);
  for (const slice of countries) await put(slicePath.country(slice.iso3), slice);
  for (const slice of await indicatorSlices(
    db,
    countries.map(({ iso3 }) => iso3),
  ))
    await put(slicePath.indicators(slice.iso3), slice);
  return { files, largest, largestPath };
}

interface StrongRow {
  layer: LayerId;
  source: string;
  year: number;
  origin: string;
  destination: string;
  value: number;
  flag: string | null;
  pairs: number;
  links: number;
}

async function layerSlices(db: Session): Promise<LayerSlice[]> {
  const rows = await db.all<StrongRow>(`
    SELECT layer, source, year, origin, destination, value, flag,
           (count(*) OVER all_of)::INTEGER AS pairs, (sum(value) OVER all_of)::INTEGER AS links
    FROM flows
    WINDOW all_of AS (PARTITION BY layer, source, year)
    QUALIFY row_number() OVER (PARTITION BY layer, source, year ORDER BY value DESC, origin, destination) <= ${STRONGEST}
    ORDER BY layer, source, year, value DESC, origin, destination`);
  const hosts = await db.all<{
    layer: LayerId;
    source: string;
    year: number;
    country: string;
    expected: number | null;
    expected_year: number | null;
    status: keyof LayerSlice['coverage'];
  }>(
    'SELECT layer, source, year, country, expected, expected_year, status FROM coverage ORDER BY expected DESC NULLS LAST, country',
  );
  return [...Map.groupBy(rows, (r) => `${r.layer} ${r.source} ${r.year}`).values()].map((group) => {
    const { layer, source, year, pairs, links } = group[0] as StrongRow;
    const here = hosts.filter((h) => h.layer === layer && h.source === source && h.year === year);
    return {
      layer,
      source,
      year,
      strongest: group.map((r) =>
        r.flag ? [r.origin, r.destination, r.value, r.flag] : [r.origin, r.destination, r.value],
      ),
      pairs,
      links,
      notReported: here.flatMap((h) =>
        h.status === 'not reported' && h.expected !== null && h.expected_year !== null
          ? [[h.country, h.expected, h.expected_year] as const]
          : [],
      ),
      coverage: Object.fromEntries(
        [...Map.groupBy(here, (h) => h.status)].map(([status, of]) => [status, of.length]),
      ),
    };
  });
}

async function totalsSlices(db: Session): Promise<TotalsSlice[]> {
  const rows = await db.all<{
    source: string;
    year: number;
    what: string;
    country: string;
    value: number;
    flag: string | null;
  }>(`
    SELECT source, year, measure AS what, country, value, flag FROM totals
    UNION ALL SELECT source, year, indicator, country, value, flag FROM country_indicators WHERE ${MAPPED}
    ORDER BY source, year, what, country`);
  const missing = await db.all<{
    source: string;
    year: number;
    country: string;
    expected: number;
    expected_year: number;
  }>('SELECT * FROM unreported_hosts ORDER BY source, year, expected DESC, country');
  return [...Map.groupBy(rows, (r) => `${r.source} ${r.year}`).values()].map((group) => {
    const { source = '', year = 0 } = group[0] ?? {};
    return {
      source,
      year,
      values: Object.fromEntries(
        [...Map.groupBy(group, (r) => r.what)].map(([what, of]) => [
          what,
          Object.fromEntries(of.map((r) => [r.country, r.flag ? [r.value, r.flag] : [r.value]] as const)),
        ]),
      ),
      notReported: missing
        .filter((m) => m.source === source && m.year === year)
        .map((m) => [m.country, m.expected, m.expected_year] as const),
    };
  });
}

/** All years of one tie; one row for each, so that a million rows need not become objects. */
interface TieRow {
  country: string;
  layer: LayerId;
  source: string;
  direction: TieSeries['direction'];
  partner: string;
  years: number[];
  values: number[];
  /** Years that have a flag, and the flags; null where none has. */
  flagged: number[] | null;
  flags: string[] | null;
}

async function countrySlices(db: Session): Promise<CountrySlice[]> {
  const totals = Map.groupBy(await totalRows(db), (r) => r.country);
  const ties = Map.groupBy(
    await db.all<TieRow>(`
      SELECT country, layer, source, direction, partner, list(year) AS years, list(value) AS values,
             list(year) FILTER (flag IS NOT NULL) AS flagged, list(flag) FILTER (flag IS NOT NULL) AS flags
      FROM ties GROUP BY ALL ORDER BY country, layer, source, direction, partner`),
    (r) => r.country,
  );
  return [...new Set([...ties.keys(), ...totals.keys()])].sort().map((country) => ({
    iso3: country,
    ties: [
      ...Map.groupBy(ties.get(country) ?? [], (r) => `${r.layer} ${r.source} ${r.direction}`).values(),
    ].map(tieSeries),
    totals: [...Map.groupBy(totals.get(country) ?? [], (r) => `${r.measure} ${r.source}`).values()].map(
      (group): TotalSeries => {
        const from = group[0]?.year ?? 0;
        const last = group.at(-1)?.year ?? from;
        const by = new Map(group.map((r) => [r.year, r]));
        const flags = Object.fromEntries(group.filter((r) => r.flag).map((r) => [r.year, r.flag ?? '']));
        return {
          measure: group[0]?.measure ?? 'researchers',
          source: group[0]?.source ?? '',
          from,
          values: Array.from({ length: last - from + 1 }, (_, i) => by.get(from + i)?.value ?? null),
          ...(Object.keys(flags).length ? { flags } : {}),
        };
      },
    ),
  }));
}

function tieSeries(rows: readonly TieRow[]): TieSeries {
  const { layer, source, direction } = rows[0] as TieRow;
  const from = rows.reduce((first, r) => Math.min(first, ...r.years), Infinity);
  const partners: Record<string, number[]> = {};
  const pairs = new Map<number, number>();
  const flagsOf = new Map<number, string[]>();
  for (const r of rows) {
    const series = (partners[r.partner] = new Array<number>(Math.max(...r.years) - from + 1).fill(0));
    r.years.forEach((year, i) => {
      series[year - from] = r.values[i] ?? 0;
      pairs.set(year, (pairs.get(year) ?? 0) + 1);
    });
    r.flagged?.forEach((year, i) => {
      const flag = r.flags?.[i] ?? '';
      const of = flagsOf.get(year);
      if (of) of.push(flag);
      else flagsOf.set(year, [flag]);
    });
  }
  // A flag that every row of a year has (provisional, partial) is said once.
  const yearFlags: Record<string, string> = {};
  for (const [year, [flag = '', ...others]] of flagsOf)
    if (others.length + 1 === pairs.get(year) && others.every((other) => other === flag))
      yearFlags[year] = flag;
  const flags: Record<string, Record<string, string>> = {};
  for (const r of rows)
    r.flagged?.forEach((year, i) => {
      const flag = r.flags?.[i] ?? '';
      if (yearFlags[year] !== flag) (flags[r.partner] ??= {})[year] = flag;
    });
  return {
    layer,
    source,
    direction,
    from,
    partners,
    ...(Object.keys(yearFlags).length ? { yearFlags } : {}),
    ...(Object.keys(flags).length ? { flags } : {}),
  };
}
