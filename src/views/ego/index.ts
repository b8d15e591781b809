import { ego } from '../../charts/ego.ts';
import { egoPair } from '../../charts/ego-pair.ts';
import type { Query } from '../../engine/engine.ts';
import { slicePath } from '../../model/slice.ts';
import { capital, SUM_UNITS } from '../phrases.ts';
import { readingOf } from '../ties/reading.ts';
import { paths, countsOf, rowsFrom } from '../ties/slices.ts';
import { countsQuery, queries } from '../ties/sql.ts';
import { sideOf } from '../ties/sides.ts';
import { TIE_FIELDS, type TieState } from '../ties/state.ts';
import { tieSet } from '../ties/tie-set.ts';
import { emptyWords } from '../ties/words.ts';
import type { View } from '../view.ts';
import { egoOf, egoPairOf, MOST_PARTNERS, type EgoRows, type Spokes } from './network.ts';
import { words } from './words.ts';

/** A country in the middle of its largest partners, and their ties with each other. */
export const egoView: View<(typeof TIE_FIELDS)[number], EgoRows> = {
  id: 'ego',
  title: 'Network of a country',
  description:
    'A country in the middle of its largest partners by region, with the ties of these partners among each other.',
  fields: TIE_FIELDS,
  defaults: { top: 30, direction: 'both', country: 'DEU' },
  widths: [328, 704],
  queries: (state, atlas): { [K in keyof EgoRows]: Query | null } => ({
    ...queries(state, atlas),
    world: countsQuery({ ...sideOf(state), country: null }, null),
  }),
  chart: (rows, state, atlas, frame) => {
    const most = frame.width < 480 ? MOST_PARTNERS.narrow : MOST_PARTNERS.wide;
    const pair = egoPairOf(rows, state, atlas, most);
    const { selection, spokes, chords, rest } = egoOf(rows, state, atlas, most);
    const withUnit = (of: Spokes['rest']) => of && { ...of, unit: SUM_UNITS[state.layer] };
    const setting = {
      layer: state.layer,
      places: atlas.places,
      reads: readingOf(selection, atlas),
      unit: atlas.layers.get(state.layer)?.unit ?? '',
      scale: selection.scale,
      empty: capital(emptyWords(selection, state, atlas)),
    };
    return pair
      ? egoPair(
          {
            ...setting,
            foci: pair.foci,
            spokes: [pair.sides[0].spokes, pair.sides[1].spokes],
            between: pair.between,
            top: Math.min(most, state.top),
            rest: [withUnit(pair.sides[0].rest), withUnit(pair.sides[1].rest)],
          },
          frame,
        )
      : ego({ ...setting, focus: state.country ?? '', spokes, chords, rest: withUnit(rest) }, frame);
  },
  words,
  ties: (rows, state, atlas) => {
    const pair = egoPairOf(rows, state, atlas, MOST_PARTNERS.wide);
    const { selection, spokes, chords } = egoOf(rows, state, atlas, MOST_PARTNERS.wide);
    const ties = pair
      ? [...pair.between, ...pair.sides.flatMap((side) => side.spokes)]
      : state.by === 'count'
        ? [...spokes, ...chords]
        : spokes;
    return tieSet(ties, { ...selection, other: null });
  },
  listed: () => [
    { layer: 'papers', country: 'DEU' },
    { layer: 'students', country: 'IND', direction: 'out' },
    { layer: 'scholars', country: 'BRA' },
    { layer: 'papers', country: 'ZAF', by: 'ric', among: 'm49-002' },
    { layer: 'projects', country: 'GRC', top: 12 },
    { layer: 'papers', country: 'PRT', against: 'ESP', top: 25 },
  ],
  slices: {
    paths: (state, atlas) => {
      const own = paths(state, atlas);
      const world = worldPaths(state);
      return own && world ? [...own, ...world] : null;
    },
    rows: (slices, state, atlas) => {
      const n = worldPaths(state)?.length ?? 0;
      const own = rowsFrom(slices.slice(0, slices.length - n), state, atlas);
      const matrices = new Map(
        (worldPaths(state) ?? []).map((path, i) => [path, slices[slices.length - n + i]]),
      );
      return { ...own, world: countsOf({ ...sideOf(state), country: null }, (path) => matrices.get(path)) };
    },
  },
};

/** Slices of the world's ties; a range of years is left to an engine. */
const worldPaths = ({ layer, source, year, from }: TieState): string[] | null =>
  from === null ? [slicePath.matrix(layer, source, year)] : null;
