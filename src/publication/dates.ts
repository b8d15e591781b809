/** A day as machines read it: "2026-11-22". */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** A day as readers do: "22 November 2026". */
export const longDay = (date: Date): string =>
  date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
