import { slicePath, type MatrixSlice, type PopulationSlice } from '../../model/slice.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import { notReportedIn, type NotReported } from '../coverage.ts';
import { asCountry, asLayer, byText, sumFlags, tiesOf } from '../from-slices.ts';
import type { Atlas } from '../view.ts';
import type { CountRow, TieRows } from './rows.ts';
import { isStrongest, otherSideOf, sideOf } from './sides.ts';
import { isStock, type Side, type TieState } from './state.ts';

/** Most years of the world's whole matrix that are fetched one by one; longer ranges are added up by an engine. */
const MOST_YEARS = 6;

/** Slices that answer a state, by what they hold; null where an engine must. */
function pathsOf(state: TieState, atlas: Atlas): string[] | null {
  const { layer, source, year, top } = state;
  const strongest = slicePath.layer(layer, source, year);
  if (isStrongest(state)) return [strongest];
  const sides = [sideOf(state), otherSideOf(state, atlas)].filter((side) => side !== null);
  if (top < 1 || sides.some((side) => !isSliced(side))) return null;
  return [
    ...new Set(
      sides.flatMap((side) => [
        slicePath.layer(side.layer, side.source, side.year),
        ...(side.country
          ? [slicePath.country(side.country)]
          : yearsOf(side).map((y) => slicePath.matrix(side.layer, side.source, y))),
        ...(side.by === 'per_million' ? [slicePath.population] : []),
      ]),
    ),
  ];
}
export const paths = pathsOf;

const isSliced = (side: Side): boolean => side.country !== null || yearsOf(side).length <= MOST_YEARS;

const yearsOf = ({ from, year }: Side): number[] =>
  Array.from({ length: year - (from ?? year) + 1 }, (_, i) => (from ?? year) + i);

/** The rows of a state out of the slices that `paths` names, as its queries give them. Values of indicators are in none. */
export function rowsFrom(slices: readonly unknown[], state: TieState, atlas: Atlas): Partial<TieRows> {
  const byPath = new Map((pathsOf(state, atlas) ?? []).map((path, i) => [path, slices[i]]));
  const get = (path: string): unknown => byPath.get(path);
  const [side, other] = [sideOf(state), otherSideOf(state, atlas)];
  const counts = isStrongest(state) ? strongestOf(side, get) : countsOf(side, get);
  const world = asLayer(get(slicePath.layer(side.layer, side.source, side.year)));
  return {
    counts,
    all: isStrongest(state)
      ? [{ ties: world.pairs, sum: world.links }]
      : [{ ties: counts.length, sum: counts.reduce((sum, row) => sum + row.count, 0) }],
    ...(ABOUT_MEASURE[side.by].indicator ? {} : { values: [] }),
    population: populationOf(side, get),
    missing: notReportedIn(world),
    otherCounts: other ? countsOf(other, get) : [],
    ...(other && ABOUT_MEASURE[other.by].indicator ? {} : { otherValues: [] }),
    otherPopulation: other ? populationOf(other, get) : [],
    otherMissing: other ? missingOf(other, get) : [],
  };
}

type Get = (path: string) => unknown;

const strongestOf = ({ layer, source, year }: Side, get: Get): CountRow[] =>
  asLayer(get(slicePath.layer(layer, source, year))).strongest.map(([origin, destination, count, flag]) => ({
    origin,
    destination,
    count,
    flag: flag ?? null,
  }));

/** Flows of one side, largest first. */
export function countsOf(side: Side, get: Get): readonly CountRow[] {
  const years = yearsOf(side);
  const { layer, source, country } = side;
  if (!country) {
    const matrices = years.map((year) =>
      matrixRows(get(slicePath.matrix(layer, source, year)) as MatrixSlice),
    );
    return matrices.length === 1 && matrices[0] ? matrices[0] : overYears(matrices.flat(), layer);
  }
  const ties = years.flatMap((year) =>
    tiesOf(asCountry(get(slicePath.country(country))), { layer, source, year }).map(
      ({ direction, partner, value, flag }): CountRow => ({
        origin: direction === 'in' ? partner : country,
        destination: direction === 'in' ? country : partner,
        count: value,
        flag,
      }),
    ),
  );
  return years.length === 1 ? ties.sort(largestFirst) : overYears(ties, layer);
}

/** Rows of several years as one a tie: added up, or, of a stock, the mean of the years that have one. */
function overYears(rows: readonly CountRow[], layer: Side['layer']): CountRow[] {
  return [...Map.groupBy(rows, (row) => `${row.origin}${row.destination}`).values()]
    .map((of): CountRow => {
      const [{ origin, destination }] = of as [CountRow];
      const sum = of.reduce((total, row) => total + row.count, 0);
      const flag = sumFlags(of.map((row) => row.flag));
      return isStock(layer)
        ? { origin, destination, years: of.length, count: Math.round(sum / of.length), flag }
        : { origin, destination, count: sum, flag };
    })
    .sort(largestFirst);
}

const largestFirst = (a: CountRow, b: CountRow): number =>
  b.count - a.count || byText(a.origin, b.origin) || byText(a.destination, b.destination);

/** Unpacked matrices: a reader meets the same year again with every filter. */
const unpacked = new WeakMap<MatrixSlice, readonly CountRow[]>();

function matrixRows(slice: MatrixSlice): readonly CountRow[] {
  const known = unpacked.get(slice);
  if (known) return known;
  const { codes } = slice;
  const apart = new Map((slice.flags ?? []).map(([o, d, flag]) => [o * codes.length + d, flag]));
  const rows: CountRow[] = [];
  for (const [from = 0, ...cells] of slice.rows)
    for (let i = 0; i < cells.length; i += 2) {
      const to = cells[i] ?? 0;
      const own = apart.get(from * codes.length + to);
      const flag = own === undefined ? (slice.flag ?? null) : own;
      rows.push({ origin: codes[from] ?? '', destination: codes[to] ?? '', count: cells[i + 1] ?? 0, flag });
    }
  rows.sort(largestFirst);
  unpacked.set(slice, rows);
  return rows;
}

function populationOf({ by, year }: Side, get: Get): TieRows['population'] {
  if (by !== 'per_million') return [];
  const { from, values } = get(slicePath.population) as PopulationSlice;
  return Object.entries(values).flatMap(([country, of]) => {
    const value = of[year - from];
    return value == null ? [] : [{ country, value }];
  });
}

const missingOf = ({ layer, source, year }: Side, get: Get): NotReported[] =>
  notReportedIn(asLayer(get(slicePath.layer(layer, source, year))));
