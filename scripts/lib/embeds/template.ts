import { prefixOf, reroot } from '../../../src/integrations/relativise.ts';

/**
 * A built page of an embed, as a form that other states are written into.
 * @param html the page as it was built, with links relative to its own folder
 * @param path its path from the root of the site: `/embed/ranking/`
 * @throws {Error} where the marks of its parts are missing
 */
export function templateOf(html: string, path: string): (parts: EmbedParts, at: string) => string {
  // Links are made relative by the depth of the page; a listed state lies a folder deeper.
  const fromRoot = html.replaceAll(`="${prefixOf(path)}`, '="/');
  const [before, between, after] = cut(fromRoot, path);
  return ({ head, figure }, at) => reroot([before, head, between, figure, after].join(''), prefixOf(at));
}

interface EmbedParts {
  /** What the head says of the state. */
  readonly head: string;
  /** The figure and the line below it. */
  readonly figure: string;
}

const MARKS =
  /^([\s\S]*)<!--head-->[\s\S]*<!--\/head-->([\s\S]*)<!--figure-->[\s\S]*<!--\/figure-->([\s\S]*)$/;

function cut(html: string, path: string): [before: string, between: string, after: string] {
  const [, before, between, after] = MARKS.exec(html) ?? [];
  if (before === undefined || between === undefined || after === undefined)
    throw new Error(`The page ${path} has no marks for its head and its figure.`);
  return [before, between, after];
}
