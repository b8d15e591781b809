/** The reader's choice of theme: kept in local storage, no cookie; "auto" keeps nothing. theme-early.js reads the same key. */
export const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'theme';

/** @param storage gives the store, which some browsers refuse to do at all */
export function readTheme(storage: () => Pick<Storage, 'getItem'>): Theme {
  try {
    const stored = storage().getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

/** Where storage is closed, the choice holds for this page. */
export function chooseTheme(
  theme: Theme,
  root: HTMLElement,
  storage: () => Pick<Storage, 'setItem' | 'removeItem'>,
): void {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'auto') storage().removeItem(KEY);
    else storage().setItem(KEY, theme);
  } catch {
    // Private windows of some browsers.
  }
}
