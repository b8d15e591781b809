import * as z from 'zod/mini';
import { UserError } from '../lib/errors.ts';
import type { Page } from './journal.ts';
import { COST, PER_PAGE } from './openalex-plan.ts';
import type { Outside } from './route.ts';
import { shaped } from './shape.ts';

const Answer = z.object({
  meta: z.object({
    next_cursor: z.nullable(z.string()),
    cost_usd: z.optional(z.nullable(z.number())),
  }),
  group_by: z.array(z.object({ key: z.string(), key_display_name: z.nullable(z.string()), count: z.int() })),
});

/** One thing that OpenAlex is asked: works of this kind, counted by that. */
export interface Question {
  /** Names it in the journal and in messages. */
  readonly question: string;
  readonly filter: string;
  readonly groupBy: string;
}

/** Calls of OpenAlex, counted, and what they cost. */
export class OpenAlexApi {
  calls = 0;
  /** US dollars, as the answers say. */
  cost = 0;
  private readonly downloader: Outside['downloader'];
  private readonly base: string;
  private readonly key: string;

  constructor(downloader: Outside['downloader'], base: string, key: string) {
    this.downloader = downloader;
    this.base = base;
    this.key = key;
  }

  /** A page of groups from a cursor on; `*` for the first. */
  async page({ question, filter, groupBy }: Question, cursor: string): Promise<Required<Page>> {
    const query = new URLSearchParams({
      filter,
      group_by: groupBy,
      per_page: String(PER_PAGE),
      cursor,
      // What is counted when nothing is said; said, so that it stays so.
      corpus: 'core',
      api_key: this.key,
    });
    const what = `openalex-copublications, ${question}`;
    const url = `${this.base}/works?${query}`;
    const { meta, group_by } = await this.downloader
      .json({ url, what, maxBytes: 5_000_000 }, shaped(Answer))
      .catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        throw new UserError(
          `${error.message}\nThe answers before that are kept: run the same command again, after midnight UTC if the day's budget is spent.`,
        );
      });
    this.calls++;
    this.cost += meta.cost_usd ?? COST;
    // The API fills pages up with groups of nothing; who has no value is under "unknown", or -111.
    const groups = group_by.filter(({ key, count }) => count > 0 && !['unknown', '-111'].includes(idOf(key)));
    return {
      question,
      groups: groups.map(({ key, count }) => [idOf(key), count]),
      names: Object.fromEntries(
        groups.map(({ key, key_display_name }) => [idOf(key), key_display_name ?? '']),
      ),
      next: groups.length ? meta.next_cursor : null,
    };
  }
}

/** Keys come as "US", and as "https://openalex.org/countries/US". */
const idOf = (key: string): string => key.replace(/^.*\//, '');
