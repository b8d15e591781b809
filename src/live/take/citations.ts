import type { FigureCitations } from '../../cite/figure.ts';
import { importAnew } from '../../engine/browser/import-anew.ts';
import { rightsLine } from '../../files/rights.ts';
import { fileName } from './file-name.ts';
import { download } from './hand-over.ts';
import type { Item, Moment } from './items.ts';

/** How a figure is cited: words to copy, and files for reference managers. Each names the figure's sources too. */
export const CITATIONS: readonly Item[] = [
  words('apa', 'Citation, APA', ({ apa }) => apa),
  words('chicago', 'Citation, Chicago', ({ chicago }) => chicago),
  file('bib', 'BibTeX', 'application/x-bibtex', ({ bibtex }) => bibtex),
  file('ris', 'RIS', 'application/x-research-info-systems', ({ ris }) => ris),
  file('csl.json', 'CSL-JSON', 'application/vnd.citationstyles.csl+json', ({ csl }) => csl),
];

function words(id: string, label: string, of: (citations: FigureCitations) => string): Item {
  return {
    id,
    label,
    hint: 'to copy, with its sources',
    offered: ({ embed }) => embed !== null,
    ofPage: true,
    take: async (moment, copy) => {
      const citations = await cited(moment);
      return copy([of(citations), ...citations.sources].join('\n'), 'Citation');
    },
  };
}

function file(
  extension: string,
  label: string,
  type: string,
  of: (citations: FigureCitations) => string,
): Item {
  return {
    id: extension,
    label,
    hint: 'figure and sources, for reference managers',
    offered: ({ embed }) => embed !== null,
    ofPage: true,
    take: async (moment) => {
      const name = fileName(moment.taken, extension);
      download(new Blob([of(await cited(moment))], { type }), name);
      return `Downloading ${name}.`;
    },
  };
}

async function cited({ taken, embed }: Moment): Promise<FigureCitations> {
  const [{ citationsOf }, asked, kept] = await Promise.all([
    importAnew(() => import('../../cite/figure.ts')),
    embed?.asked(),
    embed && importAnew(() => import('./kept-address.ts')).then(({ keptAddress }) => keptAddress(embed)),
  ]);
  return citationsOf({
    title: taken.title,
    view: asked && 'view' in asked ? asked.view : 'insights',
    state: asked === undefined ? '' : (asked.search ?? asked.article),
    release: taken.release,
    address: kept ?? taken.address,
    sources: taken.sources,
    rights: rightsLine(taken.sources) || null,
    accessed: kept ? null : taken.date,
  });
}
