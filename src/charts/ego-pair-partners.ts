import { placeOf } from '../model/country.ts';
import type { EgoRest } from './ego.ts';
import type { TieLooks } from './tie-looks.ts';
import type { EgoPairInput } from './ego-pair.ts';
import { egoPartners, type Partner } from './ego-partners.ts';
import { count, quantity, singular } from './format.ts';

export interface PairPartners {
  readonly names: readonly [string, string];
  /** Partners of both, the largest sum first, as each centre sees them. */
  readonly common: readonly (readonly [Partner, Partner])[];
  readonly own: readonly [readonly Partner[], readonly Partner[]];
  /** Words of what is left out of each; null where nothing is. */
  readonly rest: readonly [string | null, string | null];
}

/** Who is a partner of both and of one alone, the largest first. */
export function pairPartners(input: EgoPairInput, looks: TieLooks): PairPartners {
  const sides = input.foci.map((focus, i) => {
    const partners = egoPartners({ ...input, focus, spokes: input.spokes[i as 0 | 1] }, looks.width);
    return new Map(partners.sort((a, b) => b.weight - a.weight).map((partner) => [partner.iso3, partner]));
  }) as [Map<string, Partner>, Map<string, Partner>];
  const [a, b] = sides;
  const common = [...a.values()].flatMap((one): [Partner, Partner][] => {
    const other = b.get(one.iso3);
    return other ? [[one, other]] : [];
  });
  const sum = ([one, other]: readonly [Partner, Partner]): number => one.weight + other.weight;
  return {
    rest: [input.rest[0] && restWords(input.rest[0]), input.rest[1] && restWords(input.rest[1])],
    names: input.foci.map((iso3) => placeOf(input.places, iso3).short_name) as [string, string],
    common: common.sort((x, y) => sum(y) - sum(x)),
    own: [
      [...a.values()].filter(({ iso3 }) => !b.has(iso3)),
      [...b.values()].filter(({ iso3 }) => !a.has(iso3)),
    ],
  };
}

/** "177 other partners: 18,596 links". */
export const restWords = ({ partners, value, unit }: EgoRest): string =>
  `${count(partners)} other ${partners === 1 ? singular('partners') : 'partners'}: ${quantity(value, unit)}`;

/** The same of one of the two, by its name. */
export const restNote = ({ foci, places, rest }: EgoPairInput, i: 0 | 1): string | null =>
  rest[i] && `${placeOf(places, foci[i]).short_name}, ${restWords(rest[i])}`;

/** Partners of one alone, where a narrow figure has no room to draw them. */
export function aloneWords({ names, own }: PairPartners, i: 0 | 1): string | null {
  const list = own[i].map(({ name, number }) => `${name} ${number}`);
  return list.length ? `${names[i]} alone: ${list.join('; ')}` : null;
}
