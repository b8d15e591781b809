import { h } from './dom.ts';
import type { Problem } from './problem.ts';
import { NO_CHOICES, withChoices, type Choices } from './reading.ts';

/**
 * What stands in the way of a file, and the ways on. Problems without a choice are only told.
 * @param submit words of the button that goes on
 * @param decided given every problem's way together
 */
export function problemForm(
  problems: readonly Problem[],
  submit: string,
  decided: (change: Choices) => void,
): HTMLFormElement {
  const open = problems.filter(({ ways }) => ways.length > 0);
  const form = h(
    'form',
    { class: 'file-problems', tabindex: -1, 'aria-label': 'What stands in the way' },
    problems.map((problem, n) => problemPart(problem, n)),
    open.length > 0 && h('button', { type: 'submit' }, submit),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const changes = problems.flatMap(
      ({ ways }, n) => ways[Number(data.get(`problem-${n}`) ?? -1)]?.change ?? [],
    );
    // A choice that reshapes the columns ends those for columns, so it comes first.
    decided(
      changes
        .toSorted((a, b) => Number('columns' in a) - Number('columns' in b))
        .reduce<Choices>(withChoices, NO_CHOICES),
    );
  });
  return form;
}

function problemPart({ words, details, ways }: Problem, index: number): HTMLElement {
  const places =
    details.length > 0 &&
    h(
      'ul',
      { class: 'file-places' },
      details.map((line) => h('li', {}, line)),
    );
  if (!ways.length) return h('div', { class: 'file-problem' }, h('p', {}, words), places);
  return h(
    'fieldset',
    { class: 'file-problem' },
    h('legend', {}, words),
    places,
    ways.map(({ label }, n) =>
      h(
        'label',
        { class: 'file-tick' },
        h('input', { type: 'radio', name: `problem-${index}`, value: n, required: true }),
        h('span', {}, label),
      ),
    ),
  );
}
