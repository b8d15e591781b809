import { expect, test } from 'vitest';
import { EngineStartError, LoadError, QueryError } from '../engine/engine.ts';
import { FileError } from './fetch-json.ts';
import { message } from './message.ts';

const STAYS = 'The figure below is the last one that was whole.';

test.each<[string, unknown, string]>([
  [
    'an engine that did not start, with the reason below it',
    new EngineStartError(new Error('The server answered 403.')),
    `The database could not start in this browser (The server answered 403.). ${STAYS}`,
  ],
  [
    'an engine that did not start, for no known reason',
    new EngineStartError('?'),
    `The database could not start in this browser (${new EngineStartError('?').message}). ${STAYS}`,
  ],
  [
    'a table, by its file',
    new LoadError(
      'flows.1.parquet',
      'The table flows could not be loaded: flows.1.parquet has 7 bytes instead of 9.',
    ),
    `The table flows could not be loaded: flows.1.parquet has 7 bytes instead of 9. ${STAYS}`,
  ],
  ['a file', new FileError('The data could not be fetched.'), `The data could not be fetched. ${STAYS}`],
  [
    'a query',
    new QueryError('SELECT x', {}, new Error('no x')),
    `The database could not answer (no x). ${STAYS}`,
  ],
  ['anything else', new TypeError('x is undefined'), `Something went wrong (x is undefined). ${STAYS}`],
  ['what is no error', 'oops', `Something went wrong. ${STAYS}`],
  ['nothing', undefined, `Something went wrong. ${STAYS}`],
])('says of %s what happened, and that the picture stays', (_, error, words) => {
  expect(message(error)).toBe(words);
});

test('speaks of no picture where none was drawn', () => {
  expect(message(new FileError('The data could not be fetched.'), false)).toBe(
    'The data could not be fetched. Nothing was drawn here yet.',
  );
  expect(message(undefined, false)).toBe('Something went wrong. Nothing was drawn here yet.');
});

test('shows no SQL to readers', () => {
  expect(message(new QueryError('SELECT secret FROM flows', { layer: 'papers' }, 'failed'))).not.toContain(
    'SELECT',
  );
});
