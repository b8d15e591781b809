import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { between, random } from '../../../tests/support/random.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

const S = 'scholarly-migration/scopus';
const O = 'scholarly-migration/openalex';
type Totals = Readonly<{ r?: number; i?: number; o?: number; flags?: readonly (string | null)[] }>;

/** Rows of `totals`: researchers, moves in and moves out of a country. */
const totalsOf = (country: string, source: string, year: number, { r, i, o, flags = [] }: Totals) =>
  (
    [
      ['researchers', r],
      ['scholars_in', i],
      ['scholars_out', o],
    ] as const
  ).flatMap(([measure, value], n) =>
    value === undefined ? [] : [{ country, measure, source, year, value, flag: flags[n] ?? null }],
  );

interface Row {
  indicator: string;
  value: number;
  low: number;
  high: number;
  flag: string | null;
}
type Found = Readonly<Record<string, Row>>;
/** Indicators of scholars by id, for each country, source and year: all in one query. */
async function indicatorsOf(
  db: Session,
): Promise<(country: string, source?: string, year?: number) => Found> {
  const rows = await db.all<Row & { place: string }>(
    `SELECT concat_ws(' ', country, source, year) AS place, indicator, value, low, high, flag
     FROM country_indicators WHERE layer = 'scholars'`,
  );
  const by = Map.groupBy(rows, ({ place }) => place);
  return (country, source = S, year = 2010) =>
    Object.fromEntries(
      (by.get(`${country} ${source} ${year}`) ?? []).map(({ indicator, value, low, high, flag }) => [
        indicator,
        { indicator, value, low, high, flag },
      ]),
    );
}

describe('by hand', () => {
  let db: Session;
  let of: Awaited<ReturnType<typeof indicatorsOf>>;
  beforeAll(async () => {
    db = await smallRelease({
      totals: [
        ...totalsOf('AAA', S, 2010, { r: 2000, i: 30, o: 10 }),
        ...totalsOf('AAA', O, 2010, { r: 4000, i: 30, o: 50, flags: ['u', 'p'] }),
        ...totalsOf('BBB', S, 2010, { r: 99, i: 3, o: 1 }),
        ...totalsOf('BBB', S, 2011, { r: 100, i: 3, o: 1 }),
        ...totalsOf('CCC', S, 2010, { r: 500, i: 0, o: 0 }),
        ...totalsOf('DDD', S, 2010, { r: 500, i: 5 }),
        ...totalsOf('EEE', S, 2010, { i: 5, o: 5 }),
        ...totalsOf('WLD', S, 2010, { r: 9000, i: 50, o: 50 }),
      ],
    });
    of = await indicatorsOf(db);
  });
  afterAll(() => db.close());

  test('30 in, 10 out, 2,000 researchers', () => {
    const { in_rate, out_rate, net_rate, turnover, circulation, balance } = of('AAA');
    expect(in_rate?.value).toBe(15);
    expect(out_rate?.value).toBe(5);
    expect(net_rate?.value).toBe(10);
    expect(turnover?.value).toBe(20);
    expect(circulation?.value).toBe(0.5);
    expect(balance?.value).toBe(0.5);
  });

  test('limits of a rate are those of the count: Garwood has 20.24 to 42.83 for 30, mid-P lies within', () => {
    const { in_rate } = of('AAA');
    expect(in_rate?.low).toBeGreaterThan(20.24 / 2);
    expect(in_rate?.low).toBeLessThan(21 / 2);
    expect(in_rate?.high).toBeGreaterThan(42 / 2);
    expect(in_rate?.high).toBeLessThan(42.83 / 2);
  });

  test('turnover has the limits of a count of 40: Garwood has 28.58 to 54.47', () => {
    const { turnover } = of('AAA');
    expect(turnover?.low).toBeGreaterThan(28.58 / 2);
    expect(turnover?.low).toBeLessThan(29.3 / 2);
    expect(turnover?.high).toBeGreaterThan(53.7 / 2);
    expect(turnover?.high).toBeLessThan(54.47 / 2);
  });

  test('30 of 40: Wilson has 0.598060 to 0.858129, so the balance 0.196121 to 0.716258', () => {
    const { circulation, balance } = of('AAA');
    expect(balance?.low).toBeCloseTo(0.196121, 5);
    expect(balance?.high).toBeCloseTo(0.716258, 5);
    // All of it lies above nil, so the circulation falls from one limit to the other.
    expect(circulation?.low).toBeCloseTo(1 - 0.716258, 5);
    expect(circulation?.high).toBeCloseTo(1 - 0.196121, 5);
  });

  test('bases stand apart, each with its own researchers; flags of the inputs are joined', () => {
    const { in_rate, net_rate, balance } = of('AAA', O);
    expect([in_rate?.value, net_rate?.value, balance?.value]).toEqual([7.5, -5, -0.25]);
    expect(in_rate?.flag).toBe('pu');
  });

  test('ninety-nine researchers have no rate, a hundred have', () => {
    expect(of('BBB')).toEqual({});
    expect(of('BBB', S, 2011)['in_rate']?.value).toBe(30);
  });

  test('without moves the rates are zero with an upper limit, and nothing circulates', () => {
    const found = of('CCC');
    expect(Object.keys(found).sort()).toEqual(['in_rate', 'net_rate', 'out_rate', 'turnover']);
    expect(found['in_rate']).toMatchObject({ value: 0, low: 0 });
    // The upper limit of none is about three events, of 500 researchers.
    expect(found['in_rate']?.high).toBeCloseTo(6, 0);
    expect(found['net_rate']).toMatchObject({ value: 0 });
    expect(found['net_rate']?.low).toBeCloseTo(-(found['in_rate']?.high ?? 0), 5);
  });

  test('moves out that are missing are not zero; without researchers there is no rate; the world is no country', () => {
    expect(Object.keys(of('DDD'))).toEqual(['in_rate']);
    expect(of('EEE')).toEqual({});
    expect(of('WLD')).toEqual({});
  });
});

