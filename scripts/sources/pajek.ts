import { UserError } from '../lib/errors.ts';

export interface Network {
  /** Labels of the vertices; vertex i of the file is labels[i - 1]. */
  readonly labels: readonly string[];
  readonly arcs: readonly { readonly from: number; readonly to: number; readonly value: number }[];
}

/**
 * Reads a Pajek network: `*vertices n`, lines `i "label"`, `*arcs`, lines `i j value`; `%` begins a comment.
 * @throws {UserError} naming `where` and the line, if a section is missing or a line does not fit
 */
export function parsePajek(where: string, text: string): Network {
  const labels: string[] = [];
  const arcs: { from: number; to: number; value: number }[] = [];
  let section: 'none' | 'vertices' | 'arcs' = 'none';
  let expected = 0;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((raw, index) => {
      const line = raw.trim();
      const fail = (what: string): never => {
        throw new UserError(`${where}, line ${index + 1}: ${what}: ${line.slice(0, 60)}`);
      };
      if (!line || line.startsWith('%')) return;
      if (line.startsWith('*')) {
        const [word, n] = line.slice(1).toLowerCase().split(/\s+/);
        if (word === 'vertices') [section, expected] = ['vertices', Number(n)];
        else if (word === 'arcs') section = 'arcs';
        else fail('an unknown section');
      } else if (section === 'vertices') {
        const match = /^(\d+)\s+"([^"]*)"/.exec(line);
        if (!match?.[2] || Number(match[1]) !== labels.length + 1) fail('not a vertex');
        else labels.push(match[2]);
      } else if (section === 'arcs') {
        const [from = 0, to = 0, value = NaN] = line.split(/\s+/).map(Number);
        const isVertex = (n: number) => Number.isInteger(n) && n >= 1 && n <= expected;
        if (!(isVertex(from) && isVertex(to) && Number.isInteger(value) && value >= 0)) fail('not an arc');
        arcs.push({ from, to, value });
      } else fail('a line before any section');
    });
  if (labels.length !== expected || expected === 0 || arcs.length === 0)
    throw new UserError(
      `${where}: ${labels.length} of ${expected} vertices and ${arcs.length} arcs: the file is cut short. Fetch it again.`,
    );
  return { labels, arcs };
}
