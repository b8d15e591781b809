import { join } from 'node:path';
import type { Country } from '../../src/model/country.ts';
import { readCsv } from './csv.ts';
import { UserError } from './errors.ts';
import { PATHS } from './paths.ts';

/** How a column of a source writes places. */
export type PlaceCodes = 'iso2' | 'iso3' | 'name';

/** A value that some source uses for a place: which one, or why none. */
export type Match = { readonly iso3: string; readonly flag: string | null } | { readonly excluded: string };

/** The register of countries with the spellings and exclusions of each source: the one place where codes and names become countries. */
export class Register {
  readonly countries: readonly Country[];
  private readonly by: Record<PlaceCodes, Map<string, string>>;
  private readonly special: Map<string, Match>;

  constructor(countries: readonly Country[], special: Map<string, Match>) {
    this.countries = countries;
    this.special = special;
    this.by = {
      iso2: new Map(countries.map((c) => [c.iso2, c.iso3])),
      iso3: new Map(countries.map((c) => [c.iso3, c.iso3])),
      name: new Map(
        countries.flatMap((c) => [
          [c.name_en, c.iso3],
          [c.short_name, c.iso3],
        ]),
      ),
    };
    for (const [key, match] of special)
      if ('iso3' in match && !this.by.iso3.has(match.iso3))
        throw new UserError(
          `data/countries/spellings.csv gives ${key.replace('\n', ', ')} the code ${match.iso3}, which the register does not hold.`,
        );
  }

  /** What a value stands for, or null where neither lists nor register know it. The bases of a source may share a line of a list. */
  match(source: string, codes: PlaceCodes, value: string): Match | null {
    const record = source.split('/')[0];
    const special = this.special.get(`${source}\n${value}`) ?? this.special.get(`${record}\n${value}`);
    if (special) return special;
    const iso3 = this.by[codes].get(value);
    return iso3 ? { iso3, flag: null } : null;
  }

  /** Everything that a column of that kind may hold, for suggestions. */
  known(codes: PlaceCodes): string[] {
    return [...this.by[codes].keys()];
  }
}

/** Spellings and exclusions from data/countries/, keyed by source and value. */
export async function readSpecialPlaces(folder: string = PATHS.countries): Promise<Map<string, Match>> {
  const special = new Map<string, Match>();
  const put = (source: string, value: string, match: Match) => {
    const key = `${source}\n${value}`;
    if (special.has(key)) throw new UserError(`data/countries/: ${source} has ${value} twice.`);
    special.set(key, match);
  };
  for (const row of await readCsv(join(folder, 'spellings.csv'), [
    'source',
    'value',
    'iso3',
    'flag',
    'reason',
  ]))
    put(row.source, row.value, { iso3: row.iso3, flag: row.flag || null });
  for (const row of await readCsv(join(folder, 'excluded.csv'), ['source', 'value', 'reason']))
    put(row.source, row.value, { excluded: row.reason });
  return special;
}
