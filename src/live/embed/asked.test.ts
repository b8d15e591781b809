import { expect, test } from 'vitest';
import { ALL_VIEWS } from '../../views/index.ts';
import { rankingView } from '../../views/ranking/index.ts';
import type { View } from '../../views/view.ts';
import { LIVE_VIEWS, loadView } from './views.ts';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { stateAsked } from './asked.ts';

const asked = (search: string) => stateAsked(search, rankingView as unknown as View, ATLAS);

test('every view can be drawn live, by its own code', async () => {
  expect([...LIVE_VIEWS].sort()).toEqual(ALL_VIEWS.map(({ id }) => id).sort());
  for (const id of LIVE_VIEWS) expect((await loadView(id)).id).toBe(id);
  await expect(loadView('nonsense')).rejects.toThrow('There is no view nonsense.');
});

test('what is known is settled, the first of several values holds', () => {
  const { state, problems } = asked('?layer=papers&country=deu&country=FRA&theme=dark&plain=1');
  expect(state).toMatchObject({ layer: 'papers', country: 'DEU' });
  expect(problems).toEqual([]);
});

test('what does not fit is left out and said', () => {
  const { state, problems } = asked('?country=%3Cscript%3E&year=1e9&top=0');
  expect(state).toEqual(asked('').state);
  expect(problems).toHaveLength(3);
});

test('names that the view does not take are said, a few of them and briefly', () => {
  expect(asked('?__proto__=1&contry=KEN').problems).toEqual([
    'The address asks for “__proto__”, “contry”, which this figure does not take: left out.',
  ]);
  const many = asked(`?${Array.from({ length: 50 }, (_, i) => `x${'y'.repeat(40)}${i}=1`).join('&')}`);
  expect(many.problems).toHaveLength(1);
  expect(many.problems[0]).toMatch(/47 more, which/);
  expect(many.problems[0]?.length).toBeLessThan(180);
});
