import { selectAll, selectOne } from 'css-select';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Markup } from '../../../src/charts/svg.ts';
import type { SourceLabel } from '../../../src/model/atlas.ts';
import type { DrawnFigure } from '../../../src/views/figure.ts';
import type { Table } from '../../../src/views/view.ts';
import type { Element } from './picture/dom.ts';

/** The view that figures of pieces are listed under: they have no other. */
export const INSIGHTS = 'insights';

/**
 * A figure of a built page as it was drawn: what src/components/figure-markup.ts wrote, read again.
 * @param html the page, with links from the root of the site
 * @throws {Error} where the page has no such figure, or names a source that the release has not
 */
export function readFigure(html: string, id: string, sources: ReadonlyMap<string, SourceLabel>): DrawnFigure {
  const figure = one(parseDocument(html, { decodeEntities: true }).children as Element[], `figure#${id}`);
  if (!figure) throw new Error(`There is no figure "${id}" on its page.`);
  const say = (selector: string): string | null => {
    const found = one([figure], selector);
    return found && words(found);
  };
  const drawing = (width: 'wide' | 'narrow'): Markup | null => {
    // Markup of a drawing is text that is cut out: read and written again it might differ.
    const [, svg = null] =
      new RegExp(`<div class="picture-${width}">(<svg[\\s\\S]*?</svg>)</div>`).exec(
        html.slice(html.indexOf(`id="${id}"`)),
      ) ?? [];
    return svg as Markup | null;
  };
  const [method] = /[\w-]+(?=\/#formula$)/.exec(one([figure], '.method a')?.attribs['href'] ?? '') ?? [];
  return {
    view: INSIGHTS,
    state: layerOf(figure),
    words: {
      title: say('.figure-title') ?? '',
      takeaway: say('.takeaway'),
      alt: say('.picture-wide svg > desc') ?? say('.picture-wide svg > title') ?? '',
      coverage: say('.coverage'),
      notes: all([figure], '.figure-foot > p:not(.coverage, .sources, .method)').map(words),
      sources: all([figure], '.sources a').map((link) => sourceOf(link, sources)),
      table: tableOf(figure),
      ...(method === undefined ? {} : { method: method.replaceAll('-', '_') }),
    },
    wide: drawing('wide'),
    narrow: drawing('narrow'),
  };
}

const one = (within: readonly Element[], selector: string): Element | null =>
  selectOne(selector, within as never) as Element | null;
const all = (within: readonly Element[], selector: string): Element[] =>
  selectAll(selector, within as never) as Element[];
const words = (element: Element): string => DomUtils.textContent(element as never);

function layerOf(figure: Element): DrawnFigure['state'] {
  const [, layer] = /\blayer-(\w+)/.exec(figure.attribs['class'] ?? '') ?? [];
  return layer === undefined ? {} : ({ layer } as DrawnFigure['state']);
}

/** A link leads to the record of a source, which may count several; they differ in their titles. */
function sourceOf(link: Element, sources: ReadonlyMap<string, SourceLabel>): string {
  const record = (link.attribs['href'] ?? '').split('#')[1] ?? '';
  const found = [...sources.values()].find(
    ({ id, title }) => id.split('/')[0] === record && title === words(link),
  );
  if (!found) throw new Error(`The release has no source "${record}" with the title "${words(link)}".`);
  return found.id;
}

/** The table with its cells as they were written. */
function tableOf(figure: Element): Table {
  const columns = all([figure], '.data-table thead th').map((head, i) => ({
    key: `c${i}`,
    label: words(head),
    numeric: (head.attribs['class'] ?? '').includes('numeric'),
  }));
  const rows = all([figure], '.data-table tbody tr').map((row) =>
    Object.fromEntries(
      all([row], 'th, td').map((cell, i) => [
        `c${i}`,
        (cell.attribs['class'] ?? '').includes('empty') ? null : words(cell),
      ]),
    ),
  );
  const caption = one([figure], '.data-table caption');
  return { caption: caption ? words(caption) : '', columns, rows };
}
