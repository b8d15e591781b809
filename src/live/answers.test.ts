import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import type { Engine, Query } from '../engine/engine.ts';
import type { View } from '../views/view.ts';
import { Answers } from './answers.ts';

type Rows = { values: readonly { n: number }[] };
const QUERY: Query = { sql: 'SELECT $year AS n', params: { year: 2022 }, needs: ['flows'] };

/** A view whose states before 2000 are in slices; two states share a slice. */
const view: View<'year', Rows> = {
  id: 'numbers',
  title: '',
  description: '',
  fields: ['year'],
  defaults: {},
  widths: [1, 2],
  queries: ({ year }) => ({ values: { ...QUERY, params: { year } } }),
  chart: () => {
    throw new Error('Answers draw nothing.');
  },
  words: () => {
    throw new Error('Answers say nothing.');
  },
  listed: () => [],
  slices: {
    paths: ({ year }) => (year < 2000 ? [`slices/${Math.floor(year / 10)}.json`] : null),
    rows: ([slice], { year }) => ({ values: [{ n: (slice as number) + year }] }),
  },
};

const engine = { query: vi.fn<Engine['query']>(), close: async () => undefined };
const open = vi.fn<() => Promise<Engine>>();
const fetch = vi.fn<(url: string) => Promise<Response>>();
let answers: Answers;
const ask = (year: number, signal = new AbortController().signal) => answers.rows(view, { year }, signal);

beforeEach(() => {
  vi.resetAllMocks();
  vi.stubGlobal('fetch', fetch);
  open.mockResolvedValue(engine as Engine);
  engine.query.mockImplementation(async (_, params) => [{ n: params?.['year'] }] as never);
  fetch.mockImplementation(async () => Response.json(1));
  answers = new Answers(ATLAS, 'https://host.example/release/', open);
});
afterEach(() => void vi.unstubAllGlobals());

describe('a state that slices hold', () => {
  test('is answered from them, and no engine is brought', async () => {
    expect(await ask(1999)).toEqual({ values: [{ n: 2000 }] });
    expect(fetch).toHaveBeenCalledExactlyOnceWith('https://host.example/release/slices/199.json');
    expect(open).not.toHaveBeenCalled();
  });

  test('fetches a file once, for all states that share it, even at the same time', async () => {
    await Promise.all([ask(1999), ask(1999), ask(1998)]);
    await ask(1997);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('asks again after a failure', async () => {
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    fetch.mockResolvedValueOnce(new Response('', { status: 503 }));
    await expect(ask(1999)).rejects.toMatchObject({ name: 'FileError' });
    await expect(ask(1999)).rejects.toMatchObject({
      name: 'FileError',
      message: expect.stringContaining('503'),
    });
    await expect(ask(1999)).resolves.toEqual({ values: [{ n: 2000 }] });
    expect(fetch).toHaveBeenCalledTimes(3);
  });
});

describe('a state that no slice holds', () => {
  test("is asked of the engine, with the view's tables", async () => {
    const { signal } = new AbortController();
    expect(await ask(2022, signal)).toEqual({ values: [{ n: 2022 }] });
    expect(engine.query).toHaveBeenCalledExactlyOnceWith(QUERY.sql, QUERY.params, {
      signal,
      needs: ['flows'],
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  test('is asked once', async () => {
    await ask(2022);
    await ask(2022);
    await ask(2021);
    expect(engine.query).toHaveBeenCalledTimes(2);
  });

  test('asks again after an engine that did not come, and after a query that failed', async () => {
    open.mockRejectedValueOnce(new Error('blocked'));
    engine.query.mockRejectedValueOnce(new Error('no memory'));
    await expect(ask(2022)).rejects.toThrow('blocked');
    await expect(ask(2022)).rejects.toThrow('no memory');
    await expect(ask(2022)).resolves.toEqual({ values: [{ n: 2022 }] });
  });
});

describe('an answer that is no longer wanted', () => {
  test('is not given, though its file has come; the file is kept', async () => {
    const old = new AbortController();
    const first = ask(1999, old.signal);
    old.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await expect(ask(1999)).resolves.toEqual({ values: [{ n: 2000 }] });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('stops the query, and is not kept as an answer', async () => {
    const old = new AbortController();
    engine.query.mockImplementationOnce(
      (_, __, options) =>
        new Promise((_resolve, reject) =>
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error)),
        ),
    );
    const first = ask(2022, old.signal);
    await vi.waitFor(() => expect(engine.query).toHaveBeenCalled());
    old.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await expect(ask(2022)).resolves.toEqual({ values: [{ n: 2022 }] });
  });

  test("a failure of one that nobody waits for is nobody's error", async () => {
    const old = new AbortController();
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const first = ask(1999, old.signal);
    old.abort();
    await expect(first).rejects.toThrow();
    await expect(ask(1999)).resolves.toEqual({ values: [{ n: 2000 }] });
  });
});
