/**
 * Resolves when the next frame is on the screen, or soon where the page is not in sight and has no frames. The page hands a
 * frame over long before it is seen: one who goes to work at once takes the processor from those who colour it in.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, 150);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        setTimeout(resolve);
      }),
    );
  });