describe('of random countries', () => {
  const next = random(20);
  const countries = Array.from({ length: 60 }, (_, n) => ({
    code: `X${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`,
    r: between(100, 5000, next),
    i: between(0, n < 30 ? 8 : 400, next),
    o: between(0, n < 30 ? 8 : 400, next),
  }));
  let db: Session;
  let of: Awaited<ReturnType<typeof indicatorsOf>>;
  beforeAll(async () => {
    db = await smallRelease({
      totals: countries.flatMap(({ code, r, i, o }) => [
        ...totalsOf(code, 'plain', 2010, { r, i, o }),
        ...totalsOf(code, 'turned', 2010, { r, i: o, o: i }),
        ...totalsOf(code, 'diluted', 2010, { r: 4 * r, i, o }),
      ]),
    });
    of = await indicatorsOf(db);
  });
  afterAll(() => db.close());
  const close = (a: number | undefined, b: number | undefined) =>
    expect(Math.abs((a ?? NaN) - (b ?? NaN))).toBeLessThan(1e-5);

  test('every value lies within its limits and its bounds', () => {
    for (const { code } of countries)
      for (const { indicator, value, low, high } of Object.values(of(code, 'plain'))) {
        expect(low, `${indicator} of ${code}`).toBeLessThanOrEqual(value);
        expect(high, `${indicator} of ${code}`).toBeGreaterThanOrEqual(value);
        if (indicator === 'circulation') expect(low).toBeGreaterThanOrEqual(-1e-6);
        if (indicator === 'circulation') expect(high).toBeLessThanOrEqual(1);
        if (indicator === 'balance') expect(Math.max(-low, high)).toBeLessThanOrEqual(1);
        if (/^(in|out)_rate$|turnover/.test(indicator)) expect(low).toBeGreaterThanOrEqual(0);
      }
  });

  test('net is in minus out, turnover in plus out, circulation one minus the balance without its sign', () => {
    for (const { code } of countries) {
      const { in_rate, out_rate, net_rate, turnover, circulation, balance } = of(code, 'plain');
      const [i, o] = [in_rate?.value ?? NaN, out_rate?.value ?? NaN];
      close(net_rate?.value, i - o);
      close(turnover?.value, i + o);
      if (i + o > 0) close(circulation?.value, 1 - Math.abs(balance?.value ?? NaN));
    }
  });

  test('the limits of net are put together from those of in and out, as squares of the distances', () => {
    for (const { code } of countries) {
      const { in_rate: i, out_rate: o, net_rate: net } = of(code, 'plain');
      if (!i || !o || !net) throw new Error(`No rates of ${code}.`);
      close(net.low, net.value - Math.hypot(i.value - i.low, o.high - o.value));
      close(net.high, net.value + Math.hypot(i.high - i.value, o.value - o.low));
    }
  });

  test('in and out turned round: the balance and net change their sign, circulation and turnover do not change', () => {
    for (const { code } of countries) {
      const [plain, turned] = [of(code, 'plain'), of(code, 'turned')];
      for (const id of ['balance', 'net_rate']) {
        if (!plain[id]) continue;
        close(turned[id]?.value, -plain[id].value);
        close(turned[id]?.low, -plain[id].high);
      }
      for (const id of ['circulation', 'turnover'])
        expect({ ...turned[id] }, `${id} of ${code}`).toEqual({ ...plain[id] });
    }
  });

  test('with four times the researchers rates are a quarter, and what has no researchers in it does not change', () => {
    for (const { code } of countries) {
      const [plain, diluted] = [of(code, 'plain'), of(code, 'diluted')];
      for (const id of ['in_rate', 'net_rate', 'turnover']) {
        close(diluted[id]?.value, (plain[id]?.value ?? NaN) / 4);
        close(diluted[id]?.high, (plain[id]?.high ?? NaN) / 4);
      }
      expect(diluted['circulation']).toEqual(plain['circulation']);
      expect(diluted['balance']).toEqual(plain['balance']);
    }
  });
});

describe('how often the limits hold the truth', () => {
  const MOST = 40;
  let db: Session;
  let net: readonly (readonly { low: number; high: number }[])[];
  beforeAll(async () => {
    const counts = Array.from({ length: MOST + 1 }, (_, n) => n);
    db = await smallRelease({
      totals: counts.flatMap((i) => counts.flatMap((o) => totalsOf(`${i}-${o}`, S, 2010, { r: 1000, i, o }))),
    });
    const of = await indicatorsOf(db);
    net = counts.map((i) => counts.map((o) => of(`${i}-${o}`)['net_rate'] ?? { low: NaN, high: NaN }));
  });
  afterAll(() => db.close());

  /** Probabilities of the counts 0 to MOST at a mean. */
  const poisson = (mean: number): number[] => {
    const all = [Math.exp(-mean)];
    for (let k = 1; k <= MOST; k++) all.push(((all[k - 1] ?? 0) * mean) / k);
    return all;
  };

  test.each([
    [3, 8],
    [5, 5],
    [10, 3],
    [12, 12],
  ])('net moves at means of %i and %i: in 93 to 97 of 100 cases', (mi, mo) => {
    const [into, out] = [poisson(mi), poisson(mo)];
    let held = 0;
    net.forEach((row, i) =>
      row.forEach(({ low, high }, o) => {
        if (low <= mi - mo && mi - mo <= high) held += (into[i] ?? 0) * (out[o] ?? 0);
      }),
    );
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  });
});
