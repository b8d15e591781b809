import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../paths.ts';

/** A figure of a piece that is of no view: it has no state, so that its embed is taken from the piece's built page. */
export interface OwnFigure {
  /** Name in addresses: "focus-circulation-or-drain-rates". */
  readonly slug: string;
  /** Path of the piece's page from the root of the site: "insights/focus/circulation-or-drain/". */
  readonly page: string;
  /** Its id on that page. */
  readonly id: string;
}

interface FrontMatter {
  readonly figures?: readonly { readonly id: string; readonly view: string }[];
}

/** The figures that pieces declare as their own (`view: own`), in the order of their names. */
export async function ownFigures(content = join(ROOT, 'src/content')): Promise<readonly OwnFigure[]> {
  const found: OwnFigure[] = [];
  for await (const file of glob('*/*/index.mdx', { cwd: content })) {
    const [, head = ''] = /^---\n([\s\S]*?)\n---/.exec(await readFile(join(content, file), 'utf8')) ?? [];
    const piece = dirname(file).replaceAll('\\', '/');
    for (const { id, view } of (parse(head) as FrontMatter | null)?.figures ?? [])
      if (view === 'own')
        found.push({
          slug: `${piece.replace('/', '-')}-${id}`,
          page: `insights/${piece}/`,
          id: `figure-${id}`,
        });
  }
  return found.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
