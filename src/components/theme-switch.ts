import { chooseTheme, readTheme, THEMES } from './theme.ts';

/** The radio buttons are in the page; this gives them their effect. Until then they are hidden but hold their place. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    const current = readTheme(() => localStorage);
    for (const input of this.querySelectorAll('input')) {
      const theme = THEMES.find((name) => name === input.value);
      if (!theme) continue;
      input.checked = theme === current;
      input.addEventListener('change', () => {
        chooseTheme(theme, document.documentElement, () => localStorage);
      });
    }
  }
}

customElements.define('theme-switch', ThemeSwitch);
