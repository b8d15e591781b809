import { text, type Markup } from '../../charts/svg.ts';
import type { SourceLabel } from '../../model/atlas.ts';
import { rightsWords } from '../../model/rights.ts';
import { explorerPath } from '../../views/addresses.ts';
import type { DrawnFigure } from '../../views/figure.ts';
import { figureMarkup } from '../figure-markup.ts';
import { pageTitle, shortly } from '../page-words.ts';

/** What an embed says of itself beside its figure. */
export interface EmbedSetting {
  readonly sources: ReadonlyMap<string, SourceLabel>;
  /** Version of the release. */
  readonly release: string;
  /** Whether it stays with this release for good. */
  readonly frozen: boolean;
}

/** The page that a figure is written into. */
export interface EmbedPage {
  /** Address of the root of the site as seen from the page, with a slash; as pages are built, it is `/`. */
  readonly root?: string;
  /** Whether the page may draw other states than this one, and must say so where it cannot. */
  readonly live?: boolean;
  /** Path of the figure's own page, where that is not the explorer. */
  readonly from?: string | undefined;
}

/** Id of the one figure of an embed. */
export const FIGURE_ID = 'figure';

/** Stands in the head of a page that draws what its address asks for: src/layouts/embed-early.js looks for it. */
export const LIVE_MARK = '<meta name="crosscurrents-live" content="1">' as Markup;

/**
 * The body of an embed: one figure, whole, and a line that says where it is from. Used when the page is built, when listed states are drawn,
 * and when a state is drawn in the browser.
 */
export function embedMarkup(
  drawn: DrawnFigure,
  setting: EmbedSetting,
  { root = '/', live = false, from }: EmbedPage = {},
): Markup {
  const layer = (drawn.state as { layer?: string }).layer;
  const inside = figureMarkup(drawn, { id: FIGURE_ID, level: 1, sources: setting.sources, root });
  return [
    live ? LIVE_LINES : '',
    `<figure class="figure${layer ? ` layer-${text(layer)}` : ''}" id="${FIGURE_ID}" aria-labelledby="${FIGURE_ID}-headline">`,
    inside,
    '</figure>',
    `<footer class="embed-foot">${footMarkup(drawn, setting, root, from)}</footer>`,
  ].join('') as Markup;
}

/** What is awaited, and why the standard state is in sight where another was asked for: no scripts, or scripts that did not come. */
const LIVE_LINES = [
  '<p class="figure-status" role="status" data-figure-status hidden></p>',
  '<p class="figure-status figure-wait">Fetching the figure …</p>',
  '<p class="figure-status failed figure-lost">The scripts of this page did not come, so what the address asks for could not be drawn. ',
  'Below is this view’s standard figure. <a href="" target="_self">Try again</a></p>',
  '<noscript><p class="figure-status">This is the standard figure of its view. Another one that the address may ask for is drawn ',
  'by a script, and scripts are off here.</p></noscript>',
].join('');

/** "Crosscurrents, release 2026-11-22. CC BY 4.0." with the way to the same state where more can be done with it. */
export function footMarkup(
  drawn: DrawnFigure,
  { sources, release, frozen }: EmbedSetting,
  root: string,
  from: string = explorerPath(drawn.view, drawn.state) ?? '/',
): Markup {
  const href = root + from.slice(1);
  return [
    `<a class="embed-home" href="${text(href)}">Crosscurrents</a>`,
    `<span>${frozen ? 'Release' : 'Newest release:'} ${text(release)}${frozen ? ', kept as it was' : ''}</span>`,
    `<span>${text(licenceOf(drawn, sources))}</span>`,
  ].join(' ') as Markup;
}

/** What the licences of a figure's sources come to. */
export const licenceOf = ({ words }: DrawnFigure, sources: ReadonlyMap<string, SourceLabel>): string =>
  rightsWords(
    words.sources
      .flatMap((id) => sources.get(id) ?? [])
      .map(({ licence, share_alike }) => ({ title: licence, share_alike })),
    { each: 'value', whole: 'figure' },
  );

/** Title and description of an embed's page. */
export const headWords = ({
  words,
}: DrawnFigure): { readonly title: string; readonly description: string } => ({
  title: pageTitle(words.title),
  description: shortly(words.takeaway ?? words.alt),
});

/** What the head of an embed's page says that is its own. */
export function embedHead(drawn: DrawnFigure): Markup {
  const { title, description } = headWords(drawn);
  return [`<title>${text(title)}</title>`, `<meta name="description" content="${text(description)}">`].join(
    '',
  ) as Markup;
}
