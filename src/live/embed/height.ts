/** What an embed says to the page around it. Part of the public contract: other people's listeners read it. */
export interface HeightMessage {
  readonly type: 'crosscurrents:height';
  /** CSS pixels. */
  readonly height: number;
}

/**
 * Tells the page around an embed its height, at once and whenever it changes. It is no secret, so any page may hear it; who listens must check the
 * origin and the frame it came from.
 */
export function tellHeight(): void {
  if (window.parent === window) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ type: 'crosscurrents:height', height } satisfies HeightMessage, '*');
  }).observe(document.documentElement);
}
