/**
 * The text of `SHA256SUMS`, as `sha256sum` writes it and `sha256sum --check` reads it: digest, two spaces, path from the
 * folder; one line a file, sorted by path. A path with a backslash or a line's end is escaped and its line marked by a
 * backslash, as there.
 */
export const sha256Sums = (files: readonly { readonly path: string; readonly sha256: string }[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, sha256 }) => {
      const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
      return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
    .join('');
