import style from '../../styles/take.css?url';
import { bringStyle } from './bring-style.ts';
import { TakeMenu } from './menu.ts';
import { sayingOf } from './shown-by.ts';
import { StaticFigure } from './static-figure.ts';

/**
 * Opens the list of a figure that a page was built with, at its first press; after that the list opens by itself. What it takes is made anew
 * where the figure shows another state by then.
 * @param place holds the button of the figure
 */
export async function openStaticMenu(figure: HTMLElement, place: HTMLElement): Promise<void> {
  let menu: TakeMenu | null = null;
  const make = () => ({ saying: sayingOf(figure), made: StaticFigure.of(figure, () => menu?.refresh()) });
  let takes = make();
  let [now] = await Promise.all([takes.made, bringStyle(style)]);

  const status = Object.assign(document.createElement('p'), { className: 'visually-hidden' });
  status.setAttribute('role', 'status');
  place.append(status);
  const list = new TakeMenu(place, {
    taken: () => now.taken(),
    drawing: () => now.drawing,
    sqlHref: () => now.sqlHref(),
    embed: () => now.embed(),
    hasTies: () => now.hasTies(),
    more: () => ({ state: now.state, redraw: (place) => now.redraw(place) }),
    bring: async (rows) => {
      await follow();
      if (rows) await now.whole().catch(forget);
    },
    say: (words) => (status.textContent = words),
  });
  menu = list;
  // Before the list's own listener, which opens it.
  place.addEventListener('click', () => void follow().catch(() => undefined), { capture: true });
  list.open();

  async function follow(): Promise<void> {
    if (takes.saying !== sayingOf(figure)) {
      takes = make();
      now = await takes.made.catch(forget);
      list.refresh();
    } else now = await takes.made;
  }

  /** What failed is made anew when it is asked for again. */
  function forget(error: unknown): never {
    takes = { ...takes, saying: '\u0000' };
    throw error;
  }
}
