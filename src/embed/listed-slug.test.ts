import { expect, test } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import { settleView } from '../views/figure.ts';
import { ALL_VIEWS } from '../views/index.ts';
import type { Asked } from '../views/params.ts';
import { embedSearch, slugIn } from './address.ts';
import { listedSlug } from './listed-slug.ts';
import { listedStates } from './listed.ts';

const viewOf = (id: string) => {
  const view = ALL_VIEWS.find((one) => one.id === id);
  if (!view) throw new Error(`There is no view ${id}.`);
  return view;
};
const slugOf = (id: string, asked: Asked) => {
  const view = viewOf(id);
  return listedSlug(view, embedSearch(view, settleView(view, asked, ATLAS).state, ATLAS), ATLAS);
};

test('is what the index of the built site finds, for every listed state of every view', () => {
  for (const view of ALL_VIEWS) {
    const states = listedStates(view, ATLAS)
      .map(({ slug, asked }) => ({
        slug,
        search: embedSearch(view, settleView(view, asked, ATLAS).state, ATLAS),
      }))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const index = {
      release: '',
      views: { [view.id]: Object.fromEntries(states.map(({ slug, search }) => [slug, search])) },
    };
    for (const { search } of states)
      expect([view.id, search, listedSlug(view, search, ATLAS)]).toEqual([
        view.id,
        search,
        slugIn(index, view.id, search),
      ]);
  }
});

test('a value that is the standard one makes no other state; any other value does', () => {
  const country = 'USA';
  const { state } = settleView(viewOf('ranking'), { country }, ATLAS);
  expect(slugOf('ranking', { country })).toBe('usa');
  expect(slugOf('ranking', state)).toBe('usa');
  expect(slugOf('flow-map', { country, layer: 'papers' })).toBe('usa');
  expect(slugOf('flow-map', { country, top: 30 })).toBeNull();
});
