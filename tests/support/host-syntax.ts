/**
 * What hosts read, read as they do: each resolves the headers of an address from a file of its syntax. Written from the hosts' documentation
 * and, for `_headers`, from the matchers that their own tools have; nothing of scripts/lib/hosts is used.
 */
export type Resolved = Readonly<Record<string, string>>;

interface Block {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The blocks of a `_headers` file. */
export function readHeadersFile(text: string): readonly Block[] {
  const blocks: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    if (line.startsWith('/')) {
      blocks.push({ pattern: line.trim(), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    const last = blocks.at(-1);
    if (!name || !value || !last) throw new Error(`_headers: not understood: ${line}`);
    last.headers.push([name, value]);
  }
  return blocks;
}

const escape = (text: string): string => text.replace(/[-/\\^$*+?.()|[\]{}]/g, '\\$&');

/** Cloudflare Pages: a `*` takes anything, every match counts, and values of one name are joined. */
export const cloudflarePattern = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map(escape).join('(.*)')}$`);

/** Netlify: part by part between slashes, in any case of letters. */
export function netlifyPattern(pattern: string): RegExp {
  const parts = pattern.split('/').filter(Boolean);
  if (!parts.length) return /^\/$/;
  let source = '^';
  for (const part of parts)
    if (part === '*') source = source === '^' ? '^/?(.*)/?' : `${source.replace(/[/?]+$/, '')}(?:|/|/(.*)/?)`;
    else if (part.includes('*')) source += `/${part.replaceAll('*', '(.*)')}`;
    else source += `/${escape(part)}/?`;
  return new RegExp(`${source}$`, 'i');
}

/** Headers of an address (`/embed/ranking/ken/`) by a `_headers` file. A name that comes twice shows as joined: that is never meant. */
export function fromHeadersFile(
  blocks: readonly Block[],
  matcher: (pattern: string) => RegExp,
): (address: string) => Resolved {
  const rules = blocks.map(({ pattern, headers }) => ({ matches: matcher(pattern), headers }));
  return (address) => {
    const found: Record<string, string> = {};
    for (const { matches, headers } of rules)
      if (matches.test(address))
        for (const [name, value] of headers) found[name] = name in found ? `${found[name]}, ${value}` : value;
    return found;
  };
}

/**
 * Apache: `.htaccess` files from the root down, then what they say of files by name, whatever folder they stand in. Modules are all there.
 * @param read text of the `.htaccess` of a folder (`''`, `embed/`); null where it has none
 * @returns headers of a path from the site's root; for what is missing, those that the error page is sent with
 */
export function fromHtaccess(
  read: (folder: string) => string | null,
): (path: string, found?: boolean) => Resolved {
  const resolve = (path: string, found: boolean): Resolved => {
    const headers = new Map<string, string>();
    const types: Record<string, string> = {};
    const byName: string[] = [];
    const name = path.endsWith('/') || path === '' ? 'index.html' : path.slice(path.lastIndexOf('/') + 1);
    const header = (line: string): void => {
      const [, always, what, key = '', value = ''] =
        /^Header (always )?(set|unset) ([\w-]+)(?: "([^"]*)")?$/.exec(line) ?? [];
      if (!what) throw new Error(`.htaccess: not understood: ${line}`);
      if (what === 'unset') headers.delete(key);
      else if (always || found) headers.set(key, value);
    };
    for (const folder of foldersOf(path)) {
      let section: RegExp | null = null;
      for (const line of (read(folder) ?? '').split('\n').map((one) => one.trim())) {
        const [, names] = /^<FilesMatch "(.+)">$/.exec(line) ?? [];
        const [, type = '', ending] = /^AddType (\S+) (\.\w+)$/.exec(line) ?? [];
        if (names) section = new RegExp(names);
        else if (line === '</FilesMatch>') section = null;
        else if (ending) types[ending] = type;
        else if (!line.startsWith('Header ')) continue;
        else if (section === null) header(line);
        else if (section.test(name)) byName.push(line);
      }
    }
    byName.forEach(header);
    const type = types[/\.\w+$/.exec(name)?.[0] ?? ''];
    if (type) headers.set('Content-Type', type);
    return Object.fromEntries(headers);
  };
  return (path, found = true) => (found ? resolve(path, true) : resolve('404.html', false));
}

/** `a/b/c.json` → '', `a/`, `a/b/`. */
const foldersOf = (path: string): readonly string[] => {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, i) => `${parts.slice(0, i + 1).join('/')}/`)];
};

/**
 * nginx: maps of the address whose first pattern decides, and headers of the whole server.
 * @returns headers of an address; for what is missing, those that the error page is sent with
 */
export function fromNginx(conf: string): (address: string, found?: boolean) => Resolved {
  const maps = new Map<string, readonly (readonly [RegExp, string])[]>();
  for (const [, variable = '', body = ''] of conf.matchAll(/^map \$uri (\$\w+) \{\n([\s\S]*?)^\}/gm))
    maps.set(
      variable,
      [...body.matchAll(/^ {2}"~(.*)" "(.*)";$/gm)].map(
        ([, pattern = '', value = '']) => [new RegExp(pattern), value] as const,
      ),
    );
  const types = Object.fromEntries(
    [...(/^ {2}types \{\n([\s\S]*?)^ {2}\}/m.exec(conf)?.[1] ?? '').matchAll(/(\S+) (\w+);/g)].map(
      ([, type = '', ending = '']) => [ending, type],
    ),
  );
  const added = [...conf.matchAll(/^ {2}add_header ([\w-]+) (\$\w+)( always)?;$/gm)];
  const error = /^ {2}error_page 404 (\S+);$/m.exec(conf)?.[1] ?? '';
  if (!maps.size || !added.length || !error) throw new Error('nginx.conf: not understood.');
  return (address, found = true) => {
    const uri = found ? address.replace(/\/$/, '/index.html') : error;
    const headers: Record<string, string> = {};
    for (const [, name = '', variable = '', always] of added) {
      const value = maps.get(variable)?.find(([pattern]) => pattern.test(uri))?.[1] ?? '';
      if (value && (found || always)) headers[name] = value;
    }
    const type = types[/\.(\w+)$/.exec(uri)?.[1] ?? ''];
    return type ? { ...headers, 'Content-Type': type } : headers;
  };
}
