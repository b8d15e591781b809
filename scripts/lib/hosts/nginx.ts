import { ERROR_PAGE, type HostRules, type Matter, type Rule } from './rules.ts';

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
    ...set.flatMap(({ name, matter, variable }) => mapLines(matter, name, variable, base)),
    'server {',
    '  listen 80;',
    '  server_name example.org;',
    `  # The folder that holds the site${base === '/' ? '' : ` as ${base.slice(1)}`}.`,
    '  root /srv/crosscurrents;',
    '  index index.html;',
    '  absolute_redirect off;',
    `  error_page 404 ${base}${ERROR_PAGE};`,
    '  include mime.types;',
    '  types {',
    ...Object.entries(types).map(([ending, type]) => `    ${type} ${ending.slice(1)};`),
    '  }',
    '  default_type text/plain;',
    '  gzip on;',
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

const PACKED = [
  'text/css',
  'text/csv',
  'text/plain',
  'text/javascript',
  'application/javascript',
  'application/json',
  'application/ld+json',
  'application/wasm',
  'image/svg+xml',
];

/** The first pattern that an address matches decides, as in the rules. */
const mapLines = (matter: Matter, name: string, variable: string, base: string): string[] => [
  `map $uri ${variable} {`,
  ...matter.map((rule) => `  "~${patternOf(rule, base)}" "${rule.headers[name] ?? ''}";`),
  '}',
];

function patternOf({ folder, names }: Rule, base: string): string {
  const start = `^${(base + folder).replaceAll('.', '\\.')}`;
  if (!names) return start;
  const { source } = names;
  return source.startsWith('^') ? `${start}(?:.*/)?${source.slice(1)}` : `${start}.*${source}`;
}
