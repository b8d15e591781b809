import { againButton } from './again-button.ts';

/**
 * Writes into the line above a figure what it waits for or why it did not come; null takes the line away.
 * @param figure what a reader who asks again stays at, as the button goes
 */
export function say(
  status: HTMLElement,
  figure: HTMLElement,
  words: string | null,
  retry?: () => void,
): void {
  if (words === null && status.hidden) return;
  status.replaceChildren();
  status.hidden = words === null;
  status.classList.toggle('failed', retry !== undefined);
  if (words === null) return;
  status.append(words);
  if (!retry) return;
  const stay = (): HTMLElement => {
    figure.tabIndex = -1;
    return figure;
  };
  status.append(' ', againButton(stay, retry));
}
