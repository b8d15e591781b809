import type { State } from '../params.ts';
import { inText } from '../phrases.ts';
import type { Atlas } from '../view.ts';
import type { TrendField } from './index.ts';

type Params = Pick<State, TrendField>;

/** Sums over pairs count links; the publisher's totals and single pairs count the thing itself. */
export const isLinks = ({ layer, country, partner }: Params): boolean =>
  (layer === 'papers' && !country) || (layer === 'projects' && !partner);

/** What the number counts, plural, and the side of the country that it is on: ["moves", " to Kenya"]. */
export function thing(
  direction: string,
  params: Params,
  atlas: Atlas,
): readonly [noun: string, side: string] {
  const { layer, country, partner } = params;
  if (isLinks(params)) return ['links', ''];
  if (partner || !country) return [atlas.layers.get(layer)?.unit ?? '', ''];
  const place = inText(country, atlas);
  if (layer === 'papers') return ['works', ''];
  if (layer === 'students')
    return direction === 'in' ? ['foreign students', ` in ${place}`] : ['students', ` from ${place} abroad`];
  return ['moves', direction === 'in' ? ` to ${place}` : ` from ${place}`];
}
