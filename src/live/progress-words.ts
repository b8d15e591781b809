import { count } from '../charts/format.ts';
import type { Progress } from '../engine/browser.ts';

/** What a figure waits for, in words: "Fetching the database … 3.1 of 7.2 MB". */
export function progressWords({ phase, name, loaded, total }: Progress): string {
  const what = phase === 'engine' ? 'the database' : `the table ${name}`;
  const megabytes = (bytes: number) => (bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return total > 0 && loaded >= total
    ? `Starting ${what} …`
    : `Fetching ${what} …${total ? ` ${megabytes(loaded)} of ${megabytes(total)} MB` : ` ${count(loaded)} bytes`}`;
}
