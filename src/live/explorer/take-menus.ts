import { importAnew } from '../../engine/browser/import-anew.ts';
import { bringAtPress } from '../take/opener.ts';
import type { FigureName, Figures } from './figures.ts';
import type { Takes } from './take-list.ts';

interface Menus extends Takes {
  /** The figure that the menu above the workspace takes. */
  readonly lead: () => FigureName;
  /** Draws a figure of the state anew. */
  readonly draw: (name: FigureName) => Promise<void>;
}

/** A button at each figure for what can be taken of it, and one above the workspace for the first. The lists come when they are first opened. */
export function takeMenus(page: HTMLElement, figures: Figures, { lead, draw, ...takes }: Menus): void {
  const menu = (place: HTMLElement, name: () => FigureName): void => {
    let refresh = (): void => undefined;
    bringAtPress(place, async () => {
      const { takeList } = await importAnew(() => import('./take-list.ts'));
      const list = takeList(place, figures, name, takes);
      refresh = () => list.refresh();
      list.open();
    });
    // A figure that came with the page has its rows only once it is drawn here.
    place.addEventListener('click', () => {
      if (!figures[name()].drawn) void draw(name()).then(() => refresh());
    });
  };
  for (const [name, figure] of Object.entries(figures)) menu(figure.actions, () => name as FigureName);
  const above = page.querySelector<HTMLElement>('[data-take]');
  if (above) menu(above, lead);
}
