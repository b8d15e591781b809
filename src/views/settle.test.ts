import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import { HOSTILE, hostileAsked, oneOf, random, randomState } from '../../tests/support/random.ts';
import { LAYER_IDS } from '../model/layer.ts';
import { ALL_VIEWS } from './index.ts';
import { indicatorOf } from './indicator-phrases.ts';
import { FIELDS, toSearch, type Asked, type FieldName, type State } from './params.ts';
import { settle } from './settle.ts';
import { TIE_FIELDS } from './ties/state.ts';

const ALL = Object.keys(FIELDS) as FieldName[];
const FLOW_FIELDS = ['layer', 'source', 'year', 'country', 'partner', 'direction', 'top'] as const;
/** Those of views of ties, and the partner. */
const TIES = [...TIE_FIELDS, 'partner', 'order'] as const;
const settled = (asked: Asked, defaults: Partial<State> = {}) => settle(FLOW_FIELDS, asked, defaults, ATLAS);

/** Whether a state is one that the release can answer. */
function expectToFit(state: Partial<State>, fields: readonly FieldName[]): void {
  expect(Object.keys(state).sort()).toEqual([...fields].sort());
  const { layer, source, year, country, partner, direction, top, measure, indicator, table, x, y } = state;
  const spans = fields.includes('measure')
    ? ATLAS.totals.filter((t) => t.measure === measure)
    : ATLAS.flows.filter((f) => f.layer === layer);
  if (layer !== undefined) expect(LAYER_IDS).toContain(layer);
  if (indicator !== undefined) {
    expect([...ATLAS.indicators.keys()]).toContain(indicator);
    if (layer !== undefined) expect(ATLAS.indicators.get(indicator)?.layers).toContain(layer);
  }
  if (measure !== undefined) expect(spans.length).toBeGreaterThan(0);
  if (source !== undefined) expect(spans.map((s) => s.source)).toContain(source);
  if (year !== undefined && source !== undefined) {
    const span = spans.find((s) => s.source === source);
    expect(Number.isInteger(year)).toBe(true);
    expect(year).toBeGreaterThanOrEqual(span?.first_year ?? Infinity);
    expect(year).toBeLessThanOrEqual(span?.last_year ?? -Infinity);
  }
  for (const place of [country, partner]) if (place != null) expect(ATLAS.withData.has(place)).toBe(true);
  if (partner != null) expect(partner).not.toBe(country);
  if (direction !== undefined) expect(['both', 'out', 'in']).toContain(direction);
  if (direction !== undefined && layer !== undefined && !ATLAS.layers.get(layer)?.directed)
    expect(direction).toBe('both');
  if (top !== undefined) expect(Number.isInteger(top) && top >= 1 && top <= 300).toBe(true);
  if (table !== undefined) expect(table).toMatch(/^[a-z_]{1,40}$/);
  for (const axis of [x, y])
    if (axis !== undefined) expect(ATLAS.indicators.get(axis)?.subject).toBe('country');
}

