import { button, h } from './dom.ts';

/** The ways to give the lab a file: by button, or by pasting its text. (Dropping is the panel's.) */
export function chooseFile(chosen: (file: File) => void): HTMLElement {
  const input = h('input', {
    type: 'file',
    name: 'file',
    accept: '.csv,.tsv,.tab,.txt,.dat,.psv,.gz,.parquet,.pq,text/csv,text/tab-separated-values,text/plain',
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again, after it was mended.
    input.value = '';
    if (file) chosen(file);
  });
  const text = h('textarea', {
    name: 'pasted',
    rows: 5,
    spellcheck: 'false',
    'aria-label': 'Text of a table, its first line the names of the columns',
    placeholder: 'iso3,year,value',
  });
  const paste = h(
    'details',
    { class: 'file-paste' },
    h('summary', {}, 'Paste text instead'),
    text,
    button('Read the text', () => {
      chosen(fileOfText(text.value));
      text.value = '';
    }),
  );
  return h(
    'div',
    { class: 'file-choose' },
    h('p', {}, h('label', { class: 'file-button' }, input, 'Choose a file …'), ' or drop one here.'),
    h(
      'p',
      { class: 'file-promise' },
      'CSV, TSV (also .gz) or Parquet. The file stays in your browser; nothing is sent.',
    ),
    paste,
  );
}

/** Pasted text as a file. */
export const fileOfText = (text: string): File => new File([text], 'pasted.csv', { type: 'text/csv' });

/** Lets files and text be dropped on an element, or pasted where no field takes them. */
export function takeDrops(element: HTMLElement, chosen: (file: File) => void): void {
  const take = (data: DataTransfer | null): boolean => {
    const file = data?.files[0] ?? null;
    const text = file ? '' : (data?.getData('text/plain') ?? '');
    if (file) chosen(file);
    else if (text.trim()) chosen(fileOfText(text));
    return file !== null || text.trim() !== '';
  };
  const mark = (on: boolean) => element.classList.toggle('dropping', on);
  element.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  element.addEventListener('dragleave', (event) => {
    if (!element.contains(event.relatedTarget as Node | null)) mark(false);
  });
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    take(event.dataTransfer);
  });
  element.addEventListener('paste', (event) => {
    if (
      event.target instanceof HTMLTextAreaElement ||
      (event.target instanceof HTMLInputElement && event.target.type === 'text')
    )
      return;
    if (take(event.clipboardData)) event.preventDefault();
  });
}
