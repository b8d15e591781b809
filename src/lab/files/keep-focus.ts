/**
 * Puts new content in place of old and leaves the reader where they were: the focus at the control of the same name,
 * the cursor in its text, the table as far aside as it was.
 */
export function keepFocus(element: HTMLElement, content: readonly HTMLElement[]): void {
  const active = document.activeElement;
  const name = element.contains(active) ? active?.getAttribute('name') : null;
  const cursor = active instanceof HTMLInputElement && active.type === 'text' ? active.selectionStart : null;
  const aside = element.querySelector('[data-scroll]')?.scrollLeft ?? 0;
  element.replaceChildren(...content);
  const scrolled = element.querySelector('[data-scroll]');
  if (scrolled) scrolled.scrollLeft = aside;
  if (!name) return;
  const again = element.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
  again?.focus({ preventScroll: true });
  if (cursor !== null && again instanceof HTMLInputElement) again.setSelectionRange(cursor, cursor);
}
