import { ABOUT_MEASURE, TIE_MEASURES } from '../../model/tie-measures.ts';
import type { PlaceNamesFile } from '../../model/atlas.ts';
import { inText } from '../../views/phrases.ts';
import type { Atlas } from '../../views/view.ts';
import type { Command } from '../palette/command.ts';
import { readings, type Vocabulary } from '../palette/compose.ts';
import { EVERYDAY_NAMES } from '../palette/everyday-names.ts';
import { inOrder, PART_TITLES, PARTS } from './parts.ts';
import { DEFAULTS, type ExplorerState, type Wish } from './state.ts';

/** What a command does to the explorer. */
export interface Commanded {
  state(): ExplorerState;
  move(wish: Wish): void;
  /** A question of its own, which leaves nothing of the state before. */
  ask(wish: Wish): void;
  readonly actions: readonly (Pick<Command, 'id' | 'title' | 'hint'> & { run(): void })[];
}

/** Everything that can be done by its name: countries, layers, measures, parts, groups and the buttons of the page. */
export function commandsOf(
  atlas: Atlas,
  names: PlaceNamesFile,
  { state, move, actions }: Commanded,
): Command[] {
  const command = (
    group: string,
    id: string,
    title: string,
    run: () => void,
    more: Partial<Command> = {},
  ): Command => ({
    id: `${group}-${id}`,
    group,
    title,
    run,
    ...more,
  });
  const toggle = (part: (typeof PARTS)[number]): void => {
    const { show } = state();
    move({ show: show.includes(part) ? show.filter((one) => one !== part) : inOrder([...show, part]) });
  };
  return [
    ...[...atlas.layers.values()].map(({ id, title }) =>
      command('Layers', id, title, () => move({ layer: id })),
    ),
    ...PARTS.map((part) => command('Views', part, `Show or hide: ${PART_TITLES[part]}`, () => toggle(part))),
    ...TIE_MEASURES.map((by) =>
      command('Measures', by, ABOUT_MEASURE[by].title, () => {
        const { layers } = ABOUT_MEASURE[by];
        move({ by, ...(layers.includes(state().layer) ? {} : { layer: layers[0] ?? DEFAULTS.layer }) });
      }),
    ),
    ...actions.map(({ id, title, hint, run }) => command('Actions', id, title, run, hint ? { hint } : {})),
    ...[...atlas.withData].sort().map((iso3) =>
      command(
        'Countries',
        iso3,
        atlas.places.get(iso3)?.short_name ?? iso3,
        () => move({ country: iso3, partner: null }),
        {
          words: [iso3, ...othersOf(iso3, names)].join(' '),
        },
      ),
    ),
    ...[...atlas.groups.values()].map(({ id, title }) =>
      command('Groups', id, title, () => move({ among: id }), { words: id }),
    ),
  ];
}

/** Commands that a text itself makes: "students from india to germany 2015". */
export const composedOf = (
  text: string,
  vocabulary: Vocabulary,
  { ask }: Pick<Commanded, 'ask'>,
): Command[] =>
  readings(text, vocabulary).map(({ title, ...asked }) => ({
    id: `composed-${title}`,
    group: 'Question',
    title,
    run: () => ask(asked),
  }));

/** What else a place is called: in other languages, and in everyday words. */
const othersOf = (iso3: string, names: PlaceNamesFile): readonly string[] => [
  ...(names[iso3] ?? []),
  ...(EVERYDAY_NAMES[iso3] ?? []),
];

/** What questions can be composed of. */
export function vocabularyOf(atlas: Atlas, names: PlaceNamesFile): Vocabulary {
  const spanOf = (layer: string): readonly [number, number] => {
    const spans = atlas.flows.filter((flow) => flow.layer === layer);
    return [Math.min(...spans.map((s) => s.first_year)), Math.max(...spans.map((s) => s.last_year))];
  };
  const all = [...atlas.layers.keys()].map(spanOf);
  return {
    layers: [...atlas.layers.values()].map(({ id, title, directed }) => ({
      id,
      title,
      directed,
      years: spanOf(id),
    })),
    places: [...atlas.withData].map((iso3) => {
      const [iso2, ...others] = names[iso3] ?? [];
      return {
        iso3,
        ...(iso2 ? { iso2 } : {}),
        names: [atlas.places.get(iso3)?.short_name ?? iso3, ...others, ...(EVERYDAY_NAMES[iso3] ?? [])],
        inText: inText(iso3, atlas),
      };
    }),
    years: [Math.min(...all.map(([first]) => first)), Math.max(...all.map(([, last]) => last))],
  };
}
