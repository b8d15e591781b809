import { slicePath, type MatrixSlice, type PopulationSlice } from '../../src/model/slice.ts';
import type { LayerId } from '../../src/model/layer.ts';
import type { Session } from './session.ts';

/** All flows of each layer, source and year: what a matrix, a region or a hand-picked set of countries is made of. */
export async function* matrixSlices(
  db: Session,
): AsyncGenerator<readonly [path: string, slice: MatrixSlice]> {
  const years = await db.all<{ layer: LayerId; source: string; year: number }>(
    'SELECT DISTINCT layer, source, year FROM flows ORDER BY layer, source, year',
  );
  for (const { layer, source, year } of years) {
    const rows = await db.all<FlowRow>(
      `SELECT origin, destination, value, flag FROM flows WHERE layer = '${layer}' AND source = '${source}' AND year = ${year} ORDER BY origin, destination`,
    );
    yield [slicePath.matrix(layer, source, year), matrixOf(rows)];
  }
}

interface FlowRow {
  readonly origin: string;
  readonly destination: string;
  readonly value: number;
  readonly flag: string | null;
}

/** @param rows sorted by origin and destination */
export function matrixOf(rows: readonly FlowRow[]): MatrixSlice {
  const codes = [...new Set(rows.flatMap((r) => [r.origin, r.destination]))].sort();
  const at = new Map(codes.map((code, i) => [code, i]));
  const index = (code: string): number => at.get(code) ?? -1;
  const counts = [...Map.groupBy(rows, (r) => r.flag)].map(([flag, of]) => [flag, of.length] as const);
  const common = counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const others = rows.filter((r) => r.flag !== common);
  return {
    codes,
    rows: [...Map.groupBy(rows, (r) => r.origin)].map(([origin, of]) => [
      index(origin),
      ...of.flatMap((r) => [index(r.destination), r.value]),
    ]),
    ...(common === null ? {} : { flag: common }),
    ...(others.length
      ? { flags: others.map((r) => [index(r.origin), index(r.destination), r.flag] as const) }
      : {}),
  };
}

/** Inhabitants by country and year, as far as flows reach back. */
export async function populationSlice(db: Session): Promise<PopulationSlice> {
  const rows = await db.all<{ country: string; year: number; value: number }>(
    "SELECT country, year, value FROM country_context WHERE indicator = 'population' AND year >= (SELECT min(year) FROM flows) ORDER BY country, year",
  );
  const from = Math.min(...rows.map((r) => r.year));
  return {
    from,
    values: Object.fromEntries(
      [...Map.groupBy(rows, (r) => r.country)].map(([country, of]) => {
        const by = new Map(of.map((r) => [r.year, r.value]));
        const last = of.at(-1)?.year ?? from;
        return [country, Array.from({ length: last - from + 1 }, (_, i) => by.get(from + i) ?? null)];
      }),
    ),
  };
}
