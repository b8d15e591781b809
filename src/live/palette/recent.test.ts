import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

function storage(value: string | null = null) {
  const kept = { value };
  return {
    kept,
    getItem: () => kept.value,
    setItem: (_: string, written: string) => {
      kept.value = written;
    },
  };
}

test('keeps five, the newest first, each once', () => {
  const recent = new Recent(() => storage());
  for (const id of ['a', 'b', 'c', 'd', 'e', 'b', 'f']) recent.add({ id });
  expect(recent.all.map(({ id }) => id)).toEqual(['f', 'b', 'e', 'd', 'c']);
  recent.add({ id: 'd' });
  expect(recent.all.map(({ id }) => id)).toEqual(['d', 'f', 'b', 'e', 'c']);
});

test('is read again by the next page, with the text of what was composed', () => {
  const shared = storage();
  new Recent(() => shared).add({ id: 'q', text: 'papers de us' });
  expect(new Recent(() => shared).all).toEqual([{ id: 'q', text: 'papers de us' }]);
});

test.each(['{', 'null', '{}', '[1, null, {"id": 4}, {"text": "x"}, {"id": "a", "text": 3}]'])(
  'what is damaged is nothing: %s',
  (value) => {
    expect(new Recent(() => storage(value)).all).toEqual([]);
  },
);

test('of what is damaged in part, the rest is kept', () => {
  expect(new Recent(() => storage('[7, {"id": "a"}]')).all).toEqual([{ id: 'a' }]);
});

test('a browser that refuses storage keeps it until the page is left', () => {
  const recent = new Recent(() => {
    throw new Error('refused');
  });
  recent.add({ id: 'a' });
  expect(recent.all).toEqual([{ id: 'a' }]);
});
