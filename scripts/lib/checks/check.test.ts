import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Session } from '../session.ts';
import { inWords, noRow, within } from './check.ts';

let db: Session;
beforeAll(async () => {
  db = await Session.open();
});
afterAll(() => db.close());

const NAMED = { id: 'small', kind: 'plausibility', title: 'No number is above 5.' } as const;
const small = (numbers: string) => ({
  ...NAMED,
  rows: `SELECT unnest([${numbers}])::INTEGER AS n`,
  offends: 'n > 5',
});

describe('no row', () => {
  test('passes where none offends, and says of how many', async () => {
    expect(await noRow(small('1, 2, NULL')).run(db)).toEqual({
      passed: true,
      measured: '0 of 3 rows break it',
      examples: [],
    });
  });

  test('fails with the worst first, and no more than five', async () => {
    const check = noRow({ ...small('7, 1, 6, 12, 8, 9, 10, 11'), order: 'n DESC' });
    expect(await check.run(db)).toEqual({
      passed: false,
      measured: '7 of 8 rows break it',
      examples: ['n 12', 'n 11', 'n 10', 'n 9', 'n 8'],
    });
  });

  test('does not pass where there was nothing to look at', async () => {
    expect(await noRow({ ...small('1'), rows: 'SELECT 1 AS n WHERE FALSE' }).run(db)).toEqual({
      passed: false,
      measured: 'there was nothing to check',
      examples: [],
    });
  });

  describe('with a row that is known to break it', () => {
    const known = { where: 'n = 6', why: 'six is as the publisher has it' };

    test('passes, and says so', async () => {
      expect(await noRow({ ...small('1, 6'), known }).run(db)).toEqual({
        passed: true,
        measured: '1 of 2 rows break it, 1 of them known: six is as the publisher has it',
        examples: [],
      });
    });

    test('fails for another', async () => {
      expect(await noRow({ ...small('1, 6, 7'), known }).run(db)).toEqual({
        passed: false,
        measured: '2 of 3 rows break it, 1 of them known: six is as the publisher has it',
        examples: ['n 7'],
      });
    });

    test('says nothing of it once it is right', async () => {
      expect(await noRow({ ...small('1, 5'), known }).run(db)).toMatchObject({
        measured: '0 of 2 rows break it',
      });
    });
  });
});

describe('within', () => {
  const number = (sql: string, low = 0.98, high = 1.02) =>
    within({ ...NAMED, number: `SELECT ${sql} AS n`, low, high }).run(db);

  test.each(['0.98', '1', '1.02'])('%s is in its bounds', async (n) => {
    expect(await number(n)).toMatchObject({ passed: true, examples: [] });
  });

  test.each([
    ['0.979', '0.979; expected: 0.98 to 1.02'],
    ['1.021', '1.021; expected: 0.98 to 1.02'],
    ['NULL', 'no value; expected: 0.98 to 1.02'],
    ["'NaN'::DOUBLE", 'NaN; expected: 0.98 to 1.02'],
  ])('%s is not', async (n, measured) => {
    expect(await number(n)).toEqual({ passed: false, measured, examples: [] });
  });

  test('no row at all is no value', async () => {
    const check = within({ ...NAMED, number: 'SELECT 1 AS n WHERE FALSE', low: 0, high: 2 });
    expect(await check.run(db)).toEqual({
      passed: false,
      measured: 'no value; expected: 0 to 2',
      examples: [],
    });
  });

  test('one bound may be the number itself', async () => {
    expect(await number('73485', 73_485, 73_485)).toMatchObject({
      passed: true,
      measured: '73,485; expected: 73,485',
    });
  });
});

test('a row in words tells an empty cell from an empty text', () => {
  expect(inWords({ origin: 'DEU', value: null, note: '' })).toBe('origin DEU, value (empty), note ');
});
