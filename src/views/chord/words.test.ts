import { expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, tieRows } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import { chordView } from './index.ts';

/** More places than a circle has arcs. */
const CODES = [...ATLAS.withData, ...Array.from({ length: 15 }, (_, i) => `X${String(i).padStart(2, '0')}`)];
const COUNTS = CODES.filter((code) => code !== 'USA').map((code, i) => arc(code, 'USA', 100 - i));
const PLACES = new Map(
  CODES.map((iso3) => [
    iso3,
    ATLAS.places.get(iso3) ?? {
      iso3,
      short_name: iso3,
      in_text: iso3,
      region: null,
      anchor_lon: 0,
      anchor_lat: 0,
    },
  ]),
);
const MANY = { ...ATLAS, places: PLACES };
const values = COUNTS.map((row) => ({ ...row, value: row.count, low: null, high: null }));
const title = (asked: Asked) =>
  chordView.words(tieRows(COUNTS, { values }), settleView(chordView, asked, MANY).state, MANY).title;

test.each<[Asked, string]>([
  [{ layer: 'papers' }, 'Papers between countries (20 largest and all others), 2022'],
  [
    { layer: 'papers', country: 'USA' },
    'Papers among the United States, its 19 largest partners and all others, 2022',
  ],
  // What a net flow leaves has no arc.
  [{ layer: 'scholars', by: 'net_flow' }, 'Net flow: scholars between 20 countries, 2020'],
  [{ layer: 'papers', among: 'CHN.USA' }, 'Papers between China and the United States, 2022'],
])('the title of %o: %s', (asked, said) => {
  expect(title(asked)).toBe(said);
});
