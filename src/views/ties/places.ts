import { isDated, membersIn } from '../../model/group.ts';
import { capital, inText } from '../phrases.ts';
import { list } from '../../charts/format.ts';
import type { Atlas } from '../view.ts';

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
    return codes.length <= 4
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
