import { createHash } from 'node:crypto';
import { MATCH_METHOD_IDS, type MatchMethod } from '../../../src/model/matching.ts';

/** Says which sample: another word draws another one. */
const SEED = 'ror-sample-2';
/** Methods with few matches are looked at as well. */
const LEAST = 10;

/**
 * A sample of matches for checking by hand, the same on every run. Each method gets ten (or all that it has), the rest is
 * shared out by the number of its matches, largest remainders first. Within a method the matches come in the order of the
 * SHA-256 of seed and participant code.
 */
export function drawSample<M extends { readonly pic: string; readonly method: MatchMethod }>(
  matches: readonly M[],
  size: number,
): M[] {
  const strata = MATCH_METHOD_IDS.map((method) => ({
    matches: matches
      .filter((match) => match.method === method)
      .map((match) => ({ match, order: createHash('sha256').update(`${SEED}:${match.pic}`).digest('hex') }))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ match }) => match),
  })).filter((stratum) => stratum.matches.length);
  const least = strata.map((stratum) => Math.min(LEAST, stratum.matches.length));
  const rest = Math.max(0, size - sum(least));
  const open = strata.map((stratum, i) => stratum.matches.length - (least[i] ?? 0));
  const fair = open.map((n) => Math.min(n, (rest * n) / (sum(open) || 1)));
  const whole = fair.map(Math.floor);
  const byRemainder = fair
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
    .slice(0, Math.min(rest, sum(open)) - sum(whole));
  for (const { i } of byRemainder) whole[i] = (whole[i] ?? 0) + 1;
  return strata.flatMap((stratum, i) => stratum.matches.slice(0, (least[i] ?? 0) + (whole[i] ?? 0)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
