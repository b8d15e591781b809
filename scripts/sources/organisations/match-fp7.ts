import type { Dossiers } from './dossiers.ts';
import type { Fp7Organisation } from './fp7-organisations.ts';
import type { H2020Organisation } from './h2020-organisations.ts';
import type { Lexicon } from './lexicon.ts';
import type { MatchMethod } from '../../../src/model/matching.ts';
import type { RorIndex } from './match-ror.ts';

/** How an organisation of FP7 was found again: by its participant code, its name and country, or its record in the registry. */
type Fp7Method = 'code' | 'name' | 'registry';

export interface Fp7Match {
  readonly id: string;
  readonly pic: string;
  readonly method: Fp7Method;
}

/** FP7 does not say what an organisation is, so an acronym or a page on the web is not enough. */
const SURE: readonly MatchMethod[] = ['curated', 'name', 'words', 'city'];

/**
 * Organisations of FP7 among those of Horizon 2020. The code decides, then the name within the country (letter by letter,
 * but for accents, legal forms and articles), then the record of the registry that both match. A name or a record that
 * several participant codes have decides nothing.
 */
export function matchFp7(
  fp7: readonly Fp7Organisation[],
  h2020: readonly H2020Organisation[],
  tools: { readonly lexicon: Lexicon; readonly index: RorIndex; readonly dossiers: Dossiers },
): Fp7Match[] {
  const { lexicon, index, dossiers } = tools;
  const codes = new Set(h2020.map(({ pic }) => pic));
  const byName = onlyOnes(h2020.map((o) => [`${o.country} ${lexicon.nameKey(o.name)}`, o.pic]));
  const byRecord = onlyOnes(
    h2020.flatMap(({ found, pic }) => (found && 'match' in found ? [[found.match.id, pic] as const] : [])),
  );
  const countries = new Set(h2020.map(({ country }) => country));
  return fp7.flatMap(({ id, country, names }): Fp7Match[] => {
    if (codes.has(id)) return [{ id, pic: id, method: 'code' }];
    const named = new Set(names.map((name) => byName.get(`${country} ${lexicon.nameKey(name)}`)));
    const [pic, ...others] = [...named].filter((code) => code !== undefined);
    if (pic !== undefined) return others.length ? [] : [{ id, pic, method: 'name' }];
    if (!countries.has(country)) return [];
    for (const name of names) {
      const found = index.find(dossiers.of(country, null, name, null));
      const code =
        found && 'match' in found && SURE.includes(found.method) ? byRecord.get(found.match.id) : undefined;
      if (code !== undefined) return [{ id, pic: code, method: 'registry' }];
    }
    return [];
  });
}

/** Keys that lead to one value only. */
function onlyOnes(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const all = Map.groupBy(pairs, ([key]) => key);
  return new Map(
    [...all].flatMap(([key, same]) => {
      const [only, ...others] = new Set(same.map(([, value]) => value));
      return only !== undefined && !others.length ? [[key, only] as const] : [];
    }),
  );
}
