import type { TieReading } from '../../charts/tie-titles.ts';
import type { Atlas } from '../view.ts';
import type { Selected } from './select.ts';

/** How a tie of a selection reads: as a move, as something shared, or as something shared that one end sees in its own way. */
export const readingOf = (
  { directed, side }: Pick<Selected, 'directed' | 'side'>,
  atlas: Atlas,
): TieReading => (!directed ? 'pair' : atlas.layers.get(side.layer)?.directed ? 'from-to' : 'seen-from');
