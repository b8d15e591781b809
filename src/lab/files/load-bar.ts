import { count } from '../../charts/format.ts';
import { button, h } from './dom.ts';
import type { LoadProgress } from './load-csv.ts';
import { sizeWords } from './size.ts';

/** How far a load is, and the button that ends it. */
export interface LoadBar {
  readonly element: HTMLElement;
  show(progress: LoadProgress | null): void;
}

export function loadBar(file: File, cancel: () => void): LoadBar {
  const bar = h('progress', { max: file.size, 'aria-label': `Loading ${file.name}` });
  const words = h('span', { class: 'file-progress' });
  const stop = button('Cancel', cancel, { name: 'stop' });
  return {
    element: h('div', { class: 'file-loading' }, bar, words, stop),
    show(progress) {
      if (progress) bar.value = progress.bytes;
      else bar.removeAttribute('value');
      words.textContent = progress ? loadWords(progress, file.size) : `Loading ${sizeWords(file.size)} …`;
    },
  };
}

/** "84 of 187 MB, 912,000 rows" */
export const loadWords = ({ bytes, rows }: LoadProgress, size: number): string =>
  `${sizeWords(bytes)} of ${sizeWords(size)}, ${count(rows)} rows`;
