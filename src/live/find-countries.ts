/** Narrows the list of countries to those whose name, in any of the six languages, holds what is typed. */
export function findCountries(page: Document): void {
  const box = page.querySelector<HTMLElement>('[data-find]');
  const input = box?.querySelector('input');
  const found = box?.querySelector<HTMLElement>('[data-found]');
  if (!box || !input || !found) return;
  const items = [...page.querySelectorAll<HTMLElement>('[data-names]')];
  const groups = [...page.querySelectorAll<HTMLElement>('[data-subregion], [data-region]')];
  input.addEventListener('input', () => {
    const wanted = plain(input.value.trim());
    let n = 0;
    for (const item of items) {
      item.hidden = wanted !== '' && !plain(item.dataset['names'] ?? '').includes(wanted);
      if (!item.hidden) n += 1;
    }
    for (const group of groups) group.hidden = group.querySelector('[data-names]:not([hidden])') === null;
    found.textContent = wanted === '' ? '' : n === 0 ? 'No country has that in its name.' : `${n} found`;
  });
}

/** Without case and accents: "turkiye" finds Türkiye. */
export const plain = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
