import '../../../src/styles/tokens.css';
import '../../../src/styles/fonts.css';
import '../../../src/styles/site.css';
import '../../../src/styles/charts.css';
import '../../../src/styles/charts-map.css';
import '../../../src/styles/take.css';
import { graphmlOf } from '../../../src/live/take/graphml.ts';
import { TakeMenu } from '../../../src/live/take/menu.ts';
import { pageFonts } from '../../../src/live/take/page-fonts.ts';
import { pngOf } from '../../../src/live/take/png.ts';
import { standalone, type Standalone } from '../../../src/live/take/standalone.ts';
import { taken } from '../../../src/live/take/taken-fixture.ts';
import type { Taken } from '../../../src/live/take/taken.ts';
import type { TakenTheme } from '../../../src/live/take/theme.ts';

/** What a test may change of the made-up state: plain data alone gets into the page. */
export type Change = Partial<Omit<Taken, 'places'>>;

/** What the page offers to a test. */
export interface TakeHandle {
  /** Shows a drawing where the page's own stands. */
  show(markup: string): void;
  /** The drawing as a file; `fonts` puts the page's own into it. */
  standalone(theme: TakenTheme, fonts?: boolean, change?: Change): Promise<Standalone>;
  /** The drawing as PNG, as an address with its data, or the message of the error that came instead. */
  png(theme: TakenTheme, scale?: number): Promise<string>;
  graphml(change?: Change): string;
  /** Changes what the menu takes; null for nothing. */
  offer(change: Change | null, sql?: string | null): void;
  /** What the menu said, in order. */
  readonly said: string[];
}

declare global {
  var take: TakeHandle;
}

const stage = document.getElementById('stage') as HTMLElement;
// At whole pixels, so that a photograph has no half ones at its edges.
Object.assign(stage.style, { position: 'absolute', left: '0', top: '300px' });
const drawing = (): SVGSVGElement | null => stage.querySelector('svg');
const need = (): SVGSVGElement => {
  const found = drawing();
  if (!found) throw new Error('No drawing is shown.');
  return found;
};
let offered: Taken | null = taken();
let sql: string | null = null;
const said: string[] = [];

globalThis.take = {
  said,
  show: (markup) => (stage.innerHTML = markup),
  standalone: (theme, fonts = false, change = {}) =>
    standalone(need(), taken(change), { theme, ...(fonts ? { fonts: pageFonts } : {}) }),
  png: async (theme, scale) => {
    try {
      const file = await pngOf(need(), taken(), { theme, ...(scale === undefined ? {} : { scale }) });
      return await new Promise<string>((done) => {
        const reader = new FileReader();
        reader.onload = () => {
          done(String(reader.result));
        };
        reader.readAsDataURL(file);
      });
    } catch (error) {
      return (error as Error).message;
    }
  },
  graphml: (change = {}) => graphmlOf(taken(change)),
  offer: (change, href: string | null = null) => {
    offered = change && taken(change);
    sql = href;
  },
};

new TakeMenu(document.getElementById('menu') as HTMLElement, {
  taken: () => offered,
  drawing,
  sqlHref: () => sql,
  say: (words) => {
    said.push(words);
    (document.getElementById('status') as HTMLElement).textContent = words;
  },
});
