import { expect, test } from 'vitest';
import { TABLES } from '../model/tables/index.ts';
import { heldBy, progressWords } from './progress-words.ts';

const flows = { phase: 'table', name: 'flows', loaded: 300_000, total: 743_051 } as const;

test('says what is on its way, and how far it is', () => {
  expect(progressWords(flows)).toBe('Fetching the flows between countries … 0.3 of 0.7 MB');
  expect(progressWords({ ...flows, loaded: 743_051 })).toBe('Reading the flows between countries …');
  expect(progressWords({ ...flows, total: 0, loaded: 1200 })).toBe(
    'Fetching the flows between countries … 1,200 bytes',
  );
});

test('the engine is the database', () => {
  const engine = { phase: 'engine', name: 'engine', loaded: 3_100_000, total: 7_200_000 } as const;
  expect(progressWords(engine)).toBe('Fetching the database … 3.1 of 7.2 MB');
  expect(progressWords({ ...engine, loaded: 7_200_000 })).toBe('Starting the database …');
});

test('no table is called by a name that only SQL knows, unless that is asked for', () => {
  for (const name of Object.keys(TABLES)) expect(heldBy(name)).toMatch(/^[^_]+$/);
  expect(heldBy('stored_pair_indicators')).toBe('the indicators of pairs of countries');
  expect(heldBy('group_members')).toBe('the group members');
  expect(progressWords(flows, (table) => `the table ${table}`)).toContain('the table flows …');
});
