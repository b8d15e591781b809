import { LAYER_IDS } from '../../model/layer.ts';
import { wrap } from '../../charts/measure.ts';

/**
 * The class of each series: `s0` to `s7`. Layers of the atlas have their hue here as everywhere; others take them in
 * turn, and every series is named in words beside it.
 */
export function seriesClasses(labels: readonly string[]): string[] {
  const layers = labels.map((label) => LAYER_IDS.findIndex((id) => id === label.toLowerCase()));
  return layers.every((index) => index >= 0)
    ? layers.map((index) => `s${index}`)
    : labels.map((_, n) => `s${n % 8}`);
}

/** Words in at most so many lines; what does not fit is cut with an ellipsis. */
export function fitWords(words: string, width: number, size: number, most: number): string[] {
  const chars = Math.max(4, Math.floor(width / (size * 0.58)));
  const lines = wrap(words, width, size).map((line) =>
    line.length > chars * 1.3 ? `${line.slice(0, chars - 1)}…` : line,
  );
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), `${last.slice(0, Math.max(1, chars - 1))}…`.replace(/……$/, '…')];
}
