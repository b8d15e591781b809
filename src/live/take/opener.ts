const FAILED = 'The list did not come: no connection, or it was blocked. Press again to try again.';

/** The button that opens the list of a place: the one that the page was built with, or a new one. */
export function openerIn(place: HTMLElement): HTMLButtonElement {
  const standing = place.querySelector<HTMLButtonElement>('.take-open');
  const button = standing ?? document.createElement('button');
  if (!standing) {
    button.type = 'button';
    button.className = 'take-open';
    button.textContent = 'Take it with you';
    place.append(button);
  }
  place.classList.add('take');
  button.disabled = false;
  button.setAttribute('aria-expanded', 'false');
  return button;
}

/** Brings the list when the button is first pressed. Where it does not come, words beside the button say so, and the next press tries again. */
export function bringAtPress(place: HTMLElement, bring: () => Promise<void>): void {
  const button = openerIn(place);
  button.addEventListener('click', function press() {
    if (place.ariaBusy === 'true') return;
    place.ariaBusy = 'true';
    place.querySelector('.take-failed')?.remove();
    bring()
      .then(() => button.removeEventListener('click', press))
      .catch(() => {
        const words = Object.assign(document.createElement('p'), {
          className: 'take-failed',
          textContent: FAILED,
        });
        words.setAttribute('role', 'status');
        place.append(words);
      })
      .finally(() => (place.ariaBusy = null));
  });
}
