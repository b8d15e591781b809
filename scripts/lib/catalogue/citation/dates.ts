/** Year, month and day of "2026-11-21", "2026-11" or "2026", as far as they go; none for anything else. */
export function dateParts(date: string | null): number[] {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '');
  return match ? match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)])) : [];
}

export const yearOf = (date: string | null): number | null => dateParts(date)[0] ?? null;
