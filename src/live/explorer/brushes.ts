import { shortName } from '../../views/phrases.ts';
import type { Atlas } from '../../views/view.ts';
import { Brush } from './brush.ts';
import type { Linking } from './linking.ts';
import { MarkedChip } from './marked-chip.ts';
import type { Wish } from './state.ts';

/** Brings the brush of a scatter plot to life, and the line that says what is marked. */
export function startBrush(
  page: HTMLElement,
  figure: HTMLElement,
  linking: Linking,
  atlas: Atlas,
  move: (wish: Wish) => void,
  say: (words: string) => void,
): void {
  const chip = new MarkedChip(page, {
    use: (codes) => {
      move({ among: [...codes].sort().join('.'), marked: [] });
      say(`The set is now ${codes.length} countries`);
    },
    clear: () => brush.clear(),
    // To where marking begins.
    leave: () => {
      if (brush.focus()) return;
      const walks = [...page.querySelectorAll<HTMLElement>('.walk')];
      walks.find((walk) => walk.getClientRects().length > 0)?.focus();
    },
  });
  const brush = new Brush(figure, linking, {
    mark: (marked) => move({ marked }),
    goOn: () => chip.focus(),
    name: (code) => shortName(code, atlas),
    say,
  });
  linking.follow((marked) => chip.show(marked));
}
