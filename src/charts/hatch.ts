import { el, type Markup } from './svg.ts';

/** Id of the chart's hatching; ids must be unique on the page, so it hangs on the frame's. */
export const hatchId = (id: string): string => `${id}-hatch`;

/** Thin lines in the layer's hue: for bars whose number is partly reported. */
export const hatch = (id: string): Markup =>
  el(
    'pattern',
    {
      id: hatchId(id),
      width: 5,
      height: 5,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    el('rect', { class: 'hatch-ground', width: 5, height: 5 }),
    el('rect', { class: 'hatch-line', width: 2, height: 5 }),
  );
