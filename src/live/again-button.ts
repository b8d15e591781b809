/** A button that asks again, once. It goes with the asking, so the reader who pressed it is left at a place that stays. */
export function againButton(stay: () => HTMLElement | null, again: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener(
    'click',
    () => {
      stay()?.focus({ preventScroll: true });
      again();
    },
    { once: true },
  );
  return button;
}
