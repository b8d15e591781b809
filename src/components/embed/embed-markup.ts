import { text, type Markup } from '../../charts/svg.ts';
import type { SourceLabel } from '../../model/atlas.ts';
import { rightsWords } from '../../model/rights.ts';
import { explorerPath } from '../../views/addresses.ts';
import type { DrawnFigure } from '../../views/figure.ts';
import { figureMarkup } from '../figure-markup.ts';

/** What an embed says of itself beside its figure. */
export interface EmbedSetting {
  readonly sources: ReadonlyMap<string, SourceLabel>;
  /** Version of the release. */
  readonly release: string;
  /** Whether it stays with this release for good. */
  readonly frozen: boolean;
}

/** Id of the one figure of an embed. */
export const FIGURE_ID = 'figure';

/**
 * The body of an embed: one figure, whole, and a line that says where it is from. Links are from the root of the site. Used when the page is
 * built, when listed states are drawn, and when a state is drawn in the browser.
 */
export function embedMarkup(drawn: DrawnFigure, setting: EmbedSetting): Markup {
  const layer = (drawn.state as { layer?: string }).layer;
  const inside = figureMarkup(drawn, { id: FIGURE_ID, level: 1, sources: setting.sources, root: '/' });
  return [
    `<figure class="figure${layer ? ` layer-${text(layer)}` : ''}" id="${FIGURE_ID}" aria-labelledby="${FIGURE_ID}-headline" data-level="1">`,
    '<p class="figure-status" role="status" data-figure-status hidden></p>',
    `<div data-figure-body>${inside}</div>`,
    '</figure>',
    `<footer class="embed-foot" data-embed-foot>${footMarkup(drawn, setting, '/')}</footer>`,
  ].join('') as Markup;
}

/** "Crosscurrents, release 2026-11-22. CC BY 4.0." with the way to the same state where more can be done with it. */
export function footMarkup(
  drawn: DrawnFigure,
  { sources, release, frozen }: EmbedSetting,
  root: string,
): Markup {
  const more = explorerPath(drawn.view, drawn.state);
  const href = root + (more === null ? '' : more.slice(1));
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

/** What the head of an embed's page says that is its own. */
export const embedHead = ({ words }: DrawnFigure): Markup =>
  [
    `<title>${text(words.title)} · Crosscurrents</title>`,
    `<meta name="description" content="${text(words.takeaway ?? words.alt)}">`,
  ].join('') as Markup;
