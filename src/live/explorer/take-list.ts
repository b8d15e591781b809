import type { Atlas } from '../../views/view.ts';
import { embeddableOf } from '../take/embeddable.ts';
import { TakeMenu } from '../take/menu.ts';
import { takenOf } from '../take/taken-of.ts';
import type { Addresses } from './addresses.ts';
import type { FigureName, Figures } from './figures.ts';
import type { ExplorerState } from './state.ts';
import { labHref } from './taken.ts';

/** What the lists of the explorer's figures are made of. */
export interface Takes {
  readonly state: () => ExplorerState;
  readonly atlas: Atlas;
  readonly addresses: Addresses;
  /** Version of the release. */
  readonly release: string;
  readonly say: (words: string) => void;
}

/** The list of what can be taken of a figure of the explorer, as it is when it is opened. */
export function takeList(
  place: HTMLElement,
  figures: Figures,
  name: () => FigureName,
  { state, atlas, addresses, release, say }: Takes,
): TakeMenu {
  return new TakeMenu(place, {
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
}
