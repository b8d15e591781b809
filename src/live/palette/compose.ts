import type { LayerId } from '../../model/layer.ts';
import type { NamedPlace } from './place-names.ts';
import { readQuestion, type Layer, type Read, type Vocabulary } from './read-question.ts';

export type { Vocabulary };

/** A question that was typed: "students india germany 2015". */
export interface Composed {
  readonly layer?: LayerId;
  /** ISO3; of a directed layer with two places, where from. */
  readonly country?: string;
  /** ISO3 of the second place. */
  readonly partner?: string;
  readonly year?: number;
  /** Which way of the country is asked for, where a directed layer and "from" or "to" say so. */
  readonly direction?: 'out' | 'in';
  /** The question in words: "Students from India to Germany, 2015". */
  readonly title: string;
}

/** The surest reading of a text; null where it is no question of two things or more, or holds a word that is not understood. */
export const compose = (text: string, vocabulary: Vocabulary): Composed | null =>
  readings(text, vocabulary)[0] ?? null;

const MOST_READINGS = 5;

/** All that a text may ask, the surest first, five at most: "students korea" may mean either. */
export function readings(text: string, vocabulary: Vocabulary): Composed[] {
  const all = readQuestion(text, vocabulary);
  // The fewest things that account for every word: "Guinea-Bissau" is one country and not two.
  const fewest = Math.min(...all.map(things));
  const asked = all.filter((read) => things(read) === fewest && (fewest > 1 || read.year !== null));
  const titles = new Map<string, Composed>();
  for (const read of asked.sort((a, b) => a.doubt - b.doubt)) {
    const composed = composedOf(read);
    if (!titles.has(composed.title)) titles.set(composed.title, composed);
  }
  return [...titles.values()].slice(0, MOST_READINGS);
}

const things = ({ layer, places, year }: Read): number =>
  Number(layer !== null) + places.length + Number(year !== null);

function composedOf({ layer, places, year }: Read): Composed {
  const [a, b] = places;
  // "to Germany from India", "Germany from India": what is named second is where from.
  const turned = layer?.directed && a && b && a.role !== b.role && (a.role === 'to' || b.role === 'from');
  const [first, second] = turned ? [b, a] : [a, b];
  const direction =
    layer?.directed && first ? (second || first.role === 'from' ? 'out' : first.role && 'in') : null;
  const title = titleOf(layer, first?.place ?? null, second?.place ?? null, direction ?? null);
  return {
    ...(layer ? { layer: layer.id } : {}),
    ...(first ? { country: first.place.iso3 } : {}),
    ...(second ? { partner: second.place.iso3 } : {}),
    ...(year === null ? {} : { year }),
    ...(direction ? { direction } : {}),
    title: year === null ? title : title === '' ? `The year ${year}` : `${title}, ${year}`,
  };
}

function titleOf(
  layer: Layer | null,
  first: NamedPlace | null,
  second: NamedPlace | null,
  direction: 'out' | 'in' | null,
): string {
  const [a, b] = [first, second].map((place) => place && (place.inText ?? place.names[0] ?? place.iso3));
  if (!layer) return [a && a.charAt(0).toUpperCase() + a.slice(1), b].filter(Boolean).join(' and ');
  if (!a) return layer.title;
  if (!layer.directed) return `${layer.title} of ${a}${b ? ` and ${b}` : ''}`;
  if (b) return `${layer.title} from ${a} to ${b}`;
  return `${layer.title} ${{ out: 'from', in: 'to', both: 'from and to' }[direction ?? 'both']} ${a}`;
}
