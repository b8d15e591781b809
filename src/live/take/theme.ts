/** The colours of a picture: `light` whatever the page looks like, or as it is on the screen. */
export type TakenTheme = 'light' | 'screen';

/** Whether the page is dark now, by the reader's choice or by that of the system. */
export const isDark = (): boolean => getComputedStyle(document.documentElement).colorScheme.includes('dark');

/**
 * Reads something of the page in a theme. The page is given back before the browser draws it, so a reader sees nothing;
 * transitions are held, as they would show the way from one theme to the other.
 * @param read must not wait for anything
 */
export function inTheme<T>(theme: TakenTheme, read: () => T): T {
  if (theme === 'screen' || !isDark()) return read();
  const root = document.documentElement;
  const before = root.getAttribute('data-theme');
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets.push(still);
  root.setAttribute('data-theme', 'light');
  try {
    return read();
  } finally {
    if (before === null) root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', before);
    // The styles before are computed once without transitions, so that none starts from here.
    void getComputedStyle(root).color;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
  }
}
