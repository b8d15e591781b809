import type { Fp7Organisation } from './fp7-organisations.ts';
import type { Lexicon } from './lexicon.ts';
import type { Kind, Sought } from './match-ror.ts';

/** What FP7 says of organisations that other files name: further names, acronyms, cities, pages. */
export class Dossiers {
  private readonly lexicon: Lexicon;
  private readonly byCode: ReadonlyMap<string, Fp7Organisation>;
  private readonly byName = new Map<string, Fp7Organisation[]>();

  constructor(organisations: readonly Fp7Organisation[], lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.byCode = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    for (const organisation of organisations)
      for (const key of new Set(organisation.names.map((name) => this.key(organisation.country, name))))
        this.byName.set(key, [...(this.byName.get(key) ?? []), organisation]);
  }

  /** The name under which FP7 has a participant code, or null. */
  nameOf(code: string): string | null {
    return this.byCode.get(code)?.names[0] ?? null;
  }

  /**
   * All that is known of an organisation, for the matcher.
   * @param code the Commission's participant code, or null where it is not known
   */
  of(country: string, kind: Kind | null, name: string, code: string | null): Sought {
    const own = code === null ? undefined : this.byCode.get(code);
    const same = [...new Set([...(own ? [own] : []), ...(this.byName.get(this.key(country, name)) ?? [])])];
    const all = (column: 'names' | 'acronyms' | 'cities' | 'websites'): string[] => [
      ...new Set(same.flatMap((organisation) => organisation[column])),
    ];
    const key = this.lexicon.nameKey(name);
    return {
      country,
      kind,
      name,
      otherNames: all('names').filter((other) => this.lexicon.nameKey(other) !== key),
      acronyms: all('acronyms'),
      cities: all('cities'),
      websites: all('websites'),
    };
  }

  private key(country: string, name: string): string {
    return `${country} ${this.lexicon.nameKey(name)}`;
  }
}
