import { isDated, membersIn } from '../../model/group.ts';
import { capital, inText } from '../phrases.ts';
import { list } from '../../charts/format.ts';
import type { Atlas } from '../view.ts';

/** More chosen countries than this are counted, not named. */
export const MOST_NAMED = 4;

/** The places that `among` names, as of a year; null for the whole world. */
export function membersOf(among: string, year: number, atlas: Atlas): ReadonlySet<string> | null {
  if (among === 'world') return null;
  const group = atlas.groups.get(among);
  return new Set(group ? membersIn(group, year) : among.split('.'));
}

/** "the European Union", "Africa", "low-income countries", "Germany, France and Italy": to stand within a sentence. */
export function placesInText(among: string, atlas: Atlas): string {
  const group = atlas.groups.get(among);
  if (!group) {
    const codes = among.split('.');
    return codes.length <= MOST_NAMED
      ? list(codes.map((code) => inText(code, atlas)))
      : `${codes.length} chosen countries`;
  }
  switch (group.kind) {
    case 'income':
      return `${group.title.replace(/ income$/, '').toLowerCase()}-income countries`;
    case 'development':
      return `the ${group.title.charAt(0).toLowerCase()}${group.title.slice(1)}`;
    case 'political':
      return /^(BRICS|EU)$/.test(group.title) ? group.title : `the ${group.title}`;
    default:
      return /^Americas$/.test(group.title) ? 'the Americas' : group.title;
  }
}

/** Which partners alone are counted: "in Africa only", "low-income countries only", "France and Italy only". */
export const onlyPartners = (among: string, atlas: Atlas): string =>
  isArea(among, atlas) ? `in ${placesInText(among, atlas)} only` : `${placesInText(among, atlas)} only`;

/** Whether a group is something that countries lie in: a part of the world or a union, not a kind of country. */
export const isArea = (among: string, atlas: Atlas): boolean =>
  ['region', 'subregion', 'political'].includes(atlas.groups.get(among)?.kind ?? '');

/** Which members are counted, where that depends on the year; null where it does not. */
export function membershipNote(among: string, year: number, atlas: Atlas): string | null {
  const group = atlas.groups.get(among);
  if (!group) return null;
  const n = membersIn(group, year).length;
  if (isDated(group))
    return `${capital(placesInText(among, atlas))}: its ${n} members at the end of ${year}.`;
  return group.kind === 'income'
    ? `Income groups are those of the World Bank's latest list, for every year: ${n} economies.`
    : null;
}
