import { settleView } from '../../views/figure.ts';
import type { Asked, State } from '../../views/params.ts';
import type { Settled } from '../../views/settle.ts';
import type { Atlas, View } from '../../views/view.ts';

/** What the address of an embed may hold beside a state. */
const LOOKS: ReadonlySet<string> = new Set(['theme', 'plain']);
/** Most names that are quoted to the reader. */
const MOST_NAMED = 3;

/**
 * The state that a query asks of a view. Whatever it holds, the state is one that the view has; what had to be left out is named.
 * @param search query of an address, which may hold anything
 */
export function stateAsked(search: string, view: View, atlas: Atlas): Settled<Readonly<Partial<State>>> {
  const given = new URLSearchParams(search);
  const asked: Asked = Object.fromEntries(view.fields.map((name) => [name, given.get(name)]));
  const { state, problems } = settleView(view, asked, atlas);
  const known = new Set<string>(view.fields);
  const strange = [...new Set(given.keys())].filter((name) => !known.has(name) && !LOOKS.has(name));
  return { state, problems: [...problems, ...strangeWords(strange)] };
}

function strangeWords(names: readonly string[]): string[] {
  if (!names.length) return [];
  const quoted = names.slice(0, MOST_NAMED).map((name) => `“${brief(name)}”`);
  const more = names.length - quoted.length;
  const list = [...quoted, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return [`The address asks for ${list}, which this figure does not take: left out.`];
}

const brief = (name: string): string => (name.length > 24 ? `${name.slice(0, 24)}…` : name);
