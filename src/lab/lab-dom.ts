/** The element that the page was built with. @throws {Error} that names what is missing */
export function need(parent: ParentNode, selector: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** An element with nothing but words in it. */
export function textElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  words: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}

export function button(words: string, press?: () => void): HTMLButtonElement {
  const element = textElement('button', words);
  element.type = 'button';
  if (press) element.addEventListener('click', press);
  return element;
}
