import { TakeError } from './taken.ts';

const coming = new Map<string, Promise<void>>();

/**
 * Brings a style sheet that pages do without until it is asked for.
 * @param href as Vite gives it: `import href from './some.css?url'`
 * @throws {TakeError} where it does not come; it may be asked for again
 */
export function bringStyle(href: string): Promise<void> {
  const before = coming.get(href);
  if (before) return before;
  const now = new Promise<void>((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      coming.delete(href);
      reject(
        new TakeError('What is needed for this did not come: no connection, or it was blocked. Try again.'),
      );
    });
    document.head.append(link);
  });
  coming.set(href, now);
  return now;
}
