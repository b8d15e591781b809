import { importAnew } from '../../engine/browser/import-anew.ts';
import type { Atlas } from '../../views/view.ts';
import type { Linking } from './linking.ts';
import type { Wish } from './state.ts';

/**
 * Marking many countries at once: an area of the scatter plot, and what can be done with whatever is marked. The code comes when
 * the plot is first drawn, or something marked.
 */
export function brushing(
  page: HTMLElement,
  linking: Linking,
  atlas: Atlas,
  move: (wish: Wish) => void,
  say: (words: string) => void,
): void {
  const figure = page.querySelector<HTMLElement>('#scatter');
  let loading = false;
  const load = (): void => {
    if (loading || !figure) return;
    loading = true;
    importAnew(() => import('./brushes.ts')).then(
      ({ startBrush }) => startBrush(page, figure, linking, atlas, move, say),
      // Asked for again with the next drawing or mark.
      () => (loading = false),
    );
  };
  figure?.addEventListener('drawn', load);
  linking.follow((marked) => marked.length > 0 && load());
}
