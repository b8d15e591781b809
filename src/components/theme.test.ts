import { expect, test } from 'vitest';
import { chooseTheme, readTheme } from './theme.ts';

const storage = (kept = new Map<string, string>()) => ({
  kept,
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});
const root = () => ({ dataset: {} }) as HTMLElement;
const closed = () => {
  throw new Error('SecurityError');
};

test('a choice is kept and shown; auto keeps nothing', () => {
  const [element, store] = [root(), storage()];
  chooseTheme('dark', element, () => store);
  expect(element.dataset.theme).toBe('dark');
  expect(readTheme(() => store)).toBe('dark');
  chooseTheme('auto', element, () => store);
  expect(element.dataset).toEqual({});
  expect(store.kept.size).toBe(0);
  expect(readTheme(() => store)).toBe('auto');
});

test('a stored value that is no theme counts as auto', () => {
  expect(readTheme(() => storage(new Map([['theme', '"><script>']])))).toBe('auto');
});

test('closed storage is no error', () => {
  const element = root();
  chooseTheme('dark', element, closed);
  expect(element.dataset.theme).toBe('dark');
  expect(readTheme(closed)).toBe('auto');
});
