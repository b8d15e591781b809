import { tie } from '../../charts/ego-fixture.ts';
import type { SourceLabel } from '../../model/atlas.ts';
import type { Place } from '../../model/country.ts';
import { LAYERS, type Layer, type LayerId } from '../../model/layer.ts';
import type { ShownTie } from '../../model/tie.ts';
import type { Taken } from './taken.ts';

/** A made-up state for tests, with names that break writers of files. */

const ROWS: readonly (readonly [iso3: string, name: string, lon: number, lat: number, inText?: string])[] = [
  ['CIV', 'Côte d’Ivoire', -5.28, 6.82],
  ['IND', 'India', 77.2, 28.6],
  ['NAM', 'Namibia', 17.1, -22.6],
  ['USA', 'United States', -77, 38.9, 'the United States'],
  // No country is called so, and a column of names may hold anything.
  ['XAA', '=HYPERLINK("https://example.org","A & B")', 0, 0],
  ['XAB', '-2+3 <b>, "quoted";\nsecond line', 1, 1],
  ['XAC', '@SUM(A1:A9)\u0007', 2, 2],
];

export const PLACES: ReadonlyMap<string, Place> = new Map(
  ROWS.map(([iso3, short_name, anchor_lon, anchor_lat, in_text = short_name]) => [
    iso3,
    { iso3, short_name, in_text, region: iso3 === 'IND' ? 'Asia' : null, anchor_lon, anchor_lat },
  ]),
);

export const sourceLabel = (id: string, more: Partial<SourceLabel> = {}): SourceLabel => ({
  id,
  short: id.toUpperCase(),
  tag: id,
  title: `The ${id} record`,
  publisher: `Publisher of ${id}`,
  licence: 'CC BY 4.0',
  share_alike: false,
  landing_page: null,
  citation: `Publisher of ${id} (2024). The ${id} record.`,
  retrieved: '2024-07-09',
  ...more,
});

export const layerOf = (id: LayerId): Layer => {
  const layer = LAYERS.find((one) => one.id === id);
  if (!layer) throw new Error(`No layer ${id}.`);
  return layer;
};

export const TIES: readonly ShownTie[] = [
  tie('IND', 'USA', 135_940, { flag: 'ep' }),
  tie('IND', 'XAA', 12, { low: 9.5, high: 0.1 + 0.2 }),
  tie('XAB', 'IND', 3),
  tie('USA', 'IND', 0, { value: -5 }),
];

export const taken = (more: Partial<Taken> = {}): Taken => ({
  title: 'Students from and in India, 2018',
  takeaway: null,
  coverage: 'No 2018 data from China.',
  notes: ['The other 190 partners: 12,400 students.'],
  table: { caption: '', columns: [], rows: [] },
  series: { layer: layerOf('students'), source: 'uis', years: [2018, 2018] },
  against: null,
  measure: 'count',
  scale: { title: 'Students', unit: 'students', kind: 'size', neutral: null, digits: 0 },
  ties: TIES,
  directed: true,
  scope: ['IND'],
  direction: 'both',
  figure: null,
  sources: [sourceLabel('uis', { licence: 'CC BY-SA 3.0 IGO', share_alike: true })],
  places: PLACES,
  release: '2026-11-22',
  address: 'https://example.org/explore/?layer=students&country=IND&year=2018',
  date: '2026-12-01',
  ...more,
});
