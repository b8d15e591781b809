import { isNumeric, type ResultTable } from '../../engine/result-table.ts';
import type { ColumnLayout } from './column-layout.ts';
import { make } from './dom.ts';
import type { Sight } from './grid-rows.ts';
import type { Sort } from './sort-state.ts';

/** Writes the head of the columns in sight: name, how the table is sorted, and the type unless it is `plain`. */
export function writeHead(
  head: HTMLElement,
  table: ResultTable,
  { lefts, widths }: ColumnLayout,
  { columns: [first, end], active, activeId }: Sight,
  sort: Sort | null,
  plain = false,
): void {
  const corner = make(
    'div',
    { className: 'grid-number grid-corner' },
    { role: 'columnheader', 'aria-colindex': 1 },
    make('span', { className: 'visually-hidden', textContent: 'Row' }),
  );
  const space = make('div', { className: 'grid-gap' }, { role: 'presentation' });
  space.style.width = `${lefts[first] ?? 0}px`;
  const cells = table.columns.slice(first, end).map(({ name, type }, n) => {
    const column = first + n;
    const isActive = active.row === -1 && active.column === column;
    const classes = [
      'grid-column',
      isNumeric(type) ? 'is-number' : '',
      isActive ? 'is-active' : '',
      !plain && type.length * 6.5 > (widths[column] ?? 0) ? 'is-long' : '',
    ];
    const cell = make(
      'div',
      { className: classes.filter(Boolean).join(' '), title: plain ? name : `${name} (${type})` },
      {
        role: 'columnheader',
        'aria-colindex': column + 2,
        'aria-sort': sort?.column === column ? sort.direction : 'none',
        'data-column': column,
        id: isActive ? activeId : null,
      },
      make('span', { className: 'grid-name', textContent: name }),
      ...(plain ? [] : [make('span', { className: 'grid-type', textContent: type })]),
    );
    cell.style.width = `${widths[column] ?? 0}px`;
    return cell;
  });
  head.replaceChildren(corner, space, ...cells);
}
