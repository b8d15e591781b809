import { expect, test } from 'vitest';
import { isDated, membersIn, type Group } from './group.ts';

const UNION: Group = {
  id: 'union',
  kind: 'political',
  title: 'Union',
  members: [
    ['AAA', '1958-01-01', null],
    ['BBB', '1973-01-01', '2020-01-31'],
    ['CCC', '2013-07-01', null],
    // Left and came back.
    ['DDD', '1963-05-25', '1984-11-12'],
    ['DDD', '2017-01-31', null],
  ],
};

test('members are those at the end of the year', () => {
  expect(membersIn(UNION, 2012)).toEqual(['AAA', 'BBB']);
  expect(membersIn(UNION, 2013)).toEqual(['AAA', 'BBB', 'CCC']);
  expect(membersIn(UNION, 2019)).toEqual(['AAA', 'BBB', 'CCC', 'DDD']);
  expect(membersIn(UNION, 2020)).toEqual(['AAA', 'CCC', 'DDD']);
  expect(membersIn(UNION, 1984)).toEqual(['AAA', 'BBB']);
});

test('a group without dates has its members in every year', () => {
  const region: Group = { id: 'm49-999', kind: 'region', title: 'Region', members: [['AAA'], ['BBB']] };
  expect(membersIn(region, 1990)).toEqual(['AAA', 'BBB']);
  expect(isDated(region)).toBe(false);
  expect(isDated(UNION)).toBe(true);
});
