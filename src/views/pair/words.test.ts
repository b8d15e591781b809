import { expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { PAIR } from '../../../tests/support/rows-fixture.ts';
import { draw, settleView } from '../figure.ts';
import { pairView } from './index.ts';
import { emptyPanel, wayOf } from './words.ts';

const state = (country: string, partner: string) => settleView(pairView, { country, partner }, ATLAS).state;

test('names both, the years that there are, and the last firm value of each layer', () => {
  const { title, alt, takeaway } = pairView.words(PAIR, state('CHN', 'USA'), ATLAS);
  expect(title).toBe('China and the United States: students, scholars, papers and projects, 2012–2022');
  expect(takeaway).toBe('China and the United States shared 1,280\u00a0papers in 2022 (OpenAlex).');
  expect(alt).toContain('13\u00a0scholars from China to the United States in 2015');
  expect(alt).not.toContain('students from');
});

test('one is one', () => {
  const points = [{ layer: 'papers' as const, direction: 'both', year: 2000, value: 1, flag: null }];
  expect(pairView.words({ points }, state('IND', 'NAM'), ATLAS).takeaway).toMatch(
    /shared 1\u00a0paper in 2000/,
  );
});

test('names the sources of what is shown, and no other', () => {
  const points = PAIR.points.filter(({ layer }) => layer === 'projects');
  expect(pairView.words({ points }, state('CHN', 'USA'), ATLAS).sources).toEqual(['cordis-h2020']);
  expect(pairView.words({ points: [] }, state('CHN', 'USA'), ATLAS).sources).toEqual([]);
});

test('both orders of a pair are told in their own order', () => {
  const { table } = pairView.words(PAIR, state('USA', 'CHN'), ATLAS);
  expect(table.rows.find(({ direction }) => direction !== '')?.['direction']).toBe(
    'from China to the United States',
  );
  expect(wayOf('out', state('USA', 'CHN'), ATLAS)).toBe(' from the United States to China');
  expect(wayOf('both', state('USA', 'CHN'), ATLAS)).toBe('');
});

test('an empty panel of students may be silence; of the others it is nothing in the source', () => {
  expect(emptyPanel('students', state('CHN', 'USA'), ATLAS)).toMatch(
    /^Not reported, or not among the ten largest/,
  );
  expect(emptyPanel('projects', state('CHN', 'USA'), ATLAS)).toBe(
    'No Horizon 2020 projects in the source (0).',
  );
});

test('a pair that is none yet is drawn too', () => {
  const drawn = draw(pairView, { country: 'CHN', partner: null }, { points: [] }, ATLAS, 'p');
  expect(drawn.words.title).toBe('Choose two countries');
  expect(drawn.wide).toContain('<svg');
});

test('each line is a mark of its tie, in its direction, and says its years', () => {
  const { wide } = draw(pairView, state('USA', 'CHN'), PAIR, ATLAS, 'p');
  const marks = [
    ...(wide ?? '').matchAll(/<g class="marked-line" data-o="(\w+)" data-d="(\w+)"[^>]*><title>([^<]+)/g),
  ];
  expect(marks.map(([, o, d, words]) => [o, d, words])).toEqual([
    // Students have no rows here; of scholars, those who left come first.
    ['USA', 'CHN', 'United States to China: 13\u00a0scholars in 2015'],
    ['CHN', 'USA', 'China to United States: 28\u00a0scholars in 2016'],
    ['USA', 'CHN', 'United States and China: 1,280\u00a0papers in 2022'],
    ['USA', 'CHN', 'United States and China: 6\u00a0Horizon 2020 projects in 2019'],
  ]);
  expect(wide).toContain('19\u00a0scholars in 2016 (provisional)');
});
