import { PARTS } from '../../src/live/explorer/parts.ts';
import type { Wish } from '../../src/live/explorer/state.ts';
import { FIELDS, TERM_IDS, type FieldName, type State } from '../../src/views/params.ts';
import { LAYER_IDS } from '../../src/model/layer.ts';
import { ABOUT_MEASURE, TIE_MEASURES } from '../../src/model/tie-measures.ts';
import type { Atlas } from '../../src/views/view.ts';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const oneOf = <T>(items: readonly T[], next: () => number): T => {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

export const between = (first: number, last: number, next: () => number): number =>
  first + Math.floor(next() * (last - first + 1));

/** What people and programs write into addresses: injections, controls, wrong types, numbers at and beyond every edge. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE flows; --",
  "' OR '1'='1",
  '$layer',
  '../../../etc/passwd',
  '\u0000',
  '\u202eUSA',
  '\ud800',
  '💥',
  'A'.repeat(10_000),
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e309',
  '0x7e6',
  '-1',
  '-0',
  '0',
  '00',
  '1.5',
  '301',
  '99999',
  '2147483648',
  '9007199254740993',
  ' ',
  '',
  'XXX',
  'xxx',
  'WLD',
  'HMD',
  'ẞẞ',
  'ıND',
  'usa',
  '2020 ',
  '２０２０',
  'papers,students',
  'scholarly-migration/',
  'uis-student-flows',
  'both',
];

/** Fields that a random state leaves to their defaults. */
type Left = 'measure' | 'indicator' | 'term' | 'table' | 'x' | 'y' | 'map';

/** A state that makes sense in an atlas, of all fields but those of views that show no ties. */
export function randomState(atlas: Atlas, next: () => number): Omit<State, Left> {
  const { layer, source, first_year, last_year } = oneOf(atlas.flows, next);
  const directed = atlas.layers.get(layer)?.directed ?? false;
  const codes = [...atlas.withData];
  const country = next() < 0.3 ? null : oneOf(codes, next);
  const partner = country === null || next() < 0.5 ? null : oneOf(codes, next);
  return {
    layer,
    source,
    year: between(first_year, last_year, next),
    country,
    partner: partner === country ? null : partner,
    direction: directed ? oneOf(['both', 'out', 'in'] as const, next) : 'both',
    top: oneOf([1, 2, 10, 25, 60, 100, 299, 300], next),
    ...randomTies(atlas, { layer, source, country, first_year, last_year }, next),
  };
}

function randomTies(
  atlas: Atlas,
  {
    layer,
    source,
    country,
    first_year,
    last_year,
  }: Pick<State, 'layer' | 'source' | 'country'> & {
    readonly first_year: number;
    readonly last_year: number;
  },
  next: () => number,
): Pick<State, 'by' | 'from' | 'among' | 'ends' | 'min' | 'against' | 'order'> {
  const sometimes = <T>(chance: number, value: () => T, otherwise: T): T =>
    next() < chance ? value() : otherwise;
  const codes = [...atlas.withData];
  const against = (): string | null =>
    oneOf(
      [
        String(between(first_year, last_year, next)),
        country === null ? null : oneOf(codes, next),
        oneOf(LAYER_IDS, next),
        atlas.flows.find((f) => f.layer === layer && f.source !== source)?.source ?? null,
      ],
      next,
    );
  return {
    by: sometimes(
      0.4,
      () =>
        oneOf(
          TIE_MEASURES.filter((by) => ABOUT_MEASURE[by].layers.includes(layer)),
          next,
        ),
      'count',
    ),
    from: sometimes(0.2, () => between(first_year, last_year, next), null),
    among: sometimes(
      0.35,
      () =>
        oneOf(
          [...atlas.groups.keys(), [...new Set([oneOf(codes, next), oneOf(codes, next), 'DEU'])].join('.')],
          next,
        ),
      'world',
    ),
    ends: sometimes(0.2, () => 'one' as const, 'both'),
    min: sometimes(0.3, () => oneOf([1, 5, 100, 5000], next), 1),
    against: sometimes(0.3, against, null),
    order: oneOf(['region', 'cluster', 'size'] as const, next),
  };
}

/** Cameras as addresses have them. */
const MAPS: readonly string[] = ['150E', '3x,45N,100E', '90W,2x,10S,60W', '12x,51.5N,0.13W', '180E', 'world'];

const indicatorOfCountries = (atlas: Atlas, next: () => number): string =>
  oneOf(
    [...atlas.indicators.values()].filter(({ subject }) => subject === 'country'),
    next,
  ).id;

/** A state that may be asked of the explorer: of all its fields, with some of its parts and marks. */
export function randomWish(atlas: Atlas, next: () => number): Wish {
  const codes = [...atlas.withData];
  return {
    ...randomState(atlas, next),
    x: indicatorOfCountries(atlas, next),
    y: indicatorOfCountries(atlas, next),
    map: next() < 0.6 ? null : oneOf(MAPS, next),
    show: PARTS.filter(() => next() < 0.3),
    marked: next() < 0.7 ? [] : Array.from({ length: between(1, 4, next) }, () => oneOf(codes, next)),
  };
}

/** What a hostile address may ask: every field left out, well formed or hostile. */
export function hostileAsked(atlas: Atlas, next: () => number): Partial<Record<FieldName, string>> {
  const sound: Partial<State> = {
    ...randomState(atlas, next),
    measure: oneOf(atlas.totals, next).measure,
    indicator: oneOf([...atlas.indicators.keys()], next),
    term: oneOf(TERM_IDS, next),
    table: 'flows',
    x: indicatorOfCountries(atlas, next),
    y: indicatorOfCountries(atlas, next),
    map: oneOf(MAPS, next),
  };
  const asked: Partial<Record<FieldName, string>> = {};
  for (const name of Object.keys(FIELDS) as FieldName[]) {
    const dice = next();
    if (dice < 0.25) continue;
    asked[name] =
      dice < 0.5 ? String(sound[name] ?? '') : dice < 0.55 ? oneOf(LAYER_IDS, next) : oneOf(HOSTILE, next);
  }
  return asked;
}
