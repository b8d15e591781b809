import type { Markup } from '../../../charts/svg.ts';
import { importAnew } from '../../../engine/browser/import-anew.ts';
import type { State } from '../../../views/params.ts';
import { fileName } from '../file-name.ts';
import { download } from '../hand-over.ts';
import type { Item, Moment } from '../items.ts';
import { TakeError, type Taken } from '../taken.ts';
import { picturesOf, type Pictures } from './pictures.ts';
import { PRINT_DPI, PRINT_WIDTHS, type PrintSize } from './print-size.ts';

/** What a file of a figure may need beside what every list has. */
export interface FormatMoment extends Moment {
  /** The figure's own state; null of one that is of no view of the atlas. */
  readonly state?: Readonly<Partial<State>> | null;
  /** Draws what is shown for a narrow or a wide place; null where the figure cannot be drawn anew. */
  readonly redraw?: (place: 'narrow' | 'wide') => Markup | null;
}

interface FormatItem extends Omit<Item, 'offered' | 'take'> {
  readonly offered: (moment: FormatMoment) => boolean;
  readonly take: (moment: FormatMoment) => Promise<string>;
}

const hasDrawing = ({ drawing }: FormatMoment): boolean => drawing !== null;

/** Pictures beside SVG and PNG. Writers of files are fetched when they are first asked for. */
export const PICTURES: readonly FormatItem[] = [
  {
    id: 'pdf',
    label: 'PDF',
    hint: 'the picture with its words, to print',
    offered: hasDrawing,
    ofPage: true,
    take: async ({ taken, drawing, theme }) => {
      const { figurePdf } = await importAnew(() => import('./pdf-files.ts'));
      return saved(await figurePdf(seen(drawing), taken, theme), taken, 'pdf');
    },
  },
  {
    id: 'slide',
    label: 'Slide',
    hint: 'PNG of 16:9 with the finding',
    offered: hasDrawing,
    ofPage: true,
    take: async (moment) => {
      const { slidePng } = await importAnew(() => import('./slide.ts'));
      const { taken, theme } = moment;
      return saved(await slidePng(picturesIn(moment), taken, theme), taken, 'png', 'slide');
    },
  },
  {
    id: 'slide-pdf',
    label: 'Slide as PDF',
    hint: 'the same, sharp at any size',
    offered: hasDrawing,
    ofPage: true,
    take: async (moment) => {
      const { slidePdf } = await importAnew(() => import('./pdf-files.ts'));
      const { taken, theme } = moment;
      return saved(await slidePdf(picturesIn(moment), taken, theme), taken, 'pdf', 'slide');
    },
  },
];

/** The same PNG in the sizes that screens and journals ask for. */
export const PNG_SIZES: readonly FormatItem[] = [
  ...[1, 3, 4].map((scale): FormatItem => ({
    id: `png-${scale}x`,
    label: `PNG, ${scale}×`,
    hint: scale === 1 ? 'as large as on the screen' : `${scale} times as large as on the screen`,
    offered: hasDrawing,
    ofPage: true,
    take: async ({ taken, drawing, theme }) => {
      const { pngOf } = await importAnew(() => import('../png.ts'));
      return saved(await pngOf(seen(drawing), taken, { theme, scale }), taken, 'png', `${scale}x`);
    },
  })),
  ...PRINT_WIDTHS.flatMap((width) => PRINT_DPI.map((dpi) => printed({ width, dpi }))),
];

/** Tables beside CSV. */
export const TABLES: readonly FormatItem[] = [
  {
    id: 'xlsx',
    label: 'XLSX',
    hint: 'the same, for Excel, with all sources',
    offered: () => true,
    take: async ({ taken }) => {
      const { xlsxBlob } = await importAnew(() => import('./xlsx.ts'));
      return saved(await xlsxBlob(taken), taken, 'xlsx');
    },
  },
  {
    id: 'json',
    label: 'JSON',
    hint: 'state, words and rows, for programs',
    offered: ({ embed, state }) => embed !== null && state != null,
    take: async ({ taken, embed, state }) => {
      const asked = await embed?.asked();
      if (!embed || !state || asked?.search === undefined)
        throw new TakeError(
          'This figure is drawn for its article alone and has no state. The CSV holds its numbers.',
        );
      const { specBlob } = await importAnew(() => import('./spec.ts'));
      const { view, search } = asked;
      const root = new URL(embed.root, document.baseURI).href;
      return saved(specBlob(taken, { view, search, state, alt: embed.alt, root }), taken, 'json');
    },
  },
];

function printed(size: PrintSize): FormatItem {
  const { width, dpi } = size;
  return {
    id: `png-${width}mm-${dpi}`,
    label: `PNG, ${width} mm at ${dpi} dpi`,
    hint: `${width === 85 ? 'a column' : 'the full width'} of a journal`,
    offered: hasDrawing,
    ofPage: true,
    take: async (moment) => {
      const { printPng } = await importAnew(() => import('./print-png.ts'));
      const { taken, theme } = moment;
      const file = await printPng(picturesIn(moment), taken, size, theme);
      return saved(file, taken, 'png', `${width}mm-${dpi}dpi`);
    },
  };
}

const picturesIn = ({ drawing, redraw }: FormatMoment): Pictures => picturesOf(seen(drawing), redraw);

function seen(drawing: SVGSVGElement | null): SVGSVGElement {
  if (!drawing) throw new TakeError('There is no picture yet.');
  return drawing;
}

function saved(file: Blob, taken: Taken, extension: string, variant?: string): string {
  const name = fileName(taken, extension, variant);
  download(file, name);
  return `Downloading ${name}.`;
}
