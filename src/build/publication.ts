import type { Cell, Query } from '../engine/engine.ts';
import { inlined } from '../engine/inline-parameters.ts';
import type { Facts, Reckoned } from '../publication/fact.ts';
import { reckonFacts } from '../publication/reckon.ts';
import { isSection } from '../publication/sections.ts';
import { fill, plainText, type Filled } from '../publication/template.ts';
import type { PieceFigure } from '../publication/query-figure.ts';
import type { DrawnFigure } from '../views/figure.ts';
import { ALL_VIEWS } from '../views/index.ts';
import type { FrozenPiece } from '../model/frozen.ts';
import { figure, openRelease, query } from './atlas.ts';
import { frozenPiece, frozenReleases } from './releases.ts';

/** `facts.ts` and `figures.ts` of every piece, by the piece's id: "trends/students-abroad". */
const byPiece = <T>(files: Record<string, { default: T }>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(files).map(([path, file]) => [path.split('/').slice(-3, -1).join('/'), file.default]),
  );
const FACTS = byPiece(import.meta.glob<{ default: Facts }>('../content/*/*/facts.ts', { eager: true }));
const FIGURES = byPiece(
  import.meta.glob<{ default: Readonly<Record<string, PieceFigure>> }>('../content/*/*/figures.ts', {
    eager: true,
  }),
);

/** A figure as front matter declares it (src/content.config.ts). */
interface DeclaredFigure {
  readonly id: string;
  readonly view: string;
  readonly state: Readonly<Record<string, Cell>>;
  readonly headline?: string | undefined;
}

/** A figure of a piece, and the query behind it; null where it has none. */
interface PieceDrawing {
  readonly drawn: DrawnFigure;
  readonly sql: string | null;
}

/** An article, a claim or a question with its numbers out of the release: what its page is made of. */
export class Piece {
  /** "trends/students-abroad" */
  readonly id: string;
  /** Path of the page that is the piece's own; null where it shares one. */
  readonly href: string | null;
  /** Terms of the glossary that its text has led to already. */
  readonly terms = new Set<string>();
  readonly facts: ReadonlyMap<string, Reckoned>;
  /** Version of the older release whose numbers and figures it keeps; null where they are those of the newest. */
  readonly kept: string | null;
  private readonly declared: readonly DeclaredFigure[];
  private readonly drawings = new Map<string, Promise<PieceDrawing>>();

  constructor(
    id: string,
    facts: ReadonlyMap<string, Reckoned>,
    declared: readonly DeclaredFigure[],
    kept: Pick<FrozenPiece<DrawnFigure>, 'release' | 'figures'> | null = null,
  ) {
    [this.id, this.facts, this.declared, this.kept] = [id, facts, declared, kept?.release ?? null];
    for (const [name, drawing] of Object.entries(kept?.figures ?? {}))
      this.drawings.set(name, Promise.resolve(drawing));
    const [kind = '', slug = ''] = id.split('/');
    this.href = isSection(kind) ? `/insights/${kind}/${slug}/` : null;
  }

  /** A fact that the text names. */
  fact(name: string): Reckoned {
    const found = this.facts.get(name);
    if (!found) throw new Error(`${this.id}: the text names the fact "${name}", which its facts.ts has not.`);
    return found;
  }

  /** A sentence of the front matter with its facts. */
  fill(template: string): Filled {
    return fill(template, this.facts, this.id);
  }

  /** The same as plain text, for feeds and descriptions. */
  plain = (template: string): string => plainText(fill(template, this.facts, this.id));

  /** Address of a fact's line on the page. Pieces that share a page keep apart by their names. */
  anchor = (name: string): string => `n-${this.id.replace('/', '-')}-${name}`.replaceAll('_', '-');

  /** Its facts in the order of facts.ts. */
  get listed(): readonly Reckoned[] {
    return [...this.facts.values()];
  }

  /** A figure that the front matter declares, and the query behind it; drawn once, however many pages show it. */
  figure(id: string): Promise<PieceDrawing> {
    const before = this.drawings.get(id);
    if (before) return before;
    const now = this.draw(id);
    this.drawings.set(id, now);
    return now;
  }

