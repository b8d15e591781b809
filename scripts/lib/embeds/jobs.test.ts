import { expect, test } from 'vitest';
import { listedStates } from '../../../src/embed/listed.ts';
import { ALL_VIEWS } from '../../../src/views/index.ts';
import type { Atlas } from '../../../src/views/view.ts';
import { ATLAS as SMALL } from '../../../tests/support/atlas-fixture.ts';
import { jobsOf } from './jobs.ts';

/** The small atlas with every place and group that a view lists. */
const asked = ALL_VIEWS.flatMap((view) =>
  listedStates(view, SMALL).flatMap((state) =>
    Object.values(state.asked).flatMap((value) => String(value).split(',')),
  ),
);
const [place] = SMALL.places.values();
const [group] = SMALL.groups.values();
const ATLAS = {
  ...SMALL,
  places: new Map(
    [...SMALL.places.keys(), ...asked.filter((code) => /^[A-Z]{3}$/.test(code))].map((iso3) => [
      iso3,
      SMALL.places.get(iso3) ?? { ...place, iso3 },
    ]),
  ),
  groups: new Map(
    [...SMALL.groups.keys(), ...asked.filter((id) => /^(m49-\d+|eu)$/.test(id))].map((id) => [
      id,
      SMALL.groups.get(id) ?? { ...group, id },
    ]),
  ),
  withData: new Set([...SMALL.withData, ...asked.filter((code) => /^[A-Z]{3}$/.test(code))]),
} as unknown as Atlas;

const OWN = { slug: 'focus-x-y', page: 'insights/focus/x/', id: 'figure-y' };

test('every listed state is in one job, those that ask an engine in the first', () => {
  const jobs = jobsOf(ATLAS, [OWN]);
  const names = jobs.flatMap(({ states }) => states.map(({ view, slug }) => `${view}/${slug}`));
  const expected = ALL_VIEWS.flatMap((view) =>
    listedStates(view, ATLAS).map(({ slug }) => `${view.id}/${slug}`),
  );
  expect(names.toSorted()).toEqual(expected.toSorted());
  expect(jobs.flatMap(({ own }) => own)).toEqual([OWN]);
  const asks = ({ view, state }: (typeof jobs)[0]['states'][0]): boolean =>
    ALL_VIEWS.find(({ id }) => id === view)?.slices.paths(state, ATLAS) === null;
  const [first, ...others] = jobs;
  expect(first?.states.every(asks)).toBe(true);
  expect(others.flatMap(({ states }) => states).some(asks)).toBe(false);
});

test('a state that does not fit the release is refused by its name', () => {
  const without = { ...ATLAS, flows: ATLAS.flows.filter(({ layer }) => layer !== 'students') };
  expect(() => jobsOf(without, [])).toThrow(/^The listed state [a-z0-9-]+ of [a-z-]+ is none: /);
});
