import { text, type Markup } from '../charts/svg.ts';
import type { SourceLabel } from '../model/atlas.ts';
import { methodHref } from '../model/indicator.ts';
import type { DrawnFigure } from '../views/figure.ts';
import type { Table, Words } from '../views/view.ts';
import { cellText } from './cell.ts';
import { linkTerms } from './link-terms.ts';

/**
 * The inside of a figure as HTML, the one way in which a drawn state becomes a page: used when a page is built and when
 * a live figure changes, so that both look and read the same.
 */
export interface FigureSetting {
  /** Unique on the page; also the figure's address. */
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly sources: ReadonlyMap<string, SourceLabel>;
  /** Address of the root of the site as seen from the page, with a slash. */
  readonly root: string;
  /** Whether the table is written. A live figure leaves a closed one empty until it is opened. */
  readonly table?: boolean;
}

export function figureMarkup(
  { words, wide, narrow }: DrawnFigure,
  { id, level, sources, root, table = true }: FigureSetting,
): Markup {
  return join(
    '<div class="figure-head">',
    `<h${level} class="figure-title" id="${text(id)}-headline">${text(words.title)}</h${level}>`,
    words.takeaway && `<p class="takeaway">${text(words.takeaway)}</p>`,
    '</div><div class="figure-body"><div class="picture">',
    wide && `<div class="picture-wide">${wide}</div>`,
    narrow && `<div class="picture-narrow">${narrow}</div>`,
    '</div><figcaption class="figure-foot">',
    footMarkup(words, { sources, root }),
    '</figcaption></div>',
    `<details class="figure-table"><summary>Data table</summary>${table ? tableMarkup(words.table, `${id}-table`) : ''}</details>`,
  );
}

/** What stands below a figure: who is missing, what to know, and where the numbers are from. */
export function footMarkup(
  { coverage, notes, sources, method }: Words,
  { sources: labels, root }: Pick<FigureSetting, 'sources' | 'root'>,
): Markup {
  const seen = new Set<string>();
  return join(
    coverage && `<p class="coverage">${linkTerms(coverage, root, seen)}</p>`,
    ...notes.map((note) => `<p>${linkTerms(note, root, seen)}</p>`),
    sourceLine(sources, labels, root),
    methodLine(method, root),
  );
}

function sourceLine(ids: readonly string[], sources: FigureSetting['sources'], root: string): string {
  if (!ids.length) return '';
  const links = ids.map((id) => {
    const label = sources.get(id);
    if (!label) throw new Error(`A figure names the source ${id}, which has no label.`);
    const record = id.split('/')[0] ?? id;
    return `<a href="${text(root)}sources/#${text(record)}"${label.landing_page ? ` data-print="${text(label.landing_page)}"` : ''}>${text(label.title)}</a>, ${text(label.publisher)} (${text(label.licence)})`;
  });
  return `<p class="sources">${ids.length > 1 ? 'Sources' : 'Source'}: ${links.join('; ')}.</p>`;
}

/** Leads to the part of the method's page that has these words as its heading. On paper it would lead nowhere. */
const methodLine = (method: string | undefined, root: string): string =>
  method === undefined
    ? ''
    : `<p class="method no-print"><a href="${text(methodHref(method, root))}#formula">How it is reckoned</a></p>`;

/** A table whose first column names its rows. */
export function tableMarkup({ caption, columns, rows }: Table, id: string): Markup {
  const heads = columns.map(
    (c) => `<th scope="col"${c.numeric ? ' class="numeric"' : ''}>${text(c.label)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = columns.map((column, i) => {
      const words = cellText(row[column.key], column);
      const classes = [column.numeric ? 'numeric' : '', words === null ? 'empty' : '']
        .filter(Boolean)
        .join(' ');
      const [tag, scope] = i === 0 ? ['th', ' scope="row"'] : ['td', ''];
      return `<${tag}${scope}${classes ? ` class="${classes}"` : ''}>${text(words ?? '–')}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return join(
    `<div class="table-scroll" tabindex="0" role="group" aria-labelledby="${text(id)}-caption">`,
    `<table class="data-table"><caption id="${text(id)}-caption">${text(caption)}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`,
  );
}

const join = (...parts: (string | null)[]): Markup => parts.filter(Boolean).join('') as Markup;
