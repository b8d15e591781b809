import { run } from './lib/errors.ts';
import { basePath, siteRoot } from './lib/hosts/site-root.ts';
import { writeSitemap } from './lib/hosts/sitemap.ts';
import { writeHostFiles } from './lib/hosts/write.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { LIMITS } from './lib/releases/limits.ts';

/**
 * Writes into the built site what hosts read: who may frame its pages, what is kept for how long, who may read the data;
 * and, where SITE_URL says where it will be, what search engines read.
 */
await run(async () => {
  const root = siteRoot();
  if (root) step(`hosts  ${await writeSitemap(PATHS.dist, root)} pages in sitemap.xml`);
  const { files, rules } = await writeHostFiles(PATHS.dist, basePath(root));
  step(`hosts  ${files} addresses; ${rules} rules in _headers; _redirects, .htaccess, hosts/nginx.conf`);
  if (files > LIMITS.files)
    step(
      `hosts  Some take ${LIMITS.files} files and no more: docs/deploy.md says which, docs/releases.md what to do.`,
    );
});
