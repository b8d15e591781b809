import { freshId, make } from '../../components/grid/dom.ts';

/** One of the ways to look at a result. */
export interface Tab {
  readonly name: string;
  readonly panel: HTMLElement;
}

/** Tabs after the ARIA pattern: arrows move and choose, Tab goes on into the panel. Returns the list of tabs, and a way to choose. */
export function tabs(
  label: string,
  all: readonly Tab[],
  onChoose: (index: number) => void,
): { list: HTMLElement; choose: (index: number) => void } {
  const list = make('div', { className: 'result-tabs' }, { role: 'tablist', 'aria-label': label });
  const buttons = all.map(({ name, panel }, index) => {
    panel.id ||= freshId('result-panel');
    const button = make(
      'button',
      { type: 'button', textContent: name, id: freshId('result-tab') },
      { role: 'tab', 'aria-controls': panel.id },
    );
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', button.id);
    button.addEventListener('click', () => choose(index));
    return button;
  });
  list.append(...buttons);
  list.addEventListener('keydown', (event) => {
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || now < 0) return;
    event.preventDefault();
    const index = (to + buttons.length) % buttons.length;
    choose(index);
    buttons[index]?.focus();
  });
  const choose = (index: number): void => {
    buttons.forEach((button, n) => {
      button.setAttribute('aria-selected', String(n === index));
      button.tabIndex = n === index ? 0 : -1;
    });
    all.forEach(({ panel }, n) => (panel.hidden = n !== index));
    onChoose(index);
  };
  return { list, choose };
}

export const button = (words: string, onClick: () => void): HTMLButtonElement => {
  const element = make('button', { type: 'button', textContent: words });
  element.addEventListener('click', onClick);
  return element;
};
