import { expect, test } from 'vitest';
import { Session } from '../../../scripts/lib/session.ts';
import { joinedFlags } from './joined-flags.ts';

test.each([
  [['NULL', 'NULL'], null],
  [['NULL', "'p'"], 'p'],
  [["'u'", "'p'"], 'pu'],
  [["'be'", "'e'"], 'be'],
  [["'ep'", "'p'", "'b'"], 'bep'],
  [["'e'"], 'e'],
])('%o is %s', async (flags, joined) => {
  const db = await Session.open();
  try {
    expect(
      await db.one(`SELECT ${joinedFlags(...flags.map((flag) => `CAST(${flag} AS VARCHAR)`))} AS flag`),
    ).toEqual({
      flag: joined,
    });
  } finally {
    db.close();
  }
});
