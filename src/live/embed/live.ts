import { message } from '../message.ts';
import { say } from '../say.ts';
import { drawAsked } from './draw-asked.ts';
import { loadAnew } from './load-anew.ts';

/**
 * Shows what the address of this page asks for in the place of the standard figure, which stays out of sight until then and comes back, with
 * the reason, where it cannot be drawn. Resolves when either stands.
 */
export async function showAsked(): Promise<void> {
  const find = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The embed has no ${selector}.`);
    return found;
  };
  const [main, status] = [find('main[data-embed]'), find('[data-figure-status]')];
  const { dataset } = document.documentElement;
  const again = async (): Promise<void> => {
    if (!(await loadAnew())) await showAsked();
  };
  let waiting = true;
  try {
    // What else the database fetches says nothing any more once a reader was told how it ended.
    const progress = (words: string): void => void (waiting && say(status, main, words));
    const leftOut = await drawAsked(main, location.search, progress);
    waiting = false;
    say(status, main, leftOut.join(' ') || null);
  } catch (error) {
    waiting = false;
    say(status, main, `${message(error)} ${STANDARD}`, () => void again());
  } finally {
    delete dataset['asked'];
  }
}

const STANDARD = 'It is the standard one of its view, not the one that was asked for.';
