import type { CHECK_KINDS } from '../../../src/model/tables/quality.ts';
import type { Session } from '../session.ts';

type CheckKind = (typeof CHECK_KINDS)[number];

/** How a check came out. */
export interface Outcome {
  readonly passed: boolean;
  /** In words, with the numbers. */
  readonly measured: string;
  /** Rows that broke it, as short texts. */
  readonly examples: readonly string[];
}

/** Something that must hold of every release. It reads the tables and changes nothing. */
export interface Check {
  readonly id: string;
  readonly kind: CheckKind;
  /** What must hold, as a sentence for readers. */
  readonly title: string;
  run(db: Session): Promise<Outcome>;
}

const EXAMPLES = 5;

/** A check that passes where none of the rows of a query breaks a rule, save those that are known and said. */
export function noRow(
  check: Omit<Check, 'run'> & {
    /** A query of all that is looked at. What its joins leave out counts as not looked at. */
    readonly rows: string;
    /** A condition on the columns of `rows`: true of a row that breaks the rule. */
    readonly offends: string;
    /** Rows of the publisher that break it and stand: a condition that names them, and what to know of them. */
    readonly known?: { readonly where: string; readonly why: string };
    /** The worst first, for the examples. */
    readonly order?: string;
  },
): Check {
  const { rows, offends, known, order, ...rest } = check;
  const offenders = (which: string): string =>
    `SELECT * FROM (${rows}) looked_at WHERE (${offends}) AND (${which})`;
  const fresh = offenders(known ? `NOT (${known.where})` : 'TRUE');
  return {
    ...rest,
    async run(db) {
      const size = async (query: string): Promise<number> =>
        (await db.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM (${query})`)).n;
      const all = await size(rows);
      const broken = await size(fresh);
      const said = known ? await size(offenders(known.where)) : 0;
      const examples = broken
        ? await db.all<Record<string, unknown>>(`${fresh} ORDER BY ${order ?? 'ALL'} LIMIT ${EXAMPLES}`)
        : [];
      return {
        // Nothing to look at is no pass: a table that was emptied would satisfy every rule.
        passed: all > 0 && broken === 0,
        measured:
          all === 0
            ? 'there was nothing to check'
            : `${count(broken + said)} of ${count(all)} rows break it${said ? `, ${count(said)} of them known: ${known?.why ?? ''}` : ''}`,
        examples: examples.map(inWords),
      };
    },
  };
}

/** A check of one number against bounds, both included. */
export function within(
  check: Omit<Check, 'run'> & {
    /** A query with one column, `n`. */
    readonly number: string;
    readonly low: number;
    readonly high: number;
  },
): Check {
  const { number, low, high, ...rest } = check;
  return {
    ...rest,
    async run(db) {
      const [row] = await db.all<{ n: number | null }>(number);
      const n = row?.n ?? null;
      const bounds = low === high ? count(low) : `${count(low)} to ${count(high)}`;
      return {
        passed: n !== null && n >= low && n <= high,
        measured: `${n === null ? 'no value' : count(n)}; expected: ${bounds}`,
        examples: [],
      };
    },
  };
}

const count = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 3 });

/** A row as a short text: "origin DEU, destination FRA, year 2019". */
export const inWords = (row: Readonly<Record<string, unknown>>): string =>
  Object.entries(row)
    .map(([column, value]) => `${column} ${value === null ? '(empty)' : String(value)}`)
    .join(', ');
