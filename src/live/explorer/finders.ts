import type { PlaceNamesFile } from '../../model/atlas.ts';
import type { Atlas } from '../../views/view.ts';
import { fetchJson } from '../fetch-json.ts';
import { Palette } from '../palette/palette.ts';
import { EXPLORER_STEPS } from '../tour/steps.ts';
import { Tour } from '../tour/tour.ts';
import type { Addresses } from './addresses.ts';
import { commandsOf, composedOf, vocabularyOf, type Commanded } from './commands.ts';
import type { Toolbar } from './toolbar.ts';
import { once } from './warm-up.ts';

/** The palette and the tour. Names in other languages come when the palette is first wanted. */
export function finders(
  page: HTMLElement,
  toolbar: Toolbar,
  atlas: Atlas,
  { release }: Addresses,
  commanded: Commanded,
): void {
  let commands = commandsOf(atlas, {}, commanded);
  let vocabulary = vocabularyOf(atlas, {});
  const button = toolbar.button('palette');
  new Palette({
    commands: () => commands,
    composed: (text) => composedOf(text, vocabulary, commanded),
    example: 'students from India to Germany',
    button,
  });
  const learn = once(() => {
    fetchJson(`${release}names.json`).then(
      (file) => {
        const names = file as PlaceNamesFile;
        commands = commandsOf(atlas, names, commanded);
        vocabulary = vocabularyOf(atlas, names);
      },
      // Without them countries are found by their English names and codes.
      () => undefined,
    );
  });
  button.addEventListener('pointerenter', learn);
  button.addEventListener('focus', learn);
  addEventListener('keydown', (event) => (event.ctrlKey || event.metaKey) && learn());
  new Tour({ steps: EXPLORER_STEPS(page), button: toolbar.button('tour'), offer: true });
}
