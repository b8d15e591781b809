import { flagWords } from '../model/flag.ts';
import type { TieScale } from '../model/tie.ts';
import { sentence } from './format.ts';

/** What a legend of colours is headed by: "Papers", "Moves per million inhabitants", "Affinity". */
export function headOf({ title, unit: of }: TieScale, unit: string, counts: boolean): string {
  if (counts) return sentence(unit);
  if (of.includes(' ')) return sentence(of);
  return of && !title.toLowerCase().includes(of) ? `${title} (${of})` : title;
}

/** What the ends and the middle of colours that run to both sides say. */
export const sidesOf = ({ kind, neutral }: TieScale): readonly [string, string, string] =>
  kind === 'ratio' && neutral !== 0 ? ['below', 'as expected', 'above'] : ['minus', 'about 0', 'plus'];

/** Which flags values of a figure have: "All values: provisional.", "Some values: estimated."; null where none has one. */
export function flagNote(flags: readonly (string | null)[]): string | null {
  const letters = [...new Set(flags.flatMap((flag) => [...(flag ?? '')]))].sort().join('');
  if (!letters) return null;
  return `${flags.every((flag) => flag === letters) ? 'All' : 'Some'} values: ${flagWords(letters)}.`;
}
