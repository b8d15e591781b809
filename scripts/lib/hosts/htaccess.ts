import type { BuiltSite } from './built-site.ts';
import { COMMON_TYPES, ERROR_PAGE, PACKED, type Headers, type HostRules, type Matter } from './rules.ts';

/**
 * `.htaccess` files for Apache 2.4, one in each folder that has rules of its own: they hold wherever the site lies on its host. Only the
 * address of the error page must be written from the host's root.
 * @returns folder → text
 */
export function htaccessFiles(
  rules: HostRules,
  { paths }: BuiltSite,
  base: string,
): ReadonlyMap<string, string> {
  const folders = new Set(rules.matters.flatMap((matter) => matter.map(({ folder }) => folder)));
  const there = [...folders].filter((folder) => paths.some((path) => path.startsWith(folder))).sort();
  return new Map(
    there.map((folder) => [
      folder,
      [
        folder === '' ? rootLines(rules, base) : [],
        section('mod_headers.c', headerLines(rules.matters, folder)),
        // A question before the answer needs none: only its headers count.
        rules.matters.some((matter) =>
          matter.some((rule) => rule.folder === folder && MAY_ASK in rule.headers),
        )
          ? section('mod_rewrite.c', [
              'RewriteEngine On',
              'RewriteCond %{REQUEST_METHOD} =OPTIONS',
              'RewriteRule ^ - [R=204,L]',
            ])
          : [],
      ]
        .flat()
        .map((line) => `${line}\n`)
        .join(''),
    ]),
  );
}
const MAY_ASK = 'Access-Control-Allow-Methods';

const rootLines = ({ types, moves }: HostRules, base: string): string[] => [
  `ErrorDocument 404 ${base}${ERROR_PAGE}`,
  // A folder without a page of its own.
  `ErrorDocument 403 ${base}${ERROR_PAGE}`,
  ...Object.entries({ ...COMMON_TYPES, ...types }).map(([ending, type]) => `AddType ${type} ${ending}`),
  // Else Apache says that such a file is only packed for the way, and browsers unpack it.
  'RemoveEncoding .gz',
  // Programs read text without a charset as Latin-1. By its whole name: a packed table has none.
  'AddDefaultCharset utf-8',
  '<FilesMatch "\\.(?:csv|css|js)$">',
  ...indented(['AddCharset utf-8 .csv .css .js']),
  '</FilesMatch>',
  // What was packed on its way has another tag, by which Apache does not know it again.
  ...section('mod_headers.c', [`RequestHeader edit* If-None-Match '-gzip"' '"'`]),
  ...section(
    'mod_deflate.c',
    section('mod_filter.c', [`AddOutputFilterByType DEFLATE text/html ${PACKED.join(' ')}`]),
  ),
  ...section(
    'mod_alias.c',
    moves.map(({ from, to }) => `RedirectMatch 302 "^(.*/)${from.replaceAll('.', '\\.')}$" "$1${to}"`),
  ),
];

/** What the rules of a folder say, where need be against those of the folders around it. */
const headerLines = (matters: readonly Matter[], folder: string): string[] =>
  matters.flatMap((matter) => {
    const all = new Set(matter.flatMap(({ headers }) => Object.keys(headers)));
    return matter
      .filter((rule) => rule.folder === folder)
      .flatMap(({ names, headers }) => {
        const lines = [...all].map((name) => headerLine(name, headers));
        return names ? [`<FilesMatch "${names.source}">`, ...indented(lines), '</FilesMatch>'] : lines;
      });
  });

/** What is not there is not to be kept: caching is said of what is found alone. */
function headerLine(name: string, headers: Headers): string {
  const when = name === 'Cache-Control' ? '' : 'always ';
  const value = headers[name];
  return value === undefined ? `Header ${when}unset ${name}` : `Header ${when}set ${name} "${value}"`;
}

const section = (module: string, lines: readonly string[]): string[] =>
  lines.length ? [`<IfModule ${module}>`, ...indented(lines), '</IfModule>'] : [];
const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
