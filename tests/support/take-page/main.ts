import '../../../src/styles/tokens.css';
import '../../../src/styles/fonts.css';
import '../../../src/styles/site.css';
import '../../../src/styles/charts.css';
import '../../../src/styles/charts-map.css';
import '../../../src/styles/charts-network.css';
import '../../../src/styles/take.css';
import { graphmlOf } from '../../../src/live/take/graphml.ts';
import { TakeMenu } from '../../../src/live/take/menu.ts';
import { pageFonts } from '../../../src/live/take/page-fonts.ts';
import { pngOf } from '../../../src/live/take/png.ts';
import { standalone, type Standalone } from '../../../src/live/take/standalone.ts';
import { taken } from '../../../src/live/take/taken-fixture.ts';
import type { Pictures } from '../../../src/live/take/formats/pictures.ts';
import type { PrintSize } from '../../../src/live/take/formats/print-size.ts';
import type { SpecOf } from '../../../src/live/take/formats/spec.ts';
import type { Taken } from '../../../src/live/take/taken.ts';
import type { TakenTheme } from '../../../src/live/take/theme.ts';

/** What a test may change of the made-up state: plain data alone gets into the page. */
export type Change = Partial<Omit<Taken, 'places'>>;

/** What the page offers to a test. */
interface TakeHandle {
  /** Shows a drawing where the page's own stands. */
  show(markup: string): void;
  /** The drawing as a file; `fonts` puts the page's own into it. */
  standalone(theme: TakenTheme, fonts?: boolean, change?: Change): Promise<Standalone>;
  /** The drawing as PNG, as an address with its data, or the message of the error that came instead. */
  png(theme: TakenTheme, scale?: number): Promise<string>;
  graphml(change?: Change): string;
  /** A file by the name of its kind, as an address with its data, or the message of the error that came instead. */
  file(kind: FileKind, change?: Change): Promise<string>;
  /** An SVG file of ours made PDF, and that drawn by a reader of PDF, as an address with its PNG. */
  throughPdf(svg: string): Promise<string>;
  /** What the figure gives where it is drawn anew; null for nothing. */
  anew(markup: { readonly narrow: string; readonly wide: string } | null): void;
  /** Changes what the menu takes; null for nothing. */
  offer(change: Change | null, sql?: string | null): void;
  /** What the menu said, in order. */
  readonly said: string[];
}

export type FileKind =
  | { readonly kind: 'print-png'; readonly size: PrintSize }
  | { readonly kind: 'slide-png' | 'slide-svg' | 'slide-pdf' | 'pdf' | 'xlsx' | 'csv' }
  | { readonly kind: 'json'; readonly of: SpecOf };

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

const dataOf = (file: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => {
      done(String(reader.result));
    };
    reader.readAsDataURL(file);
  });
const orMessage = async (file: () => Promise<Blob>): Promise<string> => {
  try {
    return await dataOf(await file());
  } catch (error) {
    return (error as Error).message;
  }
};

let drawings: { readonly narrow: string; readonly wide: string } | null = null;
const pictures = (): Pictures => ({
  inSight: need(),
  anew: (place) => (drawings && drawings[place]) as ReturnType<Pictures['anew']>,
});
/** Each writer is fetched when it is asked for, as in the menu. */
async function fileOf(kind: FileKind, state: Taken): Promise<Blob> {
  switch (kind.kind) {
    case 'print-png':
      return (await import('../../../src/live/take/formats/print-png.ts')).printPng(
        pictures(),
        state,
        kind.size,
        'light',
      );
    case 'slide-png':
      return (await import('../../../src/live/take/formats/slide.ts')).slidePng(pictures(), state, 'light');
    case 'slide-svg': {
      const { slideSvg } = await import('../../../src/live/take/formats/slide.ts');
      return new Blob([(await slideSvg(pictures(), state, 'light')).svg], { type: 'image/svg+xml' });
    }
    case 'slide-pdf':
      return (await import('../../../src/live/take/formats/pdf-files.ts')).slidePdf(
        pictures(),
        state,
        'light',
      );
    case 'pdf':
      return (await import('../../../src/live/take/formats/pdf-files.ts')).figurePdf(need(), state, 'light');
    case 'xlsx':
      return (await import('../../../src/live/take/formats/xlsx.ts')).xlsxBlob(state);
    case 'csv':
      return (await import('../../../src/live/take/csv.ts')).csvBlob(state);
    case 'json':
      return (await import('../../../src/live/take/formats/spec.ts')).specBlob(state, kind.of);
  }
}

globalThis.take = {
  said,
  show: (markup) => (stage.innerHTML = markup),
  standalone: (theme, fonts = false, change = {}) =>
    standalone(need(), taken(change), { theme, ...(fonts ? { fonts: pageFonts } : {}) }),
  png: (theme, scale) =>
    orMessage(() => pngOf(need(), taken(), { theme, ...(scale === undefined ? {} : { scale }) })),
  file: (kind, change = {}) => orMessage(() => fileOf(kind, taken(change))),
  throughPdf: async (svg) => {
    const { pdfOf } = await import('../../../src/live/take/formats/pdf.ts');
    const { getDocumentProxy } = await import('unpdf');
    const pdf = await getDocumentProxy(new Uint8Array(await (await pdfOf(svg, taken())).arrayBuffer()));
    const page = await pdf.getPage(1);
    // As many pixels as the picture has: a point is 1/72 inch, a pixel 1/96.
    const viewport = page.getViewport({ scale: 96 / 72 });
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.round(viewport.width),
      height: Math.round(viewport.height),
    });
    await page.render({ canvas, viewport }).promise;
    return canvas.toDataURL();
  },
  anew: (markup) => (drawings = markup),
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
