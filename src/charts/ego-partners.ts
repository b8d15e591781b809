import { placeOf } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import { flagOf, type FlagLetter } from '../model/flag.ts';
import type { EgoInput } from './ego.ts';
import { NO_REGION, type EgoNode } from './ego-layout.ts';
import { lettersOf, lookOf, type Look } from './marks.ts';
import { measuredNumber } from './measured.ts';
import { isCount, tieTitle } from './tie-titles.ts';

/** A partner with all that is said of it; its lines of words are made once the room is known. */
export interface Partner extends EgoNode {
  readonly name: string;
  /** Beside its name, where there is room: "33,207", in directed layers "in 1,204, out 135,940". */
  readonly number: string;
  /** Letters of its flags: all that stands beside the name where there is no room for the number. */
  readonly letters: string;
  readonly look: Look;
  /** Both directions as sentences. */
  readonly words: string;
}

/** The partners of the focus, one for one or two spokes. `width` tells what the width of a tie shows. */
export function egoPartners(
  input: Omit<EgoInput, 'chords' | 'rest' | 'empty' | 'layer'>,
  width: (tie: ShownTie) => number,
): Partner[] {
  const { spokes, focus, places } = input;
  const ties = new Map<string, ShownTie[]>();
  for (const tie of spokes) {
    const iso3 = tie.origin === focus ? tie.destination : tie.origin;
    ties.set(iso3, [...(ties.get(iso3) ?? []), tie]);
  }
  return [...ties].map(([iso3, both]): Partner => {
    const place = placeOf(places, iso3);
    const flag = flagOf(both.flatMap((tie) => [...(tie.flag ?? '')] as FlagLetter[]));
    return {
      iso3,
      name: place.short_name,
      lines: [place.short_name],
      region: place.region ?? NO_REGION,
      weight: both.reduce((sum, tie) => sum + width(tie), 0),
      number: numberOf(both, input),
      letters: lettersOf(flag),
      look: lookOf(flag),
      words: both.map((tie) => tieTitle(tie, isCount(input.scale, [tie]), input)).join('. '),
    };
  });
}

/** In before out, as a reader of balances expects. */
function numberOf(
  both: readonly ShownTie[],
  { focus, reads, scale }: Pick<EgoInput, 'focus' | 'reads' | 'scale'>,
): string {
  return [...both]
    .sort((a, b) => Number(a.origin === focus) - Number(b.origin === focus))
    .map((tie) => {
      const number = [measuredNumber(tie.value, scale.digits), lettersOf(tie.flag)]
        .filter(Boolean)
        .join('\u00a0');
      return reads === 'from-to' ? `${tie.origin === focus ? 'out' : 'in'}\u00a0${number}` : number;
    })
    .join(', ');
}
