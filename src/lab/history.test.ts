import { describe, expect, test } from 'vitest';
import { History, type Run } from './history.ts';

const run = (sql: string, more: Partial<Run> = {}): Run => ({
  sql,
  at: '2026-11-22T10:00:00.000Z',
  ms: 12,
  rows: 3,
  ...more,
});

function storage(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries));
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

test('keeps the last fifty, the newest first, each query once', () => {
  const kept = storage();
  const history = new History(() => kept);
  for (let i = 0; i < 60; i++) history.add(run(`SELECT ${i}`));
  history.add(run('SELECT 30', { ms: 99, rows: null }));
  expect(history.runs).toHaveLength(50);
  expect(history.runs[0]).toEqual(run('SELECT 30', { ms: 99, rows: null }));
  expect(history.runs[1]?.sql).toBe('SELECT 59');
  expect(history.runs.filter(({ sql }) => sql === 'SELECT 30')).toHaveLength(1);
  expect(new History(() => kept).runs).toEqual(history.runs);
});

test('keeps what another tab has added, and is empty once cleared', () => {
  const kept = storage();
  const [one, other] = [new History(() => kept), new History(() => kept)];
  one.add(run('SELECT 1'));
  other.add(run('SELECT 2'));
  one.add(run('SELECT 3'));
  expect(one.runs.map(({ sql }) => sql)).toEqual(['SELECT 3', 'SELECT 2', 'SELECT 1']);
  one.clear();
  expect(one.runs).toEqual([]);
  expect(new History(() => kept).runs).toEqual([]);
});

test('keeps a draft', () => {
  const kept = storage();
  new History(() => kept).draft = 'SELECT';
  expect(new History(() => kept).draft).toBe('SELECT');
  new History(() => kept).draft = null;
  expect(new History(() => kept).draft).toBeNull();
});

describe('works for the page alone', () => {
  test.each([
    [
      'where storage is refused',
      () => {
        throw new DOMException('refused', 'SecurityError');
      },
    ],
    [
      'where storage is full',
      () => ({
        ...storage(),
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }),
    ],
    [
      'where every touch of it fails',
      () => ({
        getItem: () => {
          throw new Error();
        },
        setItem: () => {
          throw new Error();
        },
        removeItem: () => {
          throw new Error();
        },
      }),
    ],
  ])('%s', (_, open) => {
    const history = new History(open);
    history.add(run('SELECT 1'));
    history.draft = 'x';
    expect(history.runs.map(({ sql }) => sql)).toEqual(['SELECT 1']);
    history.clear();
    expect(history.runs).toEqual([]);
  });
});

test.each(['{', '{"a":1}', 'null', '[1,null,{"sql":1},{"sql":"x","at":"y","ms":1,"rows":1}]'])(
  'leaves aside what is no history: %s',
  (json) => {
    const history = new History(() => storage({ 'sql-lab-history': json }));
    expect(history.runs).toEqual([]);
    history.add(run('SELECT 1'));
    expect(history.runs).toHaveLength(1);
  },
);
