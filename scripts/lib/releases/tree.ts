/** The files of a frozen release as they will be served: path below its root → bytes. */
export type Tree = ReadonlyMap<string, Buffer>;

/** Whether a path, with or without a slash at its end, is a page or a file of a tree. */
export const holds = (tree: { has(path: string): boolean }, path: string): boolean =>
  tree.has(path) || tree.has(pageOf(path));

/** The file behind an address: `ranking/ken/` → `ranking/ken/index.html`. */
export const pageOf = (path: string): string =>
  path === '' || path.endsWith('/') ? `${path}index.html` : path;
