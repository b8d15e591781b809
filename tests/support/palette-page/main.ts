import '../../../src/styles/tokens.css';
import '../../../src/styles/fonts.css';
import '../../../src/styles/site.css';
import '../../../src/styles/palette.css';
import '../../../src/styles/tour.css';
import './page.css';
import type { Command } from '../../../src/live/palette/command.ts';
import { readings } from '../../../src/live/palette/compose.ts';
import { Palette } from '../../../src/live/palette/palette.ts';
import { VOCABULARY } from '../../../src/live/palette/vocabulary-fixture.ts';
import { EXPLORER_STEPS } from '../../../src/live/tour/steps.ts';
import { Tour } from '../../../src/live/tour/tour.ts';

/** What the page offers to a test. */
interface PaletteHandle {
  /** Ids of the commands that were run, in order. */
  readonly ran: string[];
  /** What had the focus when the last was run. */
  focusAtRun: string | null;
}

declare global {
  var palettePage: PaletteHandle;
}

const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};
const handle: PaletteHandle = { ran: [], focusAtRun: null };
globalThis.palettePage = handle;

const command = (id: string, group: string, title: string, more: Partial<Command> = {}): Command => ({
  id,
  group,
  title,
  run: () => {
    handle.ran.push(id);
    handle.focusAtRun = document.activeElement?.id ?? null;
  },
  ...more,
});
const COMMANDS: readonly Command[] = [
  ...VOCABULARY.layers.map(({ id, title }) => command(`layer-${id}`, 'Layers', title)),
  ...VOCABULARY.places.map(({ iso3, iso2 = '', names: [title = '', ...others] }) =>
    command(iso3, 'Countries', title, { words: [iso3, iso2, ...others].join(' ') }),
  ),
  ...Array.from({ length: 62 }, (_, i) => command(`group-${i}`, 'Groups', `Regional union ${i + 1}`)),
  command('undo', 'Actions', 'Undo', { hint: 'Ctrl + Z' }),
  command('leave', 'Actions', 'Take the field away', { run: () => find('#field').remove() }),
  command('again', 'Actions', 'Open the palette again', { run: () => palette.open() }),
  command('tour', 'Actions', 'Start the tour', { run: () => tour.start() }),
];

const palette = new Palette({
  commands: () => COMMANDS,
  button: find('[data-palette]'),
  composed: (text) =>
    readings(text, VOCABULARY).map(({ title }) => command(`question: ${title}`, 'As a question', title)),
  example: 'students India Germany',
});
const tour = new Tour({
  steps: EXPLORER_STEPS(document.body),
  button: find('[data-tour]'),
  offer: true,
});
document.documentElement.dataset['ready'] = '';