describe('settle', () => {
  test('nothing asked: the default layer, its default source and the year it shows first', () => {
    expect(settled({})).toEqual({
      state: {
        layer: 'papers',
        source: 'openalex-copublications',
        year: 2022,
        country: null,
        partner: null,
        direction: 'both',
        top: 60,
      },
      problems: [],
    });
  });

  test('what makes sense is kept as it was asked, text and number alike', () => {
    const asked = {
      layer: 'scholars',
      source: 'scholarly-migration/openalex',
      year: 2001,
      country: 'CHN',
      partner: 'USA',
      direction: 'in',
      top: 7,
    } as const;
    const text = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)]));
    expect(settled(asked)).toEqual({ state: asked, problems: [] });
    expect(settled(text)).toEqual({ state: asked, problems: [] });
  });

  test('codes in lower case are understood', () => {
    expect(settled({ country: 'chn', partner: 'uSa' })).toMatchObject({
      state: { country: 'CHN', partner: 'USA' },
      problems: [],
    });
  });

  test.each<[Asked, Partial<State>, RegExp]>([
    [
      { layer: 'patents' },
      { layer: 'papers' },
      /“patents” is no layer \(students, scholars, papers, projects\)/,
    ],
    [
      { source: 'cordis-h2020' },
      { source: 'openalex-copublications' },
      /source “cordis-h2020” does not have this/,
    ],
    [{ source: 'a b' }, { source: 'openalex-copublications' }, /“a b” is no source/],
    [{ year: '1989' }, { year: 2022 }, /nothing for 1989: this source has 1990 to 2023\. 2022 is shown/],
    [{ year: '99999' }, { year: 2022 }, /“99999” is no year/],
    [{ year: '2000.5' }, { year: 2022 }, /“2000\.5” is no year/],
    [{ year: NaN }, { year: 2022 }, /“NaN” is no year/],
    [{ country: 'XXX' }, { country: null }, /no country with the code XXX/],
    [{ country: 'HMD' }, { country: null }, /no data for Heard Island/],
    [{ country: 'WLD' }, { country: null }, /no country with the code WLD/],
    [{ country: 'Germany' }, { country: null }, /“Germany” is no country code \(three letters\)/],
    [
      { country: 'DEU', partner: 'DEU' },
      { country: 'DEU', partner: null },
      /Germany has no ties with itself/,
    ],
    [{ partner: 'DEU' }, { country: null, partner: null }, /Germany alone is no pair: choose a country/],
    [{ country: 'XXX', partner: 'XXX' }, { country: null, partner: null }, /no country with the code XXX/],
    [{ layer: 'students', direction: 'up' }, { direction: 'both' }, /“up” is no direction \(both, out, in\)/],
    [{ top: '-1' }, { top: 60 }, /“-1” is no number from 1 to 300/],
    [{ top: '0' }, { top: 60 }, /“0” is no number/],
    [{ top: '301' }, { top: 60 }, /“301” is no number/],
  ])('%o is put right and named', (asked, expected, problem) => {
    const { state, problems } = settled(asked);
    expect(state).toMatchObject(expected);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  test('a very long value is not repeated in full', () => {
    const [problem = ''] = settled({ layer: 'x'.repeat(5000) }).problems;
    expect(problem.length).toBeLessThan(200);
  });

  test('an undirected layer has no direction, and that is no problem of the reader', () => {
    expect(settled({ layer: 'papers', direction: 'in' })).toMatchObject({
      state: { direction: 'both' },
      problems: [],
    });
  });

  test('the year that stands without a choice is that of the chosen source', () => {
    const { state } = settled({ layer: 'scholars', source: 'scholarly-migration/openalex' });
    expect(state.year).toBe(2019);
  });

  test('a field that a view does not take is neither read nor answered', () => {
    expect(settle(['layer'], { layer: 'students', year: 'never', country: 'XXX' }, {}, ATLAS)).toEqual({
      state: { layer: 'students' },
      problems: [],
    });
  });

  test('a measure decides which sources and years there are', () => {
    const fields = ['measure', 'source', 'year'] as const;
    const at = (asked: Asked) => settle(fields, asked, { measure: 'balance' }, ATLAS);
    expect(at({}).state).toEqual({ measure: 'balance', source: 'uis-student-totals', year: 2022 });
    expect(at({ measure: 'in_rate', source: 'scholarly-migration/scopus', year: 1998 })).toEqual({
      state: { measure: 'in_rate', source: 'scholarly-migration/scopus', year: 1998 },
      problems: [],
    });
    expect(at({ measure: 'happiness' })).toMatchObject({
      state: { measure: 'balance' },
      problems: ['There is no measure “happiness”.'],
    });
  });

  describe('an indicator', () => {
    const fields = ['indicator', 'layer'] as const;
    const label = (id: string) => indicatorOf(id, ATLAS);
    const ofPairs = (asked: Asked) => settle(fields, asked, { indicator: 'affinity' }, ATLAS);

    test('that is known stands, in a layer in which it is defined', () => {
      expect(ofPairs({})).toEqual({ state: { indicator: 'affinity', layer: 'papers' }, problems: [] });
      expect(ofPairs({ indicator: 'affinity', layer: 'projects' })).toEqual({
        state: { indicator: 'affinity', layer: 'projects' },
        problems: [],
      });
    });

    test('of which a layer has none is shown in another, and that is said', () => {
      expect(ofPairs({ layer: 'students' })).toEqual({
        state: { indicator: 'affinity', layer: 'papers' },
        problems: ['“Probabilistic affinity” is not reckoned for students; another layer is shown.'],
      });
    });

    test('without the standard layer begins with its own first, which is no problem of the reader', () => {
      const scholarly = { ...label('affinity'), id: 'scholarly', layers: ['scholars', 'students'] as const };
      const atlas = { ...ATLAS, indicators: new Map([...ATLAS.indicators, ['scholarly', scholarly]]) };
      expect(settle(fields, { indicator: 'scholarly' }, { indicator: 'affinity' }, atlas)).toEqual({
        state: { indicator: 'scholarly', layer: 'scholars' },
        problems: [],
      });
    });

    test('that is not known, or is of countries where pairs are shown, is put right and named', () => {
      for (const indicator of ['happiness', 'effective_partners'])
        expect(ofPairs({ indicator })).toEqual({
          state: { indicator: 'affinity', layer: 'papers' },
          problems: [`There is no indicator “${indicator}” here; another is shown.`],
        });
    });

    test('binds no view that takes none: there every layer may be asked for', () => {
      expect(settle(['layer'], { layer: 'students' }, {}, ATLAS).problems).toEqual([]);
    });
  });

  describe('the axes of a scatter', () => {
    const STANDARD = { x: 'international_rate', y: 'top1_share' };
    const axes = (asked: Asked, defaults: Partial<State> = STANDARD) =>
      settle(['x', 'y'], asked, defaults, ATLAS);

    test('take indicators of countries', () => {
      expect(axes({ x: 'effective_partners' })).toEqual({
        state: { x: 'effective_partners', y: 'top1_share' },
        problems: [],
      });
    });

    test('that are unknown, or of pairs, are put right and named, each for itself', () => {
      expect(axes({ x: 'happiness', y: 'affinity' })).toEqual({
        state: STANDARD,
        problems: [
          'There is no indicator of countries “happiness”; another is shown.',
          'There is no indicator of countries “affinity”; another is shown.',
        ],
      });
      expect(axes({ x: 'constructor' }).state).toEqual(STANDARD);
    });

    test('without a standard, or with one that the release has not, are known ones still', () => {
      for (const defaults of [{}, { x: 'happiness', y: 'affinity' }]) {
        const { state, problems } = axes({}, defaults);
        expectToFit(state, ['x', 'y']);
        expect(problems).toEqual([]);
      }
    });
  });

  test('a table is taken by the form of its name, and the flows stand without a choice', () => {
    const at = (table?: string) => settle(['table'], { table }, {}, ATLAS);
    expect(at()).toEqual({ state: { table: 'flows' }, problems: [] });
    expect(at('country_context')).toEqual({ state: { table: 'country_context' }, problems: [] });
    for (const wrong of ['Flows', 'flows; --', 'x'.repeat(41)]) {
      const { state, problems } = at(wrong);
      expect(state).toEqual({ table: 'flows' });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/is no name of a table/);
    }
  });

  test("a view's own country and partner stand until another is asked; no reader is blamed for a default", () => {
    const pair = (asked: Asked) =>
      settle(['country', 'partner'], asked, { country: 'CHN', partner: 'USA' }, ATLAS);
    expect(pair({})).toEqual({ state: { country: 'CHN', partner: 'USA' }, problems: [] });
    expect(pair({ country: 'DEU' })).toEqual({ state: { country: 'DEU', partner: 'USA' }, problems: [] });
    expect(pair({ country: 'USA' })).toEqual({ state: { country: 'USA', partner: 'CHN' }, problems: [] });
    expect(pair({ partner: 'CHN' })).toEqual({ state: { country: 'USA', partner: 'CHN' }, problems: [] });
    expect(pair({ country: 'USA', partner: 'USA' })).toMatchObject({
      state: { country: 'USA', partner: 'CHN' },
      problems: ['United States has no ties with itself; choose another partner.'],
    });
  });

  describe.each(ALL)('%s', (name) => {
    test.each(HOSTILE)('%j does no harm', (value) => {
      for (const fields of [ALL, FLOW_FIELDS]) {
        const { state, problems } = settle(fields, { [name]: value }, {}, ATLAS);
        expectToFit(state, fields);
        for (const problem of problems) expect(problem.length).toBeLessThan(300);
      }
    });
  });

  test('500 hostile states never throw, and each gives one that fits the release', () => {
    const next = random(1);
    for (let i = 0; i < 500; i++) {
      const asked = hostileAsked(ATLAS, next);
      const { fields, defaults } = oneOf(
        [...ALL_VIEWS, { fields: ALL, defaults: {} }, { fields: FLOW_FIELDS, defaults: {} }],
        next,
      );
      const { state, problems } = settle(fields, asked, defaults, ATLAS);
      expectToFit(state, fields);
      expect(new Set(problems).size).toBe(problems.length);
      // What was put right once stays: settling is idempotent.
      expect(settle(fields, state, defaults, ATLAS)).toEqual({ state, problems: [] });
    }
  });
});

