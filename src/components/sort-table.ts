import { nextDirection, order } from './sort.ts';

/** Makes the headings of tables below `root` into buttons that sort. Without scripts they are plain words. */
export function makeSortable(root: ParentNode): void {
  for (const heading of root.querySelectorAll<HTMLTableCellElement>('.data-table thead th')) {
    if (heading.querySelector('button')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => sortBy(heading));
  }
}

function sortBy(heading: HTMLTableCellElement): void {
  const table = heading.closest('table');
  const body = table?.tBodies[0];
  if (!table || !body) return;
  const numeric = heading.classList.contains('numeric');
  const direction = nextDirection(heading.getAttribute('aria-sort'), numeric);
  const rows = [...body.rows];
  const cells = rows.map((row) => row.cells[heading.cellIndex]?.textContent.trim() ?? '');
  body.append(...order(cells, numeric, direction).flatMap((i) => rows[i] ?? []));
  for (const other of table.querySelectorAll('thead th')) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', direction);
}

makeSortable(document);
