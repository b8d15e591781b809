import { textWidth } from './measure.ts';

/** As many whole words as there is room for, and then a sign that there were more; of a single long word, its letters. */
export function fit(words: string, room: number, size: number): string {
  if (textWidth(words, size) <= room) return words;
  const fits = (some: string): boolean => textWidth(`${some}…`, size) <= room;
  const parts = words.split(' ');
  for (let n = parts.length - 1; n > 0; n--) {
    const some = parts.slice(0, n).join(' ').replace(/[,(]$/, '');
    if (fits(some)) return `${some}…`;
  }
  let letters = words;
  while (letters.length > 1 && !fits(letters)) letters = letters.slice(0, -1);
  return `${letters}…`;
}
