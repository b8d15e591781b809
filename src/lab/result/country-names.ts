import type { BrowserEngine } from '../../engine/browser.ts';

/** Names of countries by their codes, asked of the engine once. Without an answer charts write the codes. */
export function countryNames(
  engine: () => Promise<BrowserEngine>,
): () => Promise<ReadonlyMap<string, string>> {
  let names: Promise<ReadonlyMap<string, string>> | null = null;
  return () => {
    names ??= engine()
      .then((running) =>
        running.query<{ iso3: string; short_name: string }>(
          'SELECT iso3, short_name FROM countries',
          {},
          { needs: ['countries'] },
        ),
      )
      .then((rows) => new Map(rows.map(({ iso3, short_name }) => [iso3, short_name])))
      .catch(() => {
        names = null;
        return new Map<string, string>();
      });
    return names;
  };
}
