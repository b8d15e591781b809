import { expect, test } from 'vitest';
import { altAlone } from './alt.ts';

test.each([
  [
    'Effective number of partners: Kenya, 1990–2023',
    'Lines through time: Kenya, 10.1 in 1990, 24.5 in 2022. All values are in the table.',
    'Effective number of partners: Kenya, 1990–2023. Lines through time: Kenya, 10.1 in 1990, 24.5 in 2022.',
  ],
  ['Who reports?', 'Grid. All hosts with their years are in the table.', 'Who reports? Grid.'],
  ['Both.', 'China 0.87. The 40 largest pairs are in the table.', 'Both. China 0.87.'],
  ['Nothing yet', 'All values are in the table.', 'Nothing yet'],
  ['Papers', 'Papers, as a map.', 'Papers, as a map.'],
  [
    'Rows',
    'The table of the 10.5 values in the table was left. Bars.',
    'Rows. The table of the 10.5 values in the table was left. Bars.',
  ],
])('of %s', (title, alt, alone) => {
  expect(altAlone(title, alt)).toBe(alone);
});
