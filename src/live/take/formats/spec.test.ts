import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../../tests/support/atlas-fixture.ts';
import { RANKING, TREND } from '../../../../tests/support/rows-fixture.ts';
import { embedSearch } from '../../../embed/address.ts';
import { draw, settleView } from '../../../views/figure.ts';
import type { Asked, FieldName, State } from '../../../views/params.ts';
import { rankingView } from '../../../views/ranking/index.ts';
import { trendView } from '../../../views/trend/index.ts';
import type { Rows, View } from '../../../views/view.ts';
import { taken } from '../taken-fixture.ts';
import { takenOf } from '../taken-of.ts';
import { specOf } from './spec.ts';

/** A figure as a reader takes it: as JSON, and read again. */
function taking<F extends FieldName, R extends Rows>(view: View<F, R>, asked: Asked, rows: R) {
  const { state } = settleView(view, asked, ATLAS);
  const drawn = draw(view, state, rows, ATLAS, 'a');
  const at = { atlas: ATLAS, release: '2026-11-22', address: 'https://example.org/explore/', figure: null };
  const what = takenOf(drawn, state as Partial<State>, view.ties?.(rows, state, ATLAS) ?? null, at);
  const spec = specOf(what, {
    view: view.id,
    state: state as Partial<State>,
    search: embedSearch(view, state as Partial<State>, ATLAS),
    alt: drawn.words.alt,
    root: 'https://example.org/',
  });
  return { drawn, state, spec: JSON.parse(JSON.stringify(spec)) as typeof spec };
}

describe('the state in the JSON is the figure', () => {
  const each = [
    () => again(rankingView, { layer: 'papers', country: 'DEU', top: 3 }, RANKING),
    () => again(trendView, { layer: 'scholars', country: 'IND', partner: 'USA' }, TREND),
  ];
  test.each(each)('%#', (check) => {
    check();
  });
  function again<F extends FieldName, R extends Rows>(view: View<F, R>, asked: Asked, rows: R): void {
    const { drawn, state, spec } = taking(view, asked, rows);
    for (const asked of [spec.state, Object.fromEntries(new URLSearchParams(spec.search))] as Asked[]) {
      const settled = settleView(view, asked, ATLAS);
      expect([settled.state, settled.problems]).toEqual([state, []]);
      expect(draw(view, settled.state, rows, ATLAS, 'a')).toEqual(drawn);
    }
    expect(spec).toMatchObject({ view: view.id, title: drawn.words.title, alt: drawn.words.alt });
    expect(spec.embed).toBe(`https://example.org/embed/${view.id}/${spec.search ? `?${spec.search}` : ''}`);
  }
});

test('the columns say what they hold, and in what it is counted', () => {
  const of = { view: 'ranking', state: {}, search: '', alt: 'A picture.', root: 'https://example.org/' };
  const { columns, rows } = specOf(taken(), of);
  const column = (key: string) => columns.find((one) => one.key === key);
  expect(column('origin')).toEqual({ key: 'origin', label: 'Origin, code', type: 'code', unit: null });
  expect(column('count')).toMatchObject({ type: 'integer', unit: 'students' });
  expect(column('year')).toMatchObject({ type: 'year', unit: null });
  expect(rows[1]).toMatchObject({ low: 9.5, high: 0.3, flag: null });
});

test('a column of numbers that holds words is one of words', () => {
  const table = {
    caption: '',
    columns: [
      { key: 'country', label: 'Country' },
      { key: 'share', label: 'Share', numeric: true },
      { key: 'few', label: 'Few', numeric: true },
    ],
    rows: [
      { country: 'India', share: 0.5, few: 3 },
      { country: 'Nowhere', share: null, few: 'fewer than 3' },
    ],
  };
  const of = { view: 'choropleth', state: {}, search: '', alt: 'A map.', root: 'https://example.org/' };
  const { columns, rows } = specOf(taken({ ties: null, table }), of);
  expect(Object.fromEntries(columns.map(({ key, type }) => [key, type]))).toMatchObject({
    country: 'text',
    share: 'number',
    few: 'text',
  });
  expect(rows[1]).toMatchObject({ share: null, few: 'fewer than 3' });
});
