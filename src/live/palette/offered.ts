import type { Command } from './command.ts';
import { search, type Found } from './search.ts';

/** What a palette offers for a text. */
export interface Offered {
  readonly groups: readonly { readonly title: string; readonly found: readonly Found[] }[];
  /** How many there are. */
  readonly total: number;
  /** How many of them are not shown. */
  readonly more: number;
}

/** Nobody reads further: who seeks more types on. */
const MOST = 50;
/** How many of each group stand for it before anything is typed. */
const FIRST_OF_GROUP = 5;

/**
 * What is offered for a text: what it composes, then what it finds, under headings in the order of their best. Without a text:
 * what was run lately, then the first of each group.
 * @param composed commands made of the text itself
 */
export function offeredFor(
  text: string,
  commands: readonly Command[],
  recent: readonly Command[],
  composed: readonly Command[],
): Offered {
  if (text.trim() === '') return beforeTyping(commands, recent);
  const found = [...composed.map(alone), ...search(commands, text)];
  const shown = found.slice(0, MOST);
  return { groups: grouped(shown), total: found.length, more: found.length - shown.length };
}

function beforeTyping(commands: readonly Command[], recent: readonly Command[]): Offered {
  const lately = new Set(recent.map(({ id }) => id));
  const rest = grouped(commands.filter(({ id }) => !lately.has(id)).map(alone)).map(({ title, found }) => ({
    title,
    found: found.slice(0, FIRST_OF_GROUP),
  }));
  const groups = recent.length ? [{ title: 'Recent', found: recent.map(alone) }, ...rest] : rest;
  const shown = groups.reduce((sum, { found }) => sum + found.length, 0);
  const total = new Set([...commands, ...recent].map(({ id }) => id)).size;
  return { groups, total, more: total - shown };
}

const alone = (command: Command): Found => ({ command, because: null });

const grouped = (found: readonly Found[]): { title: string; found: Found[] }[] =>
  [...Map.groupBy(found, ({ command }) => command.group)].map(([title, of]) => ({ title, found: of }));

/** What stands under a list that is cut. */
export const moreWords = ({ more }: Offered): string =>
  more ? `and ${more} more: type on to find them` : '';

/** What those hear who do not see the list. */
export const heard = (offered: Offered): string => {
  const { total, more } = offered;
  if (total === 0) return 'No results.';
  if (more) return `${total} results: ${total - more} shown, ${moreWords(offered)}.`;
  return total === 1 ? '1 result.' : `${total} results.`;
};

/**
 * What is said where nothing is found: what there is to search.
 * @param example a text that composes a command; null where none does
 */
export function nothingWords(text: string, commands: readonly Command[], example: string | null): string {
  const groups = [...new Set(commands.map(({ group }) => group.toLowerCase()))].map((group) =>
    group === 'countries' ? 'countries (in six languages, or by their codes)' : group,
  );
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(groups);
  return `Nothing is found for “${text.trim()}”. Here you can search ${list}${
    example === null ? '' : `; or write a question, such as “${example}”`
  }.`;
}
