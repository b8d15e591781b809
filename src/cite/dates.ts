/** Year, month and day of "2026-11-21", "2026-11" or "2026", as far as they go; none for anything else. */
export function dateParts(date: string | null): number[] {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '');
  return match ? match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)])) : [];
}

export const yearOf = (date: string | null): number | null => dateParts(date)[0] ?? null;

/** "2026/11/22", as far as it is known. */
export const slashed = (date: string | null): string | null =>
  dateParts(date)
    .map((part) => String(part).padStart(2, '0'))
    .join('/') || null;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "November 22, 2026", as both styles write it; what is no date stays as it is. */
export function dateWords(date: string): string {
  const [year, month, day] = dateParts(date);
  const name = month === undefined ? undefined : MONTHS[month - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return date;
  return name === undefined ? String(year) : `${name}${day === undefined ? '' : ` ${day},`} ${year}`;
}

/** "2026, November 22": year first, as the APA writes the day of a page. */
export function yearFirst(date: string | null): string {
  const year = yearOf(date);
  if (date === null || year === null) return 'n.d.';
  const rest = dateWords(date)
    .replace(/,? ?\d{4}$/, '')
    .trim();
  return rest ? `${year}, ${rest}` : String(year);
}
