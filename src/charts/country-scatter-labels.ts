import type { DrawnDot } from './country-scatter-dots.ts';
import { boxAround, placeLabels, type Box, type LabelRequest, type PlacedLabel } from './label.ts';
import { textWidth } from './measure.ts';
import { el, round, text, type Markup } from './svg.ts';

/** More names than this are not tried: what stands in the middle of a cloud finds no room. */
const TRIED = 90;
/** So many of the largest dots are named whatever lies around them. */
const LARGEST = 4;

/**
 * Names of dots: those that stand out and the largest first, even where they cover other dots; then the others as they have
 * room, large ones first, or those at the edge of the cloud where all are alike.
 */
export function scatterLabels(
  dots: readonly DrawnDot[],
  bounds: Box,
  taken: readonly Box[],
  size: number,
): Markup[] {
  const marks = dots.map((dot) => boxAround(dot.at, dot.reach));
  const chosen = firstNamed(dots);
  const others = dots.filter((dot) => !chosen.includes(dot));
  const request = ({ iso3, name, at, reach }: DrawnDot): LabelRequest => ({
    id: iso3,
    text: name,
    at,
    radius: reach,
    size,
  });
  const chosenMarks = chosen.map((dot) => boxAround(dot.at, dot.reach));
  const clear = placeLabels(chosen.map(request), bounds, [...marks, ...taken]);
  const kept = new Set(clear.map(({ id }) => id));
  const forced = placeLabels(chosen.filter(({ iso3 }) => !kept.has(iso3)).map(request), bounds, [
    ...chosenMarks,
    ...taken,
    ...boxesOf(clear, size),
  ]);
  const first = [...clear, ...forced];
  const most = Math.round((bounds.x1 - bounds.x0) / 22);
  const rest = placeLabels(
    byWeight(others).slice(0, TRIED).map(request),
    bounds,
    [...marks, ...taken, ...boxesOf(first, size)],
    most,
  );
  const at = new Map(dots.map((dot) => [dot.iso3, dot]));
  return [...rest, ...first].map(({ id, text: words, x, y, anchor, leader }) => {
    const dot = at.get(id);
    const label = el(
      'text',
      { class: dot?.focus ? 'dot-label chosen' : 'dot-label', 'data-c': id, x, y, 'text-anchor': anchor },
      text(words),
    );
    if (!leader || !dot) return label;
    const d = `M${dot.at.map(round).join(' ')}L${leader.map(round).join(' ')}`;
    return el('g', {}, el('path', { class: 'leader', d }), label);
  });
}

/** Those that stand out; where areas differ, the largest too: a reader looks for their names. */
function firstNamed(dots: readonly DrawnDot[]): DrawnDot[] {
  const largest = [...dots].sort((a, b) => b.area - a.area).slice(0, LARGEST);
  const differ = new Set(dots.map(({ area }) => area)).size > 1;
  return [...new Set([...dots.filter((dot) => dot.focus), ...(differ ? largest : [])])];
}

/** Boxes of labels that stand, with a little air, and their leaders' ends. */
const boxesOf = (placed: readonly PlacedLabel[], size: number): Box[] =>
  placed.map(({ text: words, x, y, anchor }) => {
    const width = textWidth(words, size) * 1.06;
    const x0 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { x0: x0 - 1, y0: y - size * 0.95, x1: x0 + width + 1, y1: y + size * 0.3 };
  });

/** Large dots first; of dots of one area those farthest from the middle of all. */
function byWeight(dots: readonly DrawnDot[]): DrawnDot[] {
  const middle = (side: 0 | 1): number => {
    const sorted = dots.map((dot) => dot.at[side]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const [mx, my] = [middle(0), middle(1)];
  const far = ({ at }: DrawnDot): number => Math.hypot(at[0] - mx, at[1] - my);
  return [...dots].sort((a, b) => b.area - a.area || far(b) - far(a));
}
