import type { MatchMethod } from '../../../src/model/matching.ts';
import type { Lexicon } from './lexicon.ts';

/** An active record of the Research Organization Registry. */
export interface RorRecord {
  readonly id: string;
  /** The name it shows, and its English name where it has one. */
  readonly names: readonly string[];
  readonly acronyms: readonly string[];
  readonly types: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly city: string;
  readonly website: string;
}

export type Kind = 'higher education' | 'research';

/** An organisation to be found. */
export interface Sought {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** What the other source says it is, or null where it says nothing. */
  readonly kind: Kind | null;
  readonly name: string;
  /** What other files say of the same code, or of the same name in the same country. */
  readonly otherNames: readonly string[];
  readonly acronyms: readonly string[];
  readonly cities: readonly string[];
  readonly websites: readonly string[];
}

export type Outcome =
  | { readonly match: RorRecord; readonly method: MatchMethod }
  | { readonly ambiguous: readonly RorRecord[]; readonly method: MatchMethod }
  | null;

/** How much of the shorter name must be in the other, where an acronym or a page on the web says the same. */
const [HALF, TWO_THIRDS] = [1 / 2, 2 / 3];

type Index = Map<string, Set<RorRecord>>;

/**
 * Finds organisations in the registry, by rules that give the same answer on every run. The ways are tried in the order of
 * MATCH_METHODS, always within the country; the first that finds any record decides. Where it finds several, those whose type
 * fits are kept, then those in a city that is known of the organisation; if more than one is left, there is no match.
 */
export class RorIndex {
  private readonly lexicon: Lexicon;
  private readonly curated: ReadonlyMap<string, string>;
  private readonly byId = new Map<string, RorRecord>();
  private readonly byName: Index = new Map();
  private readonly byWords: Index = new Map();
  private readonly byWordsWithoutCity: Index = new Map();
  private readonly byAcronym: Index = new Map();
  private readonly byHost: Index = new Map();
  private readonly universities = new Map<string, { record: RorRecord; words: string[] }[]>();
  private readonly steps: readonly { readonly method: MatchMethod; find: (sought: Sought) => RorRecord[] }[] =
    [
      { method: 'name', find: (sought) => this.named(sought, [sought.name]) },
      { method: 'other name', find: (sought) => this.named(sought, sought.otherNames) },
      { method: 'words', find: (sought) => this.meant(sought) },
      { method: 'city', find: (sought) => this.meantInCity(sought) },
      { method: 'patron', find: (sought) => this.underPatron(sought) },
      { method: 'acronym', find: (sought) => this.abbreviated(sought) },
      { method: 'website', find: (sought) => this.hosted(sought) },
    ];

  /** @param curated what was decided by hand: `curatedKey` → id of a record, or an empty text for "none of the records" */
  constructor(records: readonly RorRecord[], lexicon: Lexicon, curated: ReadonlyMap<string, string>) {
    this.lexicon = lexicon;
    this.curated = curated;
    for (const record of records) this.add(record);
  }

  private add(record: RorRecord): void {
    const { lexicon } = this;
    const at = (key: string): string => `${record.country} ${key}`;
    this.byId.set(record.id, record);
    for (const name of record.names.map(withoutCountry)) {
      put(this.byName, at(lexicon.nameKey(name)), record);
      for (const words of lexicon.meanings(name)) {
        put(this.byWords, at(words.join(' ')), record);
        put(this.byWordsWithoutCity, at(this.without(words, record.city).join(' ')), record);
        if (!words.includes('university') || !record.types.includes('education')) continue;
        const list = this.universities.get(record.country) ?? [];
        if (!list.length) this.universities.set(record.country, list);
        list.push({ record, words });
      }
    }
    for (const acronym of record.acronyms) put(this.byAcronym, at(lexicon.nameKey(acronym)), record);
    const host = hostOf(record.website);
    if (host) put(this.byHost, at(host), record);
  }

  /** The record of an organisation, or the records between which nothing decides, or null where no way finds any. */
  find(sought: Sought): Outcome {
    const chosen = this.curated.get(curatedKey(this.lexicon, sought.country, sought.name));
    if (chosen !== undefined) {
      const match = this.byId.get(chosen);
      return match ? { match, method: 'curated' } : null;
    }
    for (const { method, find } of this.steps) {
      const [first, ...others] = this.narrow(sought, find(sought));
      if (first) return others.length ? { ambiguous: [first, ...others], method } : { match: first, method };
    }
    return null;
  }

  private narrow(sought: Sought, candidates: readonly RorRecord[]): RorRecord[] {
    let kept = [...new Set(candidates)];
    for (const keep of [
      (record: RorRecord) => fits(sought, record),
      (record: RorRecord) => this.sameCity(sought, record),
    ]) {
      const narrower = kept.length > 1 ? kept.filter(keep) : [];
      if (narrower.length) kept = narrower;
    }
    return kept;
  }

  private named(sought: Sought, names: readonly string[]): RorRecord[] {
    return names.flatMap((name) => this.get(this.byName, sought, this.lexicon.nameKey(name)));
  }

  private meant(sought: Sought): RorRecord[] {
    return this.meaningsOf(sought)
      .filter((words) => this.isTelling(words))
      .flatMap((words) => this.get(this.byWords, sought, words.join(' ')))
      .filter((record) => fits(sought, record));
  }

  private meantInCity(sought: Sought): RorRecord[] {
    return this.meaningsOf(sought)
      .flatMap((words) => [words, ...sought.cities.map((city) => this.without(words, city))])
      .filter((words) => this.isTelling(words))
      .flatMap((words) =>
        [this.byWordsWithoutCity, this.byWords].flatMap((index) => this.get(index, sought, words.join(' '))),
      )
      .filter((record) => fits(sought, record) && this.sameCity(sought, record));
  }

