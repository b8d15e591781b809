/** What a page may say of the looks of an embed. */
export interface Looks {
  readonly theme: string | null;
  readonly plain: boolean;
}

/**
 * The address that a frame is given; null where an author's address is refused: it must lie in the folder that this script came from,
 * or below an `/embed/` folder of an origin that the page names.
 * @param src as the author wrote it
 * @param folder the script's own, `https://host/embed/`
 * @param origin another origin that the page trusts, `https://mirror.example`
 * @param page what an address without a host is relative to
 */
export function figureAddress(
  src: string | null,
  {
    folder,
    origin,
    page,
  }: { readonly folder: string; readonly origin: string | null; readonly page: string },
  { theme, plain }: Looks,
): URL | null {
  if (!src || !URL.canParse(src, page)) return null;
  const url = new URL(src, page);
  const named = origin !== null && /^https?:$/.test(url.protocol) && url.origin === origin;
  // Of one that holds a password, the browser's own form would hide the host that is meant.
  if (url.username || url.password) return null;
  if (!url.href.startsWith(folder) && !(named && url.pathname.includes('/embed/'))) return null;
  if (theme === 'light' || theme === 'dark') url.searchParams.set('theme', theme);
  if (plain) url.searchParams.set('plain', '1');
  return url;
}
