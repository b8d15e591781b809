/** Order of table rows by the text of a cell, as a reader sees it. */
export type Direction = 'ascending' | 'descending';

/** "−1,234" → −1234; null for what is no number, such as "not reported". */
export function numberIn(text: string): number | null {
  const digits = text.replace(/[,\s\u00a0%]/g, '').replace('\u2212', '-');
  return digits !== '' && Number.isFinite(Number(digits)) ? Number(digits) : null;
}

/** Indexes of the rows in their new order. What is no number stands last in a column of numbers, either way. */
export function order(cells: readonly string[], numeric: boolean, direction: Direction): number[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const numbers = cells.map(numberIn);
  const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  return cells
    .map((_, i) => i)
    .sort((a, b) => {
      if (!numeric) return sign * names.compare(cells[a] ?? '', cells[b] ?? '') || a - b;
      const [x, y] = [numbers[a] ?? null, numbers[b] ?? null];
      if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
      return sign * (x - y) || a - b;
    });
}

/** Numbers are first asked for largest first, names from A. */
export const nextDirection = (current: string | null, numeric: boolean): Direction =>
  current === null
    ? numeric
      ? 'descending'
      : 'ascending'
    : current === 'ascending'
      ? 'descending'
      : 'ascending';