  private underPatron(sought: Sought): RorRecord[] {
    if (sought.kind !== 'higher education') return [];
    const acronyms = new Set(sought.acronyms.map((acronym) => this.lexicon.nameKey(acronym)));
    const mayBeLeftOut = (word: string): boolean => this.lexicon.isHonour(word) || acronyms.has(word);
    return this.meaningsOf(sought).flatMap((own) =>
      (this.universities.get(sought.country) ?? [])
        .filter(
          ({ words }) =>
            words.length < own.length &&
            this.isTelling(words) &&
            words.every((word) => own.includes(word)) &&
            own.every((word) => words.includes(word) || mayBeLeftOut(word)),
        )
        .map(({ record }) => record),
    );
  }

  private abbreviated(sought: Sought): RorRecord[] {
    const given = sought.acronyms.map((acronym) => ({ key: this.lexicon.nameKey(acronym), share: HALF }));
    // An acronym may stand in the name itself, and the registry may show nothing else as the name.
    const inName = this.lexicon.ownWords(sought.name).map((key) => ({ key, share: TWO_THIRDS }));
    return [...given, ...inName]
      .filter(({ key }) => key.length >= 3)
      .flatMap(({ key, share }) =>
        [this.byAcronym, this.byName]
          .flatMap((index) => this.get(index, sought, key))
          .filter(
            (record) =>
              fits(sought, record) &&
              (this.alike(sought, record, share) ||
                (this.sameCity(sought, record) && this.isPart(sought) === this.isPart(record))),
          ),
      );
  }

  private hosted(sought: Sought): RorRecord[] {
    return sought.websites
      .map(hostOf)
      .flatMap((host) => (host ? this.get(this.byHost, sought, host) : []))
      .filter((record) => fits(sought, record) && this.alike(sought, record, HALF));
  }

  /**
   * Whether some share of the words of the shorter name are in the other, at least two or one that tells, and no word says
   * that only one of them is a part of something. In different cities all of them must be.
   */
  private alike(sought: Sought, record: RorRecord, share: number): boolean {
    const elsewhere = sought.cities.length > 0 && record.city !== '' && !this.sameCity(sought, record);
    return this.meaningsOf(sought).some((own) =>
      this.meaningsOf(record).some((theirs) => {
        const shared = own.filter((word) => theirs.includes(word));
        return (
          shared.length >= (elsewhere ? 1 : share) * Math.min(own.length, theirs.length) &&
          (shared.length > 1 || this.isTelling(shared)) &&
          [...own, ...theirs].every((word) => shared.includes(word) || !this.lexicon.isPart(word))
        );
      }),
    );
  }

  /** Whether a name has a word for a part of something else: hospital, faculty, medical. */
  private isPart(of: Sought | RorRecord): boolean {
    return this.meaningsOf(of).some((words) => words.some((word) => this.lexicon.isPart(word)));
  }

  private meaningsOf(of: Sought | RorRecord): string[][] {
    const names = 'names' in of ? of.names.map(withoutCountry) : [of.name, ...of.otherNames];
    return names.flatMap((name) => this.lexicon.meanings(name));
  }

  private isTelling(words: readonly string[]): boolean {
    return words.some((word) => !this.lexicon.isGeneric(word));
  }

  private sameCity(sought: Sought, record: RorRecord): boolean {
    const there = this.cityKey(record.city);
    return there !== '' && sought.cities.some((city) => this.cityKey(city) === there);
  }

  /** A city without its district or what stands in brackets: "Odense M", "Praha 6", "Thermi (Thessaloniki)". */
  private cityKey(city: string): string {
    const [first = ''] = city.split(/[,(/;]/);
    const [words = []] = this.lexicon.meanings(first);
    return words.filter((word) => !/^(?:cedex|.|\d+)$/.test(word)).join(' ');
  }

  private without(words: readonly string[], city: string): string[] {
    const drop = new Set(this.lexicon.meanings(city).flat());
    return words.filter((word) => !drop.has(word));
  }

  private get(index: Index, sought: Sought, key: string): RorRecord[] {
    return key ? [...(index.get(`${sought.country} ${key}`) ?? [])] : [];
  }
}

/** Where a decision on an organisation is kept: by country and name, as nothing else is common to all sources. */
export const curatedKey = (lexicon: Lexicon, country: string, name: string): string =>
  `${country} ${lexicon.nameKey(name)}`;

/**
 * Whether the registry's types allow what the other source says it is. The Commission counts university hospitals as
 * higher education, and the registry as healthcare.
 */
function fits(sought: Sought, record: RorRecord): boolean {
  if (sought.kind === null) return true;
  const teaches = record.types.includes('education');
  return sought.kind === 'research' ? !teaches : teaches || record.types.includes('healthcare');
}

function put(index: Index, key: string, record: RorRecord): void {
  const there = index.get(key);
  if (there) there.add(record);
  else index.set(key, new Set([record]));
}

/** The registry puts the country after names of firms: "Siemens (Germany)". */
const withoutCountry = (name: string): string => name.replace(/\s*\([^()]*\)$/, '');

/**
 * The host of a front page, also of one in some language: "https://www.tudelft.nl/en" → "tudelft.nl". Null for pages
 * further in, which may be those of a part.
 */
export function hostOf(page: string): string | null {
  const match =
    /^(?:https?:\/\/)?(?:www\d*\.)?([a-z0-9.-]+\.[a-z]{2,})(?::\d+)?(?:\/(?:[a-z]{2}|index\.\w+)?\/?)?$/i.exec(
      page.trim(),
    );
  return match?.[1]?.toLowerCase() ?? null;
}
