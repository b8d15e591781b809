import type { Step } from './step.ts';

/** The four stops of the explorer. */
export function EXPLORER_STEPS(page: HTMLElement): Step[] {
  const find = (selector: string) => page.querySelector<HTMLElement>(selector);
  return [
    {
      target: () => find('[data-controls]'),
      title: 'Choose what is shown',
      words:
        'Pick a layer, a measure, a country and a year, and every picture follows. More filters hold the source, groups of countries, ranges of years, and what to compare with.',
    },
    {
      target: () => find('[data-parts]'),
      title: 'Put pictures side by side',
      words:
        'Each of these buttons shows or hides one picture of the same choice: map, ranking, trend, matrix and more. What you point at in one is lit in all the others.',
    },
    {
      target: () => pictureOf(page),
      title: 'Read the picture',
      words:
        'Point at a line or a country to read its number, and click or tap it to see what you can do with it. By keyboard, take the button before the picture: arrow keys walk along its marks, and Enter opens one.',
    },
    {
      target: () => find('[data-take]'),
      title: 'Take it with you',
      words:
        'Copy a sentence with its source, or save the picture, the table or the network. The address of the page holds all that you chose: send it, and others see what you see.',
    },
  ];
}

/** The picture of the map, or the first in sight where the map is put away. */
function pictureOf(page: HTMLElement): HTMLElement | null {
  const pictures = [...page.querySelectorAll<HTMLElement>('#map .picture, .figure .picture')];
  return pictures.find((picture) => picture.getBoundingClientRect().height > 0) ?? null;
}
