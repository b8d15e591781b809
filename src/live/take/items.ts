import { importAnew } from '../../engine/browser/import-anew.ts';
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
  /** Does it, and answers with what to say of it. */
  readonly take: (moment: Moment, copy: Copy) => Promise<string>;
}

const hasTies = ({ taken }: Moment): boolean => Boolean(taken.ties?.length);
const hasDrawing = ({ drawing }: Moment): boolean => drawing !== null;

/** What can be taken, in the order of the list. Writers of files are fetched when they are first asked for. */
export const ITEMS: readonly Item[] = [
  {
    id: 'link',
    label: 'Copy the link',
    hint: 'to this very state',
    offered: () => true,
    take: ({ taken }, copy) => copy(taken.address, 'Link'),
  },
  {
    id: 'sentence',
    label: 'Copy a sentence',
    hint: 'finding, number, year, source',
    offered: () => true,
    take: ({ taken }, copy) => copy(sentenceOf(taken), 'Sentence'),
  },
  {
    id: 'csv',
    label: 'CSV',
    hint: 'what is shown, as a table',
    offered: () => true,
    take: async ({ taken }) => {
      const { csvBlob } = await importAnew(() => import('./csv.ts'));
      return save(csvBlob(taken), taken, 'csv');
    },
  },
  {
    id: 'svg',
    label: 'SVG',
    hint: 'the picture, to edit and to print',
    offered: hasDrawing,
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
    take: async ({ taken, drawing, theme }) => {
      const { pngOf } = await importAnew(() => import('./png.ts'));
      return save(await pngOf(seen(drawing), taken, { theme }), taken, 'png');
    },
  },
  {
    id: 'graphml',
    label: 'GraphML',
    hint: 'the network, for Gephi, networkx, igraph',
    offered: hasTies,
    take: async ({ taken }) => {
      const { graphmlOf } = await importAnew(() => import('./graphml.ts'));
      return save(new Blob([graphmlOf(taken)], { type: 'application/xml' }), taken, 'graphml');
    },
  },
  {
    id: 'vosviewer',
    label: 'VOSviewer',
    hint: 'the network, as its JSON',
    offered: hasTies,
    take: async ({ taken }) => {
      const { vosviewerOf } = await importAnew(() => import('./vosviewer.ts'));
      const json = JSON.stringify(vosviewerOf(taken), null, 1);
      return save(new Blob([json], { type: 'application/json' }), taken, 'vosviewer.json');
    },
  },
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
