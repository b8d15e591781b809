import type { Gestured, Move } from './gestures.ts';

/** Keys of the map, each with the button that does the same. Arrows without Shift walk over the marks. */
export const KEYS: Readonly<Record<string, Move>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '−': 'out',
  _: 'out',
  '0': 'reset',
  ArrowLeft: 'west',
  ArrowRight: 'east',
  ArrowUp: 'north',
  ArrowDown: 'south',
};

/** The move of a key; null for keys that are somebody else's. */
export function moveOf({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): Move | null {
  if (ctrlKey || metaKey || altKey || (key.startsWith('Arrow') && !shiftKey)) return null;
  return Object.hasOwn(KEYS, key) ? (KEYS[key] ?? null) : null;
}

/** Keys move the map while the focus is on a mark of it or on its buttons. */
export function zoomByKeys(figure: HTMLElement, map: Gestured): void {
  figure.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest('.picture, .map-tools')) return;
    // A list of choices takes letters and arrows itself.
    if (target.matches('select, input, textarea')) return;
    const move = moveOf(event);
    if (!move) return;
    event.preventDefault();
    map.move(move, 'key');
  });
}
