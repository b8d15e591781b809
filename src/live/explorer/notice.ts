import { againButton } from '../again-button.ts';

/** Lines above the figures; none hides them. */
export function tell(notice: HTMLElement, lines: readonly string[], retry?: () => void): void {
  if (!lines.length && notice.hidden) return;
  notice.replaceChildren(
    ...lines.map((line) => {
      const p = document.createElement('p');
      p.textContent = line;
      return p;
    }),
  );
  notice.hidden = lines.length === 0;
  if (retry) notice.append(againButton(() => document.getElementById('main'), retry));
}
