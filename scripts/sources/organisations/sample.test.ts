import { expect, test } from 'vitest';
import { curatedBy, readAliases, readLexicon } from './decisions.ts';
import { MATCH_METHOD_IDS, type MatchMethod } from '../../../src/model/matching.ts';
import { RorIndex } from './match-ror.ts';
import { readCandidates, readSample, soughtOf } from './sample-file.ts';
import { drawSample } from './sample.ts';

const sample = await readSample();

test('the committed sample holds 200 matches of every method, each looked at', () => {
  expect(sample.length).toBe(200);
  expect(new Set(sample.map(({ pic }) => pic)).size).toBe(200);
  expect(new Set(sample.map(({ method }) => method))).toEqual(new Set(MATCH_METHOD_IDS));
  expect(sample.filter(({ verdict }) => !['right', 'wrong'].includes(verdict))).toEqual([]);
});

test('at least 98 % of the sample is right', () => {
  const right = sample.filter(({ verdict }) => verdict === 'right').length;
  expect(right / sample.length).toBeGreaterThanOrEqual(0.98);
});

test('the matcher still finds what was looked at, among the records that are most alike', async () => {
  const lexicon = await readLexicon();
  const records = await readCandidates();
  const { curated } = curatedBy(await readAliases(), lexicon, records);
  const index = new RorIndex(records, lexicon, curated);
  // Each has others of its country to be mistaken for.
  expect(records.length).toBeGreaterThan(3 * sample.length);
  const changed = sample.flatMap((row) => {
    const found = index.find(soughtOf(row));
    const now = found && 'match' in found ? `${found.method} ${found.match.id}` : 'none';
    return now === `${row.method} ${row.ror_id}` ? [] : [`${row.name}: ${row.method} ${row.ror_id} → ${now}`];
  });
  expect(changed).toEqual([]);
});

const made = (counts: Partial<Record<MatchMethod, number>>) =>
  Object.entries(counts).flatMap(([method, n]) =>
    Array.from({ length: n }, (_, i) => ({ pic: `${method}${i}`, method: method as MatchMethod })),
  );
const counts = (drawn: readonly { readonly method: MatchMethod }[]) =>
  Object.fromEntries(
    MATCH_METHOD_IDS.map((m) => [m, drawn.filter(({ method }) => method === m).length]).filter(([, n]) => n),
  );

test('each method gets ten, or all that it has, and the rest by its size', () => {
  expect(counts(drawSample(made({ name: 710, words: 310, city: 4 }), 54))).toEqual({
    name: 31,
    words: 19,
    city: 4,
  });
});

test('a draw is the same on every run and in every order, and no match comes twice', () => {
  const matches = made({ name: 300, acronym: 100 });
  const drawn = drawSample(matches, 60);
  expect(drawSample([...matches].reverse(), 60)).toEqual(drawn);
  expect(new Set(drawn.map(({ pic }) => pic)).size).toBe(60);
});

test('a sample cannot be larger than what there is', () => {
  expect(drawSample(made({ name: 12, city: 3 }), 60).length).toBe(15);
});
