/** One stop of a tour. */
export interface Step {
  /** What it is about; null, or an element that takes no room, where the page does not show it now. */
  readonly target: () => HTMLElement | null;
  readonly title: string;
  readonly words: string;
}

/** The target of a step where it can be seen. */
export function inSight({ target }: Step): HTMLElement | null {
  const found = target();
  if (!found) return null;
  const { width, height } = found.getBoundingClientRect();
  return width > 0 && height > 0 ? found : null;
}
