import { expect, test } from 'vitest';
import { figureAddress } from './figure-address.ts';

const folder = 'https://atlas.example/site/embed/';
const page = 'https://blog.example/posts/one/';
const address = (
  src: string | null,
  origin: string | null = null,
  theme: string | null = null,
  plain = false,
) => figureAddress(src, { folder, origin, page }, { theme, plain })?.href ?? null;

test.each([
  `${folder}ranking/ken/`,
  `${folder}ranking/?country=KEN`,
  `${folder}v/2026-11-22/ranking/ken/`,
  '//atlas.example/site/embed/trend/deu/',
])('%s is an embed of the script’s own folder', (src) => {
  expect(address(src)).toBe(new URL(src, page).href);
});

test.each([
  null,
  '',
  'ranking/ken/',
  'https://atlas.example/site/',
  'https://atlas.example/embed/ranking/',
  `${folder}../explore/`,
  `${folder}%2e%2e/explore/`,
  'https://atlas.example.evil.example/site/embed/ranking/',
  'https://atlas.example@evil.example/site/embed/ranking/',
  'https://me:pw@atlas.example/site/embed/ranking/',
  'http://atlas.example/site/embed/ranking/',
  'javascript:alert(1)//https://atlas.example/site/embed/',
  'data:text/html,/embed/',
  'blob:https://atlas.example/site/embed/ranking/',
  'https://[',
  'https://evil.example/embed/ranking/',
])('%s is refused', (src) => {
  expect(address(src)).toBeNull();
});

test('another origin is taken where the page names it, below an embed folder alone', () => {
  const mirror = 'https://mirror.example';
  expect(address(`${mirror}/atlas/embed/ranking/`, mirror)).toBe(`${mirror}/atlas/embed/ranking/`);
  expect(address(`${mirror}/elsewhere/`, mirror)).toBeNull();
  expect(address('https://evil.example/embed/ranking/', mirror)).toBeNull();
  expect(address('data:text/html,/embed/', 'null')).toBeNull();
});

test('a script of no known address shows nothing of its own', () => {
  expect(
    figureAddress(`${folder}ranking/`, { folder: ' ', origin: null, page }, { theme: null, plain: false }),
  ).toBeNull();
});

test('looks stand in the address beside the state', () => {
  expect(address(`${folder}ranking/?country=KEN`, null, 'dark', true)).toBe(
    `${folder}ranking/?country=KEN&theme=dark&plain=1`,
  );
  expect(address(`${folder}ranking/`, null, 'auto')).toBe(`${folder}ranking/`);
  expect(address(`${folder}ranking/`, null, '"><script>')).toBe(`${folder}ranking/`);
});
