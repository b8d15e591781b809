import type { LabColumn, LabTable } from '../model/sql-lab.ts';

/** The tables that the page lists, read back from it: `components/lab/SchemaTables.astro` wrote them. */
export const readTables = (schema: ParentNode): LabTable[] =>
  [...schema.querySelectorAll<HTMLElement>('[data-table]')].map((element) => {
    const rows = Number(element.querySelector('summary small')?.textContent.replaceAll(',', '') ?? NaN);
    return {
      name: element.dataset['table'] ?? '',
      kind: element.dataset['kind'] as LabTable['kind'],
      description: textOf(element.querySelector('p')?.firstChild),
      rows: Number.isNaN(rows) ? null : rows,
      columns: [...element.querySelectorAll('li')].map(readColumn),
    };
  });

function readColumn(item: Element): LabColumn {
  const description = textOf(item.querySelector('span'));
  return {
    name: textOf(item.querySelector('code')),
    type: textOf(item.querySelector('i')).toUpperCase(),
    ...(description && { description }),
  };
}

const textOf = (node: Node | null | undefined): string => node?.textContent?.trim() ?? '';
