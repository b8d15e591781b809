import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBuiltSite } from './built-site.ts';

/** As many may stand in one file, by the protocol (sitemaps.org). */
const MOST = 50_000;

/**
 * Writes `sitemap.xml` into a site that was built with SITE_URL, and names it in `robots.txt`: every page that calls itself the first of its
 * kind (`rel="canonical"`) and asks not to be left out of search results.
 * @param root address of the site with a slash at its end
 * @returns pages that stand in it
 */
export async function writeSitemap(dist: string, root: string): Promise<number> {
  const { paths } = await readBuiltSite(dist);
  const pages: string[] = [];
  for (const path of paths.filter((one) => one === '' || (one.endsWith('/') && !one.startsWith('embed/')))) {
    const html = await readFile(join(dist, path, 'index.html'), 'utf8');
    const head = html.slice(0, html.indexOf('</head>'));
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(head)?.[1];
    if (canonical && !/<meta name="robots" content="noindex"/.test(head)) pages.push(canonical);
  }
  if (pages.length > MOST)
    throw new Error(`A sitemap takes ${MOST} pages, and the site has ${pages.length}.`);
  const urls = pages.sort().map((page) => `  <url><loc>${page}</loc></url>\n`);
  await writeFile(
    join(dist, 'sitemap.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`,
  );
  const robots = join(dist, 'robots.txt');
  const asked = (await readFile(robots, 'utf8')).replace(/^Sitemap: .*\n/gm, '');
  await writeFile(robots, `${asked}Sitemap: ${root}sitemap.xml\n`);
  return pages.length;
}
