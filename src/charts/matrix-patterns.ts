import { hatch } from './hatch.ts';
import { el, type Markup } from './svg.ts';

/** Fill of cells that a source leaves out. */
export const absentId = (id: string): string => `${id}-absent`;

/** Hatching for what was not reported, dots for what a source leaves out. */
export const matrixPatterns = (id: string): Markup =>
  [
    hatch(id),
    el(
      'pattern',
      { id: absentId(id), width: 4, height: 4, patternUnits: 'userSpaceOnUse' },
      el('rect', { class: 'absent-ground', width: 4, height: 4 }),
      el('rect', { class: 'absent-dot', x: 1.5, y: 1.5, width: 1, height: 1 }),
    ),
  ].join('') as Markup;
