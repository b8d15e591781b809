import { describe, expect, test } from 'vitest';
import { parsePajek } from './pajek.ts';

const GOOD = '\uFEFF% a comment \r\n*vertices 2 \r\n1 "NA"\r\n2 "ZA"\r\n*arcs\r\n1 1 3 \r\n1 2 5 \r\n';

test('byte-order mark, comments, carriage returns and trailing blanks are no content', () => {
  expect(parsePajek('w', GOOD)).toEqual({
    labels: ['NA', 'ZA'],
    arcs: [
      { from: 1, to: 1, value: 3 },
      { from: 1, to: 2, value: 5 },
    ],
  });
});

describe('what does not fit stops with the file and the line', () => {
  test.each([
    ['a vertex out of order', GOOD.replace('2 "ZA"', '3 "ZA"'), 'w, line 4: not a vertex: 3 "ZA"'],
    ['an arc to no vertex', GOOD.replace('1 2 5', '1 3 5'), 'w, line 7: not an arc: 1 3 5'],
    ['an arc that is cut', GOOD.replace('1 2 5 \r\n', '1 2'), 'w, line 7: not an arc: 1 2'],
    ['a fraction of a vertex', GOOD.replace('1 2 5', '1.5 2 5'), 'w, line 7: not an arc: 1.5 2 5'],
    ['a negative value', GOOD.replace('1 2 5', '1 2 -5'), 'w, line 7: not an arc: 1 2 -5'],
    ['another section', GOOD.replace('*arcs', '*edges'), 'w, line 5: an unknown section: *edges'],
    [
      'a line before any section',
      GOOD.replace('*vertices 2 \r\n', ''),
      'w, line 2: a line before any section: 1 "NA"',
    ],
    [
      'fewer vertices than promised',
      GOOD.replace('*vertices 2', '*vertices 3'),
      'w: 2 of 3 vertices and 2 arcs: the file is cut short. Fetch it again.',
    ],
    ['no arcs', GOOD.slice(0, GOOD.indexOf('1 1 3')), 'w: 2 of 2 vertices and 0 arcs: the file is cut short'],
    ['nothing at all', '', 'w: 0 of 0 vertices and 0 arcs: the file is cut short'],
  ])('%s', (_what, text, message) => {
    expect(() => parsePajek('w', text)).toThrow(message);
  });
});
