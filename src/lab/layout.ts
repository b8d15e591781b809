/** How the parts of the lab are reached: tabs beside the editor, and F6 from part to part. */
export interface Layout {
  /** Shows a panel of those beside the editor. */
  show(panel: string): void;
}

/**
 * @param focus takes the focus to a part: the query, the result, or what stands beside
 * @param shown told of each panel that comes to sight, the first at once
 */
export function makeLayout(
  page: HTMLElement,
  focus: Readonly<Record<string, () => void>>,
  shown: (panel: string) => void,
): Layout {
  const tabs = [...page.querySelectorAll<HTMLElement>('[data-tab]')];
  const panels = [...page.querySelectorAll<HTMLElement>('[data-panel]')];

  function show(id: string): void {
    for (const panel of panels) panel.toggleAttribute('data-shown', panel.dataset['panel'] === id);
    for (const tab of tabs) {
      const isIt = tab.dataset['tab'] === id;
      tab.setAttribute('aria-selected', String(isIt));
      tab.tabIndex = isIt ? 0 : -1;
    }
    shown(id);
  }

  const bar = page.querySelector<HTMLElement>('[data-tabs]');
  bar?.setAttribute('role', 'tablist');
  bar?.removeAttribute('inert');
  for (const tab of tabs) {
    tab.setAttribute('role', 'tab');
    tab.removeAttribute('aria-current');
    tab.addEventListener('click', () => show(tab.dataset['tab'] ?? ''));
  }
  for (const panel of panels) {
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${panel.dataset['panel'] ?? ''}`);
  }
  bar?.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs.at((tabs.indexOf(event.target as HTMLElement) + step) % tabs.length);
    next?.focus();
    next?.click();
  });

  const parts = [...page.querySelectorAll<HTMLElement>('[data-pane]')];
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const here = parts.findIndex((part) => part.contains(event.target as Node));
    const next = parts.at((here + (event.shiftKey ? -1 : 1)) % parts.length);
    focus[next?.dataset['pane'] ?? '']?.();
  });

  show(panels.find((panel) => panel.hasAttribute('data-shown'))?.dataset['panel'] ?? 'tables');
  return { show };
}
