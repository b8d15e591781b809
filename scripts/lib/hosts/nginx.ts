import {
  COMMON_TYPES,
  ERROR_PAGE,
  PACKED,
  type HostRules,
  type Matter,
  type Move,
  type Rule,
} from './rules.ts';

/**
 * The rules for nginx: to be included in its `http` block. Headers are set once, for the whole server, by maps of the address: `add_header`
 * in a `location` would drop those around it, and an empty value sends no header.
 * @param base path of the site on its host, with a slash at both ends
 */
export function nginxConf({ matters, types, moves }: HostRules, base: string): string {
  const set = matters.flatMap((matter) =>
    [...new Set(matter.flatMap(({ headers }) => Object.keys(headers)))].map((name) => ({
      name,
      matter,
      variable: `$crosscurrents_${name.toLowerCase().replaceAll('-', '_')}`,
    })),
  );
  return [
    '# Made by `npm run build` (scripts/hosts.ts): include it in the http block. Change server_name and root, and add TLS.',
    '# A warning that a type is a duplicate can be passed over: newer lists of types have some of these.',
    ...set.flatMap(({ name, matter, variable }) =>
      mapLines(matter, name, variable, base, name === 'Cache-Control' ? moves : []),
    ),
    'server {',
    '  listen 80;',
    '  server_name example.org;',
    `  # The folder that holds the site${base === '/' ? '' : ` as ${base.slice(1)}`}.`,
    '  root /srv/crosscurrents;',
    '  index index.html;',
    '  absolute_redirect off;',
    `  error_page 404 ${base}${ERROR_PAGE};`,
    // A folder without a page of its own.
    `  error_page 403 =404 ${base}${ERROR_PAGE};`,
    '  include mime.types;',
    '  types {',
    ...Object.entries({ ...COMMON_TYPES, ...types }).map(
      ([ending, type]) => `    ${type} ${ending.slice(1)};`,
    ),
    '  }',
    '  default_type text/plain;',
    '  charset utf-8;',
    `  charset_types ${IN_UTF_8.join(' ')};`,
    '  gzip on;',
    '  gzip_vary on;',
    `  gzip_types ${PACKED.join(' ')};`,
    // What is not there is not to be kept: caching is said of what is found alone.
    ...set.map(
      ({ name, variable }) => `  add_header ${name} ${variable}${name === 'Cache-Control' ? '' : ' always'};`,
    ),
    '  if ($request_method = OPTIONS) { return 204; }',
    ...moves.map(({ from, to }) => `  location = ${base}${from} { return 302 ${base}${to}; }`),
    '}',
    '',
  ].join('\n');
}

/** Programs read text without a charset as Latin-1. */
const IN_UTF_8 = PACKED.filter((type) => /^text\/|\/javascript$/.test(type));

/** The first pattern that an address matches decides, as in the rules; before them an address as a whole. */
const mapLines = (
  matter: Matter,
  name: string,
  variable: string,
  base: string,
  without: readonly Move[],
): string[] => [
  `map $uri ${variable} {`,
  ...without.map(({ from }) => `  "${base}${from}" "";`),
  ...matter.map((rule) => `  "~${patternOf(rule, base)}" "${rule.headers[name] ?? ''}";`),
  '}',
];

function patternOf({ folder, names }: Rule, base: string): string {
  const start = `^${(base + folder).replaceAll('.', '\\.')}`;
  if (!names) return start;
  const { source } = names;
  return source.startsWith('^') ? `${start}(?:.*/)?${source.slice(1)}` : `${start}.*${source}`;
}
