import { UserError } from '../lib/errors.ts';
import { step } from '../lib/progress.ts';
import type { Cells } from './csv-file.ts';
import type { Journal, Page } from './journal.ts';
import type { OpenAlexApi, Question } from './openalex-api.ts';
import { DIVISIONS, whole, type Plan } from './openalex-plan.ts';

const INTERNATIONAL = 'countries_distinct_count:>1';
const COUNTRY = 'authorships.countries';
/** A pair that stands in one direction only was new in the index between two calls; more of them are a fault. */
const MOST_ONE_SIDED = 0.01;

/** The matrices of a plan, from its journal as far as that goes, and from OpenAlex for the rest. */
export class Matrices {
  private readonly api: OpenAlexApi;
  private readonly plan: Plan;
  private readonly journal: Journal;
  /** Id and name of each field or goal; one without either where nothing is divided. */
  parts: readonly (readonly [id: string, name: string] | null)[] = [null];

  constructor(api: OpenAlexApi, plan: Plan, journal: Journal) {
    this.api = api;
    this.plan = plan;
    this.journal = journal;
  }

  /** Asks whatever is not answered yet, and holds the answers against each other. */
  async ask(): Promise<void> {
    const { from, to, division } = this.plan;
    if (division) await this.askParts(DIVISIONS[division].by);
    const seen = { pairs: 0, differ: 0, oneSided: 0 };
    for (let year = from; year <= to; year++) {
      const before = this.api.calls;
      const cells = await this.year(year);
      compareDirections(cells, seen);
      step(`read      ${year}: ${whole(cells.length)} cells, ${whole(this.api.calls - before)} calls`);
    }
    step(
      `checked   ${whole(seen.pairs)} pairs: ${whole(seen.differ)} differ in their two directions, ${whole(seen.oneSided)} stand in one only`,
    );
    if (!seen.pairs)
      throw new UserError(
        `openalex-copublications: OpenAlex has no works of two countries in ${from}-${to}.`,
      );
    if (seen.oneSided > MOST_ONE_SIDED * seen.pairs)
      throw new UserError(
        `openalex-copublications: ${seen.oneSided} of ${seen.pairs} pairs stand in one direction only: whole pages must be missing. Begin anew: --restart.`,
      );
  }

  /** All cells, year by year, as rows of the file. */
  async *cells(): AsyncGenerator<Cells> {
    for (let year = this.plan.from; year <= this.plan.to; year++) yield* await this.year(year);
  }

  /** Ids and names of the fields or goals that works of these years have. */
  private async askParts(by: string): Promise<void> {
    const { from, to } = this.plan;
    const question = {
      question: 'the list of parts',
      filter: `publication_year:${from}-${to},${INTERNATIONAL}`,
      groupBy: by,
    };
    const pages = await this.pages('parts', await this.journal.read('parts'), question);
    const names = new Map(pages.flatMap((page) => Object.entries(page.names ?? {})));
    this.parts = [...names].sort(([a], [b]) => Number(a) - Number(b));
  }

  /** Cells of a year: both directions of each pair, and each country with itself. */
  private async year(year: number): Promise<Cells[]> {
    const chapter = String(year);
    const known = await this.journal.read(chapter);
    const cells: Cells[] = [];
    for (const part of this.parts) {
      const filters = [`publication_year:${year}`, INTERNATIONAL];
      if (part && this.plan.division) filters.push(`${DIVISIONS[this.plan.division].by}:${part[0]}`);
      const name = part ? `${year} ${part[0]}` : String(year);
      const all = { question: name, filter: filters.join(','), groupBy: COUNTRY };
      for (const country of [...(await this.groups(chapter, known, all)).keys()].sort()) {
        const filter = [`${COUNTRY}:${country}`, ...filters].join(',');
        const own = { question: `${name} ${country}`, filter, groupBy: COUNTRY };
        const partners = await this.groups(chapter, known, own);
        // Every work that was counted has an author there: a list without it is not the whole.
        if (!partners.has(country))
          throw new UserError(
            `openalex-copublications, ${own.question}: its own works are not among the ${partners.size} groups that came, so that some are missing. Has the API changed how it pages? Mend scripts/refresh/openalex-api.ts, and begin anew: --restart.`,
          );
        for (const [partner, works] of [...partners].sort(([a], [b]) => (a < b ? -1 : 1)))
          cells.push(part ? [year, part[0], country, partner, works] : [year, country, partner, works]);
      }
    }
    return cells;
  }

  private async groups(
    chapter: string,
    known: ReadonlyMap<string, readonly Page[]>,
    question: Question,
  ): Promise<Map<string, number>> {
    const groups = new Map<string, number>();
    for (const { groups: found } of await this.pages(chapter, known, question))
      for (const [key, count] of found) {
        const where = `openalex-copublications, ${question.question}`;
        if (!/^[A-Z]{2}$/.test(key))
          throw new UserError(`${where}: ${key} is no code of a country. Has OpenAlex changed its keys?`);
        if (groups.has(key))
          throw new UserError(`${where}: the group ${key} came twice. Begin anew: --restart.`);
        groups.set(key, count);
      }
    return groups;
  }

  /** All pages of a question; those that the journal has are not asked for again. */
  private async pages(
    chapter: string,
    known: ReadonlyMap<string, readonly Page[]>,
    question: Question,
  ): Promise<Page[]> {
    const pages = [...(known.get(question.question) ?? [])];
    const seen = new Set<string>();
    for (let next = pages.length ? (pages.at(-1)?.next ?? null) : '*'; next !== null;) {
      if (seen.has(next))
        throw new UserError(
          `openalex-copublications, ${question.question}: OpenAlex gives the cursor ${next} again and again.`,
        );
      seen.add(next);
      const { names, ...page } = await this.api.page(question, next);
      const kept = chapter === 'parts' ? { ...page, names } : page;
      await this.journal.add(chapter, kept);
      pages.push(kept);
      next = page.next;
    }
    return pages;
  }
}

/** Both ends of a pair are asked on their own, and say the same but for what the index changed in between. */
function compareDirections(
  cells: readonly Cells[],
  seen: { pairs: number; differ: number; oneSided: number },
): void {
  const works = new Map(cells.map((cell) => [cell.slice(0, -1).join(' '), cell.at(-1)]));
  for (const cell of cells) {
    const [country = '', partner = '', here] = cell.slice(-3);
    if (country === partner) continue;
    const there = works.get([...cell.slice(0, -3), partner, country].join(' '));
    // A pair with both directions is looked at once.
    if (there !== undefined && country > partner) continue;
    seen.pairs++;
    if (there === undefined) seen.oneSided++;
    else if (there !== here) seen.differ++;
  }
}
