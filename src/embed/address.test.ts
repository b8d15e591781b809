import { expect, test } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import { random, randomState } from '../../tests/support/random.ts';
import { settleView } from '../views/figure.ts';
import { ALL_VIEWS } from '../views/index.ts';
import { embedSearch } from './address.ts';

/** What a page makes of a query. */
const read = (view: (typeof ALL_VIEWS)[number], search: string) =>
  settleView(view, Object.fromEntries(new URLSearchParams(search)), ATLAS).state;

test.each(ALL_VIEWS.map((view) => [view.id, view] as const))(
  'a query says the whole state: %s',
  (_, view) => {
    const next = random(11);
    const standard = settleView(view, {}, ATLAS).state;
    expect(embedSearch(view, standard, ATLAS)).toBe('');
    for (let i = 0; i < 200; i++) {
      const { state } = settleView(view, randomState(ATLAS, next), ATLAS);
      const search = embedSearch(view, state, ATLAS);
      expect(read(view, search), search).toEqual(state);
      // One state, one query.
      expect(embedSearch(view, read(view, search), ATLAS)).toBe(search);
    }
  },
);
