import { describe, expect, test } from 'vitest';
import { INDICATORS } from '../indicators/index.ts';
import { GLOSSARY, slugOf } from './glossary.ts';
import { TERM_PATTERNS } from './terms.ts';

const terms = GLOSSARY.map(({ term }) => term);
const slugs = terms.map(slugOf);

test('anchors are plain: no marks, no signs', () => {
  expect(
    ['Salton’s cosine', 'Herfindahl–Hirschman index', 'PPML', 'Break in the series'].map(slugOf),
  ).toEqual(['saltons-cosine', 'herfindahl-hirschman-index', 'ppml', 'break-in-the-series']);
});

describe('the glossary', () => {
  test('has each term once, in the order of the alphabet', () => {
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(terms).toEqual([...terms].sort(new Intl.Collator('en').compare));
  });

  test('leads on only to entries that it has, and never to the entry itself', () => {
    const lost = GLOSSARY.flatMap(({ term, see = [] }) =>
      see.filter((other) => other === term || !terms.includes(other)).map((other) => `${term} → ${other}`),
    );
    expect(lost).toEqual([]);
  });

  test('defines in one or two sentences', () => {
    const long = GLOSSARY.filter(({ definition }) => {
      const sentences = definition.match(/[.!?](?=\s|$)/g)?.length ?? 0;
      return sentences < 1 || sentences > 2 || !definition.endsWith('.');
    });
    expect(long.map(({ term }) => term)).toEqual([]);
  });

  test('names indicators that there are', () => {
    const known = new Set(INDICATORS.map(({ id }) => id));
    expect(GLOSSARY.flatMap(({ indicator }) => indicator ?? []).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('words that become links', () => {
  test('lead to an entry', () => {
    expect(Object.keys(TERM_PATTERNS).filter((slug) => !slugs.includes(slug))).toEqual([]);
  });

  test('find their own entry by its name, and no other', () => {
    for (const [slug, pattern] of Object.entries(TERM_PATTERNS)) {
      const entry = GLOSSARY.find(({ term }) => slugOf(term) === slug);
      const names = [entry?.term, ...(entry?.also ?? [])];
      expect(
        names.some((name) => new RegExp(`^(?:${pattern})$`, 'i').test(name ?? '')),
        slug,
      ).toBe(true);
    }
  });

  test('hold no group of their own, which would shift what they lead to', () => {
    for (const pattern of Object.values(TERM_PATTERNS)) expect(pattern).not.toMatch(/\((?!\?:)/);
  });

  test('are as small as every live figure can carry', () => {
    expect(JSON.stringify(TERM_PATTERNS).length).toBeLessThan(2500);
  });
});
