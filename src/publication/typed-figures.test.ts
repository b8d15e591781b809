import { expect, test } from 'vitest';
import { cutSentences, typedFigures, typedInText } from './typed-figures.ts';

test.each([
  ['There were 6.8 million students.', ['6.8 million']],
  ['It grew by 12% and by 3 points.', ['12%', '3']],
  ['It more than doubled.', ['doubled']],
  ['A third of all papers, one in ten projects.', ['A third of', 'one in ten']],
  ['Three times as many.', ['Three times']],
])('%s', (words, typed) => {
  expect(typedFigures(words).map((one) => one.trim())).toEqual(typed);
});

test.each([
  'From 2013 to 2018, in 2013–2018 and since the 1990s.',
  'Horizon 2020 and FP7 count projects; the G20 does not.',
  'The 95% interval tells how sure we are.',
  'Two sources disagree, and both stand here.',
])('is prose: %s', (words) => {
  expect(typedFigures(words)).toEqual([]);
});

test('code, components, addresses and marks are no prose; lines are counted', () => {
  const text = `import X from './x2.astro';

1. See <Fig id="map-3" /> and [the table](/data/5/).[^2]
2. \`SELECT 42\` gives {n(3)}.

It was 7 times <N id="growth" />.

[^2]: A note.
\`\`\`sql
SELECT 12
\`\`\``;
  expect(typedInText(text)).toEqual([{ line: 6, typed: [expect.stringContaining('7')] }]);
});

test('a line that begins with a fact cuts its sentence, unless it begins a paragraph', () => {
  expect(cutSentences('They were\n<N id="a" /> of them.')).toEqual([2]);
  expect(cutSentences('They were\n\n<N id="a" /> of them.')).toEqual([3]);
  expect(cutSentences('They were many.\n\n<N id="a" /> of them left.\n')).toEqual([]);
  expect(cutSentences('## Who\n\n<N id="a" /> left.')).toEqual([]);
});
