/** A sentence that sends the reader on to a table, at the end: on another page there may be none. */
const TO_TABLE = /(?:^|(?<=[.!?]) +)[^.!?]*\bin the table\.$/;

/** The text alternative of a picture that stands alone on another page: the figure's title first, and nothing about a table. */
export function altAlone(title: string, alt: string): string {
  const [head, words] = [title.trim(), alt.trim().replace(TO_TABLE, '')];
  if (!words || words.startsWith(head)) return words || head;
  return `${/[.!?]$/.test(head) ? head : `${head}.`} ${words}`;
}
