import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readBuiltSite } from './built-site.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { htaccessFiles } from './htaccess.ts';
import { nginxConf } from './nginx.ts';
import { hostRules } from './rules.ts';

/** Lies in the site so that it travels with it. */
const NGINX = 'hosts/nginx.conf';

/**
 * Writes what hosts read into a built site: `_headers` and `_redirects` (Netlify, Cloudflare Pages), `.htaccess` (Apache),
 * `hosts/nginx.conf`, and `.nojekyll` (GitHub Pages, which else leaves out `_astro/`).
 * @param base path of the site on its host, with a slash at both ends
 * @returns addresses of the site, and rules of `_headers`
 */
export async function writeHostFiles(
  dist: string,
  base: string,
): Promise<{ readonly files: number; readonly rules: number }> {
  const { paths, releases } = await readBuiltSite(dist);
  const site = { paths: [...new Set([...paths, NGINX])], releases };
  const rules = hostRules(releases);
  const headers = headersFile(rules, site, base);
  const files = [
    ['_headers', headers],
    ['_redirects', redirectsFile(rules, base)],
    [NGINX, nginxConf(rules, base)],
    ['.nojekyll', ''],
    ...[...htaccessFiles(rules, site, base)].map(([folder, text]) => [`${folder}.htaccess`, text] as const),
  ] as const;
  for (const [path, text] of files) {
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await writeFile(join(dist, path), text);
  }
  return { files: site.paths.length, rules: headers.match(/^\//gm)?.length ?? 0 };
}