describe('ties', () => {
  const ties = (asked: Asked) => settle(TIES, asked, {}, ATLAS);

  test.each<[Asked, Partial<State>, RegExp]>([
    [{ layer: 'papers', by: 'preference' }, { by: 'count' }, /“Preference” is not reckoned for papers/],
    [{ by: 'weight' }, { by: 'count' }, /“weight” is no measure \(count, share/],
    [{ from: 2022 }, { from: null }, /^$/],
    [{ from: 2023 }, { from: null, year: 2022 }, /A range begins before it ends: 2022 alone/],
    [{ from: 1950 }, { from: 1990 }, /nothing before 1990/],
    [{ from: 2010, by: 'affinity' }, { from: null, by: 'affinity' }, /reckoned for single years/],
    [{ among: 'atlantis' }, { among: 'world' }, /no group “atlantis”/],
    [{ among: 'DEU.XXX.FRA' }, { among: 'DEU.FRA' }, /no data for XXX/],
    [{ among: 'FRA.DEU' }, { among: 'DEU.FRA' }, /^$/],
    [{ among: 'DEU.XXX' }, { among: 'world' }, /no data for XXX/],
    [{ among: 'DEU.DEU' }, { among: 'world' }, /two countries or more/],
    [{ against: '2022' }, { against: null }, /compared with itself/],
    [{ against: '1950' }, { against: null }, /nothing for 1950/],
    [{ against: '2010', from: 2000 }, { against: null, from: 2000 }, /range of years is not compared/],
    [{ against: 'DEU' }, { against: null }, /compared with another country: choose that first/],
    [{ country: 'DEU', against: 'DEU' }, { against: null }, /Germany compared with itself/],
    [{ country: 'DEU', against: 'HMD' }, { against: null }, /no data for HMD/],
    [{ against: 'papers' }, { against: null }, /layer compared with itself/],
    [{ against: 'nonsense' }, { against: null }, /nothing that this can be compared with/],
    [
      { layer: 'scholars', against: 'scholarly-migration/openalex' },
      { against: 'scholarly-migration/openalex' },
      /^$/,
    ],
    [{ min: '0' }, { min: 1 }, /“0” is no number from 1 on/],
    [{ ends: 'three' }, { ends: 'both' }, /“three” is no choice of ends/],
  ])('%o is put right and named', (asked, expected, problem) => {
    const { state, problems } = ties(asked);
    expect(state).toMatchObject(expected);
    expect(problems[0] ?? '').toMatch(problem);
  });

  test('a ratio brings a least count with it, and one side of a country', () => {
    expect(ties({ layer: 'papers', by: 'affinity' }).state.min).toBe(20);
    expect(ties({ layer: 'papers', by: 'affinity', min: 1 }).state.min).toBe(1);
    expect(ties({ layer: 'papers' }).state.min).toBe(1);
    expect(ties({ layer: 'scholars', country: 'DEU', by: 'preference' }).state.direction).toBe('out');
    expect(
      ties({ layer: 'scholars', country: 'DEU', by: 'preference', direction: 'in' }).state.direction,
    ).toBe('in');
    expect(ties({ layer: 'scholars', country: 'DEU', by: 'net_flow' }).state.direction).toBe('both');
  });
});

describe('toSearch', () => {
  test('only what differs from the standard, in the order of the vocabulary', () => {
    const standard = { layer: 'papers', year: 2022, top: 60 } as const;
    expect(toSearch({ top: 60, year: 2020, country: 'CHN', layer: 'papers' }, standard)).toBe(
      'year=2020&country=CHN',
    );
    expect(toSearch(standard, standard)).toBe('');
    expect(toSearch({ country: null }, {})).toBe('');
  });

  test('slashes of source ids stay readable', () => {
    expect(toSearch({ source: 'scholarly-migration/scopus' }, {})).toBe('source=scholarly-migration/scopus');
  });

  test('what it writes is read back as it was, whatever the text', () => {
    for (const value of HOSTILE) {
      const search = toSearch({ measure: value }, {});
      expect(search).toMatch(/^[\x21-\x7e]*$/);
      expect(new URLSearchParams(search).get('measure') ?? '').toBe(value.toWellFormed());
    }
  });

  test('random states come back', () => {
    const next = random(2);
    for (let i = 0; i < 300; i++) {
      const { state } = settle(TIES, randomState(ATLAS, next), {}, ATLAS);
      const asked = Object.fromEntries(new URLSearchParams(toSearch(state, {})));
      expect(settle(TIES, asked, {}, ATLAS)).toEqual({ state, problems: [] });
    }
  });
});
