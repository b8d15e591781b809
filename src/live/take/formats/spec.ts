import { pageAddress } from '../../../embed/snippets.ts';
import { SPEC_SCHEMA_PATH, type FigureSpec } from '../../../model/figure-spec.ts';
import { rightsWords } from '../../../model/rights.ts';
import type { State } from '../../../views/params.ts';
import type { Taken } from '../taken.ts';
import { dataOf } from './data.ts';

/** Which state of which view a figure shows. */
export interface SpecOf {
  /** Id of the view. */
  readonly view: string;
  readonly state: Readonly<Partial<State>>;
  /** What differs from the view's standard state, as a query. */
  readonly search: string;
  /** Text alternative of the picture. */
  readonly alt: string;
  /** Absolute address of the root of the site, with a slash. */
  readonly root: string;
}

/** What is shown, as JSON after the schema of src/model/figure-spec.ts. */
export function specOf(taken: Taken, { view, state, search, alt, root }: SpecOf): FigureSpec {
  const { columns, rows } = dataOf(taken);
  return {
    schema: new URL(SPEC_SCHEMA_PATH, root).href,
    view,
    state: Object.fromEntries(Object.entries(state).map(([name, value]) => [name, value ?? null])),
    search,
    release: taken.release,
    title: taken.title,
    takeaway: taken.takeaway,
    alt,
    coverage: taken.coverage,
    notes: taken.notes,
    sources: taken.sources.map(({ id, title, publisher, licence, share_alike, landing_page, retrieved }) => ({
      id,
      title,
      publisher,
      licence,
      share_alike,
      landing_page,
      retrieved,
    })),
    licence: rightsWords(
      taken.sources.map(({ licence, share_alike }) => ({ title: licence, share_alike })),
      { each: 'value', whole: 'figure' },
    ),
    address: taken.address,
    // The page that draws any state: a listed one has one of its own too, with the same figure.
    embed: pageAddress({
      place: { view, search, slug: null },
      looks: { theme: 'auto', plain: false },
      edition: 'latest',
      root,
    }),
    columns,
    rows,
  };
}

export const specBlob = (taken: Taken, of: SpecOf): Blob =>
  new Blob([`${JSON.stringify(specOf(taken, of), null, 1)}\n`], { type: 'application/json' });
