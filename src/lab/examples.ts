import { PAPERS_EXAMPLES } from './examples-papers.ts';
import { PEOPLE_EXAMPLES } from './examples-people.ts';
import { PROJECTS_EXAMPLES } from './examples-projects.ts';

/** A question that the atlas answers, with the SQL that does. */
export interface Example {
  /** Plain and stable: part of the page's addresses. */
  readonly id: string;
  /** In the words of one who asks. */
  readonly question: string;
  /** What to look for in the answer, without its numbers: they are in the rows. */
  readonly look: string;
  /** For DuckDB 0.9.1, in both engines. Names its sources; ends with an order that has no ties to chance. */
  readonly sql: string;
}

/** The worked examples, people first. */
export const EXAMPLES: readonly Example[] = [...PEOPLE_EXAMPLES, ...PAPERS_EXAMPLES, ...PROJECTS_EXAMPLES];
