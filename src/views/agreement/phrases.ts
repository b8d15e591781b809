import { quantity } from '../../charts/format.ts';
import type { Atlas } from '../view.ts';
import type { Comparison } from './sql.ts';

/** The English of a comparison, for readers who are no statisticians. */

/** What is compared: "Moves of scholars between countries: Scopus base and OpenAlex base" up to the colon. */
export const nameOf = ({ title }: Comparison): string => title.split(': ')[0] ?? title;

/** What the title says after the colon of two things that differ: "a stock and a flow". */
export const whyNoSize = ({ title, same_thing }: Comparison): string[] =>
  same_thing ? [] : title.split(': ').slice(1);

/** Short names of both sources, as short as they can still be told apart: "OpenAlex" and "Scopus". */
export function namesOf(
  { first_source, second_source }: Comparison,
  atlas: Atlas,
): { readonly first: string; readonly second: string } {
  const label = (id: string) => atlas.sources.get(id) ?? { tag: id, short: id };
  const [a, b] = [label(first_source), label(second_source)];
  const head = (name: string): string => name.split(', ')[0] ?? name;
  if (head(a.tag) !== head(b.tag)) return { first: head(a.tag), second: head(b.tag) };
  return a.tag !== b.tag ? { first: a.tag, second: b.tag } : { first: a.short, second: b.short };
}

/** One of what is compared: "pair of countries", "country". */
export const oneOf = ({ unit_of_comparison: unit }: Comparison): string =>
  unit.startsWith('pairs') ? unit.replace('pairs', 'pair') : unit === 'countries' ? 'country' : unit;

/** Half and twice stand equally far from one, so a ratio below one is turned into a share: "18% fewer". */
export function timesAsMany(ratio: number): string {
  const shown = Number(ratio.toFixed(2));
  if (shown === 1) return 'as many';
  if (shown > 1) return `${ratio.toFixed(2)} times as many`;
  return `${Math.round((1 - ratio) * 100)}% fewer`;
}

/** What follows it: "18% fewer than", "1.24 times as many as". */
export const than = (ratio: number): string => (Number(ratio.toFixed(2)) < 1 ? 'than' : 'as');

/** A ratio as a factor: "0.62", "3.11". */
export const factor = (ratio: number): string => ratio.toFixed(2);

const ALIKE: readonly (readonly [from: number, words: string])[] = [
  [0.95, 'very alike'],
  [0.85, 'alike'],
  [0.7, 'roughly alike'],
  [0.4, 'little alike'],
];

/** A rank correlation in words: "order: very alike, 0.97". Rounded down, so that only the very same is 1. */
export function orderWords(correlation: number | null): string {
  if (correlation === null) return 'order: too few to compare';
  const words = ALIKE.find(([from]) => correlation >= from)?.[1] ?? 'not alike';
  const shown = Math.floor(Math.abs(correlation) * 100 + 1e-9) / 100;
  return `order: ${words}, ${correlation < 0 ? '\u2212' : ''}${shown.toFixed(2)}`;
}

/** What is compared, in one word: "pairs", "countries". */
export const unitOf = ({ unit_of_comparison: unit }: Comparison): string => unit.split(' ')[0] ?? unit;

/** "5,410 pairs" */
export const compared = (c: Comparison): string => quantity(c.compared, unitOf(c));
