import type { Markup } from '../../charts/svg.ts';
import { importAnew } from '../../engine/browser/import-anew.ts';
import type { State } from '../../views/params.ts';
import { CITATIONS } from './citations.ts';
import type { Embeddable } from './embeddable.ts';
import { PICTURES, PNG_SIZES, TABLES } from './formats/format-items.ts';
import { fileName } from './file-name.ts';
import { download } from './hand-over.ts';
import { sentenceOf } from './sentence.ts';
import { TakeError, type Taken } from './taken.ts';
import type { TakenTheme } from './theme.ts';

/** What a reader has of a state at the moment of taking it. */
export interface Moment {
  readonly taken: Taken;
  readonly drawing: SVGSVGElement | null;
  readonly theme: TakenTheme;
  /** Whether the figure shows ties. It may be known before they are there. */
  readonly hasTies: boolean;
  /** What an embed of it is made of; null where it has none. */
  readonly embed: Embeddable | null;
  /** What opened the list: the focus goes back to it. */
  readonly opener: HTMLElement;
  /** The figure's own state; null of one that is of no view of the atlas. */
  readonly state?: Readonly<Partial<State>> | null;
  /** The drawing of what is shown for a narrow or a wide place; null where there is none. */
  readonly redraw?: (place: 'narrow' | 'wide') => Markup | null;
}

/** Copies words that are called so, and answers with what to say of it. */
export type Copy = (words: string, what: string) => Promise<string>;

/** A kind of thing that can be taken. */
export interface Item {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Left out of the list where there is nothing of the kind. */
  readonly offered: (moment: Moment) => boolean;
  /** Whether what is on the page is enough for it. Others wait until the figure's rows are there. */
  readonly ofPage?: true;
  /** Does it, and answers with what to say of it; null where it speaks for itself. */
  readonly take: (moment: Moment, copy: Copy) => Promise<string | null>;
}

const hasDrawing = ({ drawing }: Moment): boolean => drawing !== null;

const COPIED: readonly Item[] = [
  {
    id: 'link',
    label: 'Copy the link',
    hint: 'to this very state',
    offered: () => true,
    ofPage: true,
    take: ({ taken }, copy) => copy(taken.address, 'Link'),
  },
  {
    id: 'sentence',
    label: 'Copy a sentence',
    hint: 'finding, number, year, source',
    offered: () => true,
    take: ({ taken }, copy) => copy(sentenceOf(taken), 'Sentence'),
  },
];

const EMBEDDED: readonly Item[] = [
  {
    id: 'embed',
    label: 'Embed this figure',
    hint: 'in a page of your own',
    offered: ({ embed }) => embed !== null,
    ofPage: true,
    take: async ({ embed, opener }) => {
      const { openBuilder } = await importAnew(() => import('./builder.ts'));
      if (embed) await openBuilder(embed, opener);
      return null;
    },
  },
];

const CSV: Item = {
  id: 'csv',
  label: 'CSV',
  hint: 'what is shown, as a table',
  offered: () => true,
  take: async ({ taken }) => {
    const { csvBlob } = await importAnew(() => import('./csv.ts'));
    return save(csvBlob(taken), taken, 'csv');
  },
};

const DRAWN: readonly Item[] = [
  {
    id: 'svg',
    label: 'SVG',
    hint: 'the picture, to edit and to print',
    offered: hasDrawing,
    ofPage: true,
    take: async ({ taken, drawing, theme }) => {
      const { standalone } = await importAnew(() => import('./standalone.ts'));
      const { svg } = await standalone(seen(drawing), taken, { theme });
      return save(new Blob([svg], { type: 'image/svg+xml' }), taken, 'svg');
    },
  },
  {
    id: 'png',
    label: 'PNG',
    hint: 'the picture, for slides',
    offered: hasDrawing,
    ofPage: true,
    take: async ({ taken, drawing, theme }) => {
      const { pngOf } = await importAnew(() => import('./png.ts'));
      return save(await pngOf(seen(drawing), taken, { theme }), taken, 'png');
    },
  },
];

const NETWORKS: readonly Item[] = [
  {
    id: 'graphml',
    label: 'GraphML',
    hint: 'the network, for Gephi, networkx, igraph',
    offered: ({ hasTies }) => hasTies,
    take: async ({ taken }) => {
      const { graphmlOf } = await importAnew(() => import('./graphml.ts'));
      return save(new Blob([graphmlOf(taken)], { type: 'application/xml' }), taken, 'graphml');
    },
  },
  {
    id: 'vosviewer',
    label: 'VOSviewer',
    hint: 'the network, as its JSON',
    offered: ({ hasTies }) => hasTies,
    take: async ({ taken }) => {
      const { vosviewerOf } = await importAnew(() => import('./vosviewer.ts'));
      const json = JSON.stringify(vosviewerOf(taken), null, 1);
      return save(new Blob([json], { type: 'application/json' }), taken, 'vosviewer.json');
    },
  },
];

/** A part of the list. */
export interface Part {
  readonly name: string;
  readonly items: readonly Item[];
  /** Whether it is folded away under its name: a choice among many alike. */
  readonly folded?: true;
}

/** What can be taken, in the order of the list. Writers of files are fetched when they are first asked for. */
export const PARTS: readonly Part[] = [
  { name: 'To copy', items: COPIED },
  { name: 'To embed', items: EMBEDDED },
  { name: 'Tables', items: [CSV, ...TABLES] },
  { name: 'Pictures', items: [...DRAWN, ...PICTURES] },
  { name: 'PNG in other sizes', items: PNG_SIZES, folded: true },
  { name: 'Citations', items: CITATIONS, folded: true },
  { name: 'Networks', items: NETWORKS },
];

function seen(drawing: SVGSVGElement | null): SVGSVGElement {
  if (!drawing) throw new TakeError('There is no picture yet.');
  return drawing;
}

function save(file: Blob, taken: Taken, extension: string): string {
  const name = fileName(taken, extension);
  download(file, name);
  return `Downloading ${name}.`;
}
