import { UserError } from '../errors.ts';

/**
 * Address of the root of the site with a slash at its end, as SITE_URL gives it at build; null where it is not known.
 * @throws {UserError} where it is no address of the web
 */
export function siteRoot(given = process.env['SITE_URL']): string | null {
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new UserError(
      `SITE_URL is ${given}: it must be the address of the site's root, such as https://example.org/atlas/.`,
    );
  return url.href.replace(/\/*$/, '/');
}

/** Path of the site on its host, with a slash at both ends. Where nothing is known it is the host's root. */
export const basePath = (root: string | null): string => (root === null ? '/' : new URL(root).pathname);