  /** What `npm run release` keeps of it, so that it stays as it is when another release is the newest. */
  async record(release: string): Promise<FrozenPiece<DrawnFigure>> {
    const figures = this.declared.map(async ({ id }) => [id, await this.figure(id)] as const);
    return {
      id: this.id,
      release,
      facts: Object.fromEntries(
        this.listed.map(({ name, value, year, words, fact }) => [
          name,
          { value, year, words, sources: fact.sources },
        ]),
      ),
      figures: Object.fromEntries(await Promise.all(figures)),
    };
  }

  private async draw(id: string): Promise<PieceDrawing> {
    if (this.kept !== null)
      throw new Error(`${this.id}: release ${this.kept} kept no figure "${id}", so it cannot be drawn now.`);
    const declared = this.declared.find((one) => one.id === id);
    if (!declared)
      throw new Error(`${this.id}: the text shows the figure "${id}", which its front matter has not.`);
    const view =
      declared.view === 'own'
        ? FIGURES.get(this.id)?.[id]
        : ALL_VIEWS.find((one) => one.id === declared.view);
    if (!view)
      throw new Error(`${this.id}: the figure "${id}" is of a view "${declared.view}" that there is not.`);
    const drawn = await figure(view, declared.state as never, `${this.id.split('/')[1] ?? ''}-${id}`);
    const { atlas } = await openRelease();
    const queries: readonly (Query | null)[] = Object.values(view.queries(drawn.state as never, atlas));
    const main = queries.find((one) => one !== null);
    const { words } = drawn;
    // A figure of the piece's own may be called as a view is: "ranking". It is no state of that.
    const shown = declared.view === 'own' ? { ...drawn, view: 'own' } : drawn;
    return {
      drawn: declared.headline
        ? { ...shown, words: { ...words, title: this.plain(declared.headline), takeaway: words.title } }
        : shown,
      sql: main ? inlined(main) : null,
    };
  }
}

/**
 * A piece, with its facts held against the release: one that states what the release no longer shows stops the build.
 * @param about version of the release that it is about: once another is the newest, it is as it was, and nothing in it is reckoned anew
 */
export async function openPiece(
  id: string,
  declared: readonly DeclaredFigure[] = [],
  about: string | null = null,
): Promise<Piece> {
  const facts = FACTS.get(id) ?? {};
  const isNewest = about === null || about === (await openRelease()).manifest.version;
  const isFrozen = (await frozenReleases()).some(({ version }) => version === about);
  if (about !== null && (isFrozen || !isNewest)) {
    // Once its release is frozen a piece can say no more than was kept: it hears of that before a newer release is made.
    const record = await frozenPiece<DrawnFigure>(about, id);
    const kept = factsOf(record, facts);
    if (!isNewest) return new Piece(id, kept, declared, record);
  }
  return new Piece(id, await reckoned(id, facts), declared);
}

/** Facts of a record, with what their piece says of them. */
function factsOf(record: FrozenPiece, facts: Facts): ReadonlyMap<string, Reckoned> {
  return new Map(
    Object.entries(facts).map(([name, fact]) => {
      const kept = record.facts[name];
      if (!kept)
        throw new Error(
          `${record.id}: release ${record.release} kept no fact "${name}", so it cannot be reckoned now. Take it out again.`,
        );
      const { value, year, words, sources } = kept;
      return [name, { name, fact: { ...fact, sources }, value, year, words }];
    }),
  );
}

const known = new Map<string, Promise<ReadonlyMap<string, Reckoned>>>();

function reckoned(id: string, facts: Facts): Promise<ReadonlyMap<string, Reckoned>> {
  const before = known.get(id);
  if (before) return before;
  const now = openRelease().then(({ atlas, manifest }) =>
    reckonFacts(id, facts, {
      ask: query,
      places: atlas.places,
      sources: atlas.sources,
      version: manifest.version,
    }),
  );
  known.set(id, now);
  return now;
}
