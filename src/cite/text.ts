/** A value that broke over lines would be read as something else; and no space stands twice. */
export const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** Words with a full stop, unless they end in a mark of their own. */
export const sentence = (words: string): string => (/[.?!]["”’)]?$/.test(words) ? words : `${words}.`);

/** Whether words name an address already: it is not said twice. */
export const says = (words: string, url: string): boolean => words.includes(url.replace(/\/$/, ''));
