/** How long a script may keep the page from answering, in milliseconds: less than a frame. */
const PATIENCE_MS = 10;

/**
 * For long work in pieces: lets the page answer and draw between them, where the last pause is long enough ago.
 * Returns at once otherwise.
 */
export function breather(): () => Promise<boolean> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < PATIENCE_MS) return false;
    // A timer would wait for four milliseconds each time.
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    last = performance.now();
    return true;
  };
}
