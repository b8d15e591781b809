import { button, h, tick } from './dom.ts';
import { previewTable } from './preview-table.ts';
import type { CsvPreview, Preview } from './preview.ts';
import { quote } from './problem.ts';
import { missingFields, readingFields } from './reading-fields.ts';
import type { Choices } from './reading.ts';

/** What the form shows. */
export interface PreviewState {
  readonly preview: Preview;
  /** Name for the table, as far as it is typed, and what is wrong with it. */
  readonly name: string;
  readonly nameFault: string | null;
  /** First column in sight. */
  readonly first: number;
}

export interface PreviewActions {
  choose(change: Partial<Choices>): void;
  name(name: string): void;
  page(first: number): void;
  load(): void;
  cancel(): void;
}

/** How a file will be read, with everything that can be chosen, and the button that loads it. */
export function previewForm(state: PreviewState, actions: PreviewActions): HTMLFormElement {
  const { preview } = state;
  const form = h(
    'form',
    { class: 'file-preview', 'aria-label': 'How the file is read' },
    preview.kind === 'csv'
      ? csvParts(preview, state.first, actions)
      : h('p', {}, 'A Parquet file. It brings its own names and types.'),
    loadParts(state, actions),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.load();
  });
  return form;
}

function csvParts(preview: CsvPreview, first: number, actions: PreviewActions): HTMLElement[] {
  const { notes } = preview;
  return [
    ...(notes.length
      ? [
          h(
            'ul',
            { class: 'file-notes' },
            notes.map((note) => h('li', {}, note)),
          ),
        ]
      : []),
    readingFields(preview, actions.choose),
    missingFields(preview, actions.choose),
    ...previewTable(preview, first, {
      type: (column, type) => actions.choose({ columns: { [column]: { type, misfits: 'stop' } } }),
      page: actions.page,
    }),
    ...columnParts(preview, actions),
  ];
}

/** What is to be said, or offered, of single columns. */
function columnParts({ columns, reading }: CsvPreview, { choose }: PreviewActions): HTMLElement[] {
  const items = columns.flatMap(({ name, notes, place, iso3, namibia, type }, index) => {
    if (type === 'skip' || (!notes.length && namibia === null)) return [];
    const set = (change: Choices['columns'][number]) => choose({ columns: { [index]: change } });
    return h(
      'li',
      {},
      h('b', {}, name),
      ': ',
      notes.join(' '),
      place &&
        place.kind !== 'iso3' &&
        tick(
          `iso3-${index}`,
          `Add a column ${quote(`${name}_iso3`)} with the code that the atlas uses`,
          iso3,
          (on) => set({ iso3: on }),
        ),
      namibia !== null &&
        reading.missing.includes('NA') &&
        tick(`namibia-${index}`, 'NA is Namibia in this column, not a missing value', namibia, (on) =>
          set({ namibia: on }),
        ),
    );
  });
  return items.length ? [h('ul', { class: 'file-notes file-columns' }, items)] : [];
}

function loadParts({ name, nameFault }: PreviewState, actions: PreviewActions): HTMLElement {
  const input = h('input', {
    type: 'text',
    name: 'table',
    value: name,
    maxlength: 60,
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'file-name-fault',
    'aria-invalid': nameFault ? 'true' : null,
  });
  input.addEventListener('input', () => actions.name(input.value.trim()));
  return h(
    'div',
    { class: 'file-load' },
    h('label', { class: 'file-choice' }, h('span', {}, 'Name of the table'), input),
    h('button', { type: 'submit', name: 'load', class: 'file-main' }, 'Load the table'),
    button('Cancel', actions.cancel, { name: 'cancel' }),
    h('p', { class: 'file-fault', id: 'file-name-fault' }, nameFault ?? ''),
  );
}
