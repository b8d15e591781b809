import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { heard, moreWords, nothingWords, offeredFor } from './offered.ts';

const command = (id: string, group: string, title = id): Command => ({
  id,
  group,
  title,
  run: () => undefined,
});
const many = (group: string, n: number) =>
  Array.from({ length: n }, (_, i) => command(`${group}-${i}`, group, `${group} ${i}`));
const ALL = [...many('Countries', 62), ...many('Layers', 4), command('tour', 'Actions', 'Start the tour')];
const shape = (text: string, recent: Command[] = [], composed: Command[] = []) => {
  const offered = offeredFor(text, ALL, recent, composed);
  return {
    ...offered,
    groups: offered.groups.map(({ title, found }) => [title, found.map((f) => f.command.id)] as const),
  };
};

describe('before anything is typed', () => {
  test('what was run lately comes first, once, and of each group the first', () => {
    const [a, b] = [ALL[3], ALL[63]] as [Command, Command];
    const { groups, total, more } = shape('', [b, a]);
    expect(groups).toEqual([
      ['Recent', ['Layers-1', 'Countries-3']],
      ['Countries', ['Countries-0', 'Countries-1', 'Countries-2', 'Countries-4', 'Countries-5']],
      ['Layers', ['Layers-0', 'Layers-2', 'Layers-3']],
      ['Actions', ['tour']],
    ]);
    expect([total, more]).toEqual([67, 67 - 11]);
  });

  test('without any there is no such heading; blanks are no text', () => {
    expect(shape('  ').groups.map(([title]) => title)).toEqual(['Countries', 'Layers', 'Actions']);
  });
});

describe('for a text', () => {
  test('at most fifty are shown, and the others are counted', () => {
    const { groups, total, more } = shape('countries');
    expect(groups[0]?.[1]).toHaveLength(50);
    expect([total, more]).toEqual([62, 12]);
    const offered = offeredFor('countries', ALL, [], []);
    expect(moreWords(offered)).toBe('and 12 more: type on to find them');
    expect(heard(offered)).toBe('62 results: 50 shown, and 12 more: type on to find them.');
  });

  test('composed ones come first, the group of the best next', () => {
    const { groups } = shape('tour', [], [command('c', 'Questions', 'anything')]);
    expect(groups).toEqual([
      ['Questions', ['c']],
      ['Actions', ['tour']],
    ]);
  });

  test('groups stand in the order of their best', () => {
    const commands = [command('a', 'Countries', 'Far students'), command('b', 'Layers', 'Students')];
    expect(offeredFor('stud', commands, [], []).groups.map(({ title }) => title)).toEqual([
      'Layers',
      'Countries',
    ]);
  });

  test('what is heard is in the right number', () => {
    expect(heard(offeredFor('tour', ALL, [], []))).toBe('1 result.');
    expect(heard(offeredFor('layers', ALL, [], []))).toBe('4 results.');
    expect(heard(offeredFor('zzz', ALL, [], []))).toBe('No results.');
    expect(moreWords(offeredFor('layers', ALL, [], []))).toBe('');
  });
});

test('where nothing is found, what can be is said', () => {
  expect(nothingWords(' zzz', ALL, null)).toBe(
    'Nothing is found for “zzz”. Here you can search countries (in six languages, or by their codes), layers and actions.',
  );
  expect(nothingWords('zzz', ALL, 'students India Germany')).toMatch(
    /; or write a question, such as “students India Germany”\.$/,
  );
});
