import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { addressOf, LONGEST_QUERY, readAddress } from './address.ts';
import { EXAMPLES } from './examples.ts';

const long = `SELECT '${Array.from({ length: 4000 }, (_, i) => i).join(' ')}'`;

test.each([
  'SELECT 1',
  '',
  " -- 100 % & #; + = \"\n\tSELECT '😀', $1 ? :a",
  'SELECT 日本, \u202e, \u0000',
  long,
  'x'.repeat(LONGEST_QUERY),
  ...EXAMPLES.map(({ sql }) => sql),
])('a query comes back as it was: %j', async (sql) => {
  const address = await addressOf(sql);
  expect(address).toMatch(/^#[qz]=[\w\-.~+,:;/=@$?!'()*%]*&v=1$/);
  expect(await readAddress(address)).toEqual({ sql, problem: null });
  // What a browser makes of it is the same.
  expect(await readAddress(new URL(address, 'https://example.org/').hash)).toEqual({ sql, problem: null });
});

test('a short query can be read in its link, a long one makes a shorter link', async () => {
  expect(await addressOf("SELECT *\nFROM flows WHERE layer = 'papers' AND value > 1+1")).toBe(
    "#q=SELECT+*%0AFROM+flows+WHERE+layer+=+'papers'+AND+value+%3E+1%2B1&v=1",
  );
  expect(await addressOf(long)).toMatch(/^#z=/);
  expect((await addressOf(long)).length).toBeLessThan(long.length);
});

test('a link written by hand or by a program is read too', async () => {
  expect(await readAddress('#q=SELECT%201')).toEqual({ sql: 'SELECT 1', problem: null });
  expect(await readAddress(`#q=${encodeURIComponent('SELECT 1 + 1')}`)).toEqual({
    sql: 'SELECT 1 + 1',
    problem: null,
  });
});

test.each(['', '#', '#main', '#example-one-host', '#x=1&y=2'])('%j names no query', async (hash) => {
  expect(await readAddress(hash)).toEqual({ sql: null, problem: null });
});

test('a query that is too long for a link is refused in words', async () => {
  await expect(addressOf('x'.repeat(LONGEST_QUERY + 1))).rejects.toThrow('100,000 characters at most');
});

describe('what is no query', () => {
  const packed = (bytes: Buffer): string => `#z=${bytes.toString('base64url')}`;
  test.each<[string, string, RegExp]>([
    ['broken percent signs', '#q=%E0%A4%A', /cut short or damaged/],
    ['half a character', '#q=%ff', /cut short or damaged/],
    ['no base64', '#z=<script>', /cut short or damaged/],
    ['no deflated bytes', '#z=AAAA', /cut short or damaged/],
    ['nothing', '#z=', /cut short or damaged/],
    [
      'a link cut short',
      packed(deflateRawSync('SELECT 1'.repeat(50)).subarray(0, 12)),
      /cut short or damaged/,
    ],
    [
      'bytes that are no text',
      packed(deflateRawSync(Buffer.from([0xff, 0xfe, 0x80]))),
      /cut short or damaged/,
    ],
    ['a bomb', packed(deflateRawSync(Buffer.alloc(50_000_000))), /far too long/],
    ['a little more than a query', packed(deflateRawSync('x'.repeat(LONGEST_QUERY + 1))), /far too long/],
    ['a megabyte', `#q=${'x'.repeat(1e6)}`, /far too long/],
    ['another version', '#q=SELECT+1&v=2', /newer kind/],
  ])('%s', async (_, hash, words) => {
    const { sql, problem } = await readAddress(hash);
    expect(sql).toBeNull();
    expect(problem).toMatch(words);
    expect(problem).toMatch(/^The query in the link could not be read: .*\.$/);
  });
});
