import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import { settleView } from '../views/figure.ts';
import { ALL_VIEWS } from '../views/index.ts';
import type { View } from '../views/view.ts';
import { embedSearch } from './address.ts';
import { listedStates, slugOf, STANDARD } from './listed.ts';

describe.each(ALL_VIEWS.map((view) => [view.id, view] as const))('%s', (_, view) => {
  const states = listedStates(view, ATLAS);

  test('names each of its states once, in signs that any address and any file system takes', () => {
    const slugs = states.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(slugs).toContain(STANDARD);
  });

  test('is the same when it is asked again', () => {
    expect(listedStates(view, ATLAS)).toEqual(states);
  });

  test('has no frozen one: its folder is theirs', () => {
    expect([view.id, ...states.map(({ slug }) => slug)]).not.toContain('v');
  });
});

test('views that are of a country list every country with data, the others do not', () => {
  const countries = [...ATLAS.withData].map((iso3) => iso3.toLowerCase());
  const lists = (id: string): boolean => {
    const view = ALL_VIEWS.find((one) => one.id === id) as View;
    const slugs = new Set(listedStates(view, ATLAS).map(({ slug }) => slug));
    return countries.every((code) => slugs.has(code));
  };
  expect(ALL_VIEWS.filter(({ id }) => lists(id)).map(({ id }) => id)).toEqual([
    'flow-map',
    'ranking',
    'trend',
    'balance',
    'ego',
    'country-indicator',
  ]);
});

test('a country on its own fits every view that lists it', () => {
  for (const view of ALL_VIEWS)
    for (const { slug, asked } of listedStates(view, ATLAS).filter(({ slug }) => /^[a-z]{3}$/.test(slug))) {
      const { state, problems } = settleView(view, asked, ATLAS);
      expect([view.id, slug, ...problems]).toEqual([view.id, slug]);
      expect(embedSearch(view, state, ATLAS)).toMatch(/^$|country=/);
    }
});

describe('a name', () => {
  test('is the values in the order in which they are asked; a bare number says of what it is', () => {
    expect(slugOf({ layer: 'papers', source: 'scholarly-migration/openalex', year: 2018 })).toBe(
      'papers-scholarly-migration-openalex-2018',
    );
    expect(slugOf({ country: 'FRA', top: 20 })).toBe('fra-top-20');
    expect(slugOf({})).toBe(STANDARD);
  });

  test('that two states would have is refused', () => {
    const [view] = ALL_VIEWS as [View];
    const twice = {
      ...view,
      listed: () => [
        { layer: 'papers', country: 'DEU' },
        { country: 'DEU', layer: 'papers' },
        { country: 'PAPERS', layer: 'DEU' },
      ],
    } as unknown as View;
    expect(() => listedStates(twice, ATLAS)).toThrow('Two states of flow-map are called papers-deu');
  });
});
