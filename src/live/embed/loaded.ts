/**
 * Resolves when the page has loaded, with its style sheets. Scripts of modules do not wait for these, and a page that is measured before is
 * laid out without them.
 */
export const loaded = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve(null);
    else addEventListener('load', resolve, { once: true });
  });
