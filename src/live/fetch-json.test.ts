import { afterEach, expect, test, vi } from 'vitest';
import { FileError, fetchJson } from './fetch-json.ts';

const URL_OF_SLICE = 'https://host.example/some/folder/release/slices/countries/DEU.json';
const answer = (respond: () => Promise<Response> | Response) => {
  const fetch = vi.fn(async () => respond());
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
afterEach(() => void vi.unstubAllGlobals());

test('reads a file', async () => {
  const fetch = answer(() => Response.json({ iso3: 'DEU' }));
  expect(await fetchJson(URL_OF_SLICE)).toEqual({ iso3: 'DEU' });
  expect(fetch).toHaveBeenCalledWith(URL_OF_SLICE);
});

test.each<[string, () => Promise<Response> | Response, RegExp]>([
  [
    'no connection',
    () => Promise.reject(new TypeError('Failed to fetch')),
    /no connection, or it was blocked/,
  ],
  ['a missing file', () => new Response('Not found', { status: 404 }), /countries\/DEU\.json answered 404/],
  ['a host in trouble', () => new Response('{}', { status: 503 }), /countries\/DEU\.json answered 503/],
  [
    'a file cut short',
    () => new Response('{"iso3": "DE'),
    /countries\/DEU\.json is cut short or is no data file/,
  ],
  ['an empty file', () => new Response(''), /is cut short/],
  ['a page in its place', () => new Response('<!doctype html>'), /is no data file/],
])('%s becomes an error in words for readers, with its cause', async (_, respond, words) => {
  answer(respond);
  const error = await fetchJson(URL_OF_SLICE).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileError);
  expect((error as FileError).message).toMatch(words);
  if (!/answered/.test(words.source)) expect((error as FileError).cause).toBeInstanceOf(Error);
});
