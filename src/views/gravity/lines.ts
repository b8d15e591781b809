import type { CoefficientPoint } from '../../charts/coefficient-lines.ts';
import type { LayerId } from '../../model/layer.ts';
import type { TermId } from '../params.ts';
import { sourceName } from '../phrases.ts';
import type { Atlas } from '../view.ts';
import type { Fit } from './sql.ts';

/** The fits of one source of a layer, in the order of years. */
export interface Line {
  readonly layer: LayerId;
  readonly source: string;
  /** "Papers"; with what tells the source apart where a layer has several. */
  readonly label: string;
  readonly fits: readonly Fit[];
}

const ORDER: readonly LayerId[] = ['papers', 'scholars', 'projects', 'students'];

/** A line for each source: papers first, and of a layer its default source. */
export function linesOf(fits: readonly Fit[], atlas: Atlas): Line[] {
  const lines = [...Map.groupBy(fits, ({ source }) => source).values()].map((of) => {
    const [{ layer, source }] = of as [Fit];
    const siblings = new Set(fits.filter((fit) => fit.layer === layer).map((fit) => fit.source)).size;
    const title = atlas.layers.get(layer)?.title ?? layer;
    const tag = atlas.sources.get(source)?.tag ?? sourceName(source, atlas);
    return { layer, source, label: siblings > 1 ? `${title}, ${tag}` : title, fits: of };
  });
  const rank = ({ layer, source }: Line): number =>
    ORDER.indexOf(layer) * 2 + Number(source !== atlas.layers.get(layer)?.default_source);
  return lines.sort((a, b) => rank(a) - rank(b));
}

/**
 * How many times as many ties there are where the term holds: the exponential of its coefficient. Distance has no "where
 * it holds", so for it this is what goes with twice the distance.
 */
export const factorOf = (term: TermId, coefficient: number): number =>
  term === 'log_distance' ? 2 ** coefficient : Math.exp(coefficient);

export const pointOf = (
  term: TermId,
  { from_year, to_year, coefficient, low, high }: Fit,
): CoefficientPoint => ({
  from: from_year,
  to: to_year,
  value: factorOf(term, coefficient),
  low: factorOf(term, low),
  high: factorOf(term, high),
});
