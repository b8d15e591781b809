import type { Atlas } from '../../views/view.ts';
import { embeddableOf } from '../take/embeddable.ts';
import { TakeMenu } from '../take/menu.ts';
import { takenOf } from '../take/taken-of.ts';
import type { Addresses } from './addresses.ts';
import type { FigureName, Figures } from './figures.ts';
import type { ExplorerState } from './state.ts';
import { labHref } from './taken.ts';

interface Takes {
  readonly state: () => ExplorerState;
  readonly atlas: Atlas;
  readonly addresses: Addresses;
  /** Version of the release. */
  readonly release: string;
  /** The figure that the menu above the workspace takes. */
  readonly lead: () => FigureName;
  /** Draws a figure of the state anew. */
  readonly draw: (name: FigureName) => Promise<void>;
  readonly say: (words: string) => void;
}

/** A menu at each figure for what can be taken of it, and one above the workspace for the first. */
export function takeMenus(
  page: HTMLElement,
  figures: Figures,
  { state, atlas, addresses, release, lead, draw, say }: Takes,
): void {
  const menu = (place: HTMLElement, name: () => FigureName): void => {
    const take = new TakeMenu(place, {
      taken: () => {
        const figure = figures[name()];
        const { drawn } = figure;
        if (!drawn) return null;
        return takenOf(drawn, state(), figure.ties(atlas), {
          ...{ atlas, release },
          address: location.href,
          figure: drawn.view === 'flow-map' ? null : drawn.view,
        });
      },
      embed: () => {
        const { drawn } = figures[name()];
        return drawn && embeddableOf(drawn, atlas, release, addresses.root);
      },
      more: () => {
        const figure = figures[name()];
        return { state: figure.drawn?.state ?? null, redraw: (place) => figure.redraw(place) };
      },
      drawing: () => figures[name()].drawing,
      sqlHref: () => labHref(figures[name()].queries(atlas), addresses.root),
      say,
    });
    // A figure that came with the page has its rows only once it is drawn here.
    place.addEventListener('click', () => {
      if (!figures[name()].drawn) void draw(name()).then(() => take.refresh());
    });
  };
  for (const [name, figure] of Object.entries(figures)) menu(figure.actions, () => name as FigureName);
  const above = page.querySelector<HTMLElement>('[data-take]');
  if (above) menu(above, lead);
}
