import { choice, h, tick } from './dom.ts';
import type { CsvPreview } from './preview.ts';
import { DELIMITERS, ENCODINGS, type Choices, type Reading } from './reading.ts';

type Choose = (change: Partial<Choices>) => void;

/** How the whole file is read. */
export function readingFields({ reading }: CsvPreview, choose: Choose): HTMLElement {
  const set = (change: Partial<Reading>) => choose({ reading: change });
  const skip = h('input', { type: 'number', name: 'skip', min: 0, max: 1000, value: reading.skip });
  skip.addEventListener('change', () => {
    const lines = Math.min(1000, Math.max(0, Math.trunc(Number(skip.value)) || 0));
    set({ skip: lines });
  });
  return h(
    'div',
    { class: 'file-reading' },
    choice('delimiter', 'Separated by', entries(DELIMITERS), reading.delimiter, (delimiter) =>
      set({ delimiter }),
    ),
    choice(
      'header',
      'First row',
      [
        ['yes', 'names'],
        ['no', 'data'],
      ],
      reading.header ? 'yes' : 'no',
      (value) => set({ header: value === 'yes' }),
    ),
    choice(
      'decimal',
      'Decimal mark',
      [
        ['.', 'point: 1.5'],
        [',', 'comma: 1,5'],
      ],
      reading.decimal,
      (decimal) => set({ decimal }),
    ),
    choice('encoding', 'Encoding', entries(ENCODINGS), reading.encoding, (encoding) =>
      set({ encoding, badBytes: 'stop' }),
    ),
    choice(
      'quotes',
      'Quotes',
      [
        ['enclose', 'enclose'],
        ['plain', 'plain signs'],
      ],
      reading.quotes,
      (quotes) => set({ quotes }),
    ),
    h('label', { class: 'file-choice' }, h('span', {}, 'Lines to leave out'), skip),
  );
}

/** Which words mean that a value is missing. */
export function missingFields({ reading, missingOffered }: CsvPreview, choose: Choose): HTMLElement {
  const words = [...new Set([...missingOffered, ...reading.missing])];
  return h(
    'fieldset',
    { class: 'file-missing-words' },
    h('legend', {}, 'Means “missing”'),
    words.map((word, n) =>
      tick(
        `missing-${n}`,
        word === '' ? 'nothing' : h('code', {}, word),
        reading.missing.includes(word),
        (on) =>
          choose({
            reading: { missing: words.filter((one) => (one === word ? on : reading.missing.includes(one))) },
          }),
      ),
    ),
  );
}

const entries = <K extends string>(words: Readonly<Record<K, string>>): (readonly [K, string])[] =>
  Object.entries(words) as [K, string][];
