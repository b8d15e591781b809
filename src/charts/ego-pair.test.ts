import { expect, test } from 'vitest';
import { REGION_PLACES, SPOKES, tie } from './ego-fixture.ts';
import { egoPair, type EgoPairInput } from './ego-pair.ts';
import { expectGolden } from './golden.ts';
import { textFaults } from './text-boxes.ts';

const notSpain = SPOKES.filter(({ destination }) => destination !== 'ESP');
const PAPERS: EgoPairInput = {
  layer: 'papers',
  places: REGION_PLACES,
  foci: ['PRT', 'ESP'],
  reads: 'pair',
  unit: 'papers',
  scale: { title: 'Papers', unit: 'papers', kind: 'size', neutral: null, digits: 0 },
  spokes: [
    notSpain.slice(0, 11),
    notSpain
      .filter((_, i) => i < 7 || i > 12)
      .map(({ destination, count }, i) =>
        tie('ESP', destination, count * 3 + i, { flag: i === 1 ? 'p' : null }),
      ),
  ],
  between: [tie('PRT', 'ESP', 6071)],
  top: 11,
  rest: [
    { partners: 177, value: 18596, unit: 'links' },
    { partners: 1, value: 1, unit: 'links' },
  ],
  empty: 'Neither has partners.',
};
const MOVES: EgoPairInput = {
  ...PAPERS,
  layer: 'scholars',
  reads: 'from-to',
  unit: 'moves',
  spokes: [
    PAPERS.spokes[0].flatMap((one) => [one, tie(one.destination, 'PRT', Math.ceil(one.count / 2))]),
    PAPERS.spokes[1],
  ],
  between: [tie('PRT', 'ESP', 210), tie('ESP', 'PRT', 190)],
};
const draw = (input: Partial<EgoPairInput>, width = 704) =>
  egoPair({ ...PAPERS, ...input }, { width, id: 'e', title: 't', desc: 'd' });
const dots = (svg: string, iso3: string): string[] =>
  svg.match(new RegExp(`<circle[^>]*data-c="${iso3}"`, 'g')) ?? [];

test('partners of both between two countries, those of one alone beyond them', async () => {
  await expectGolden('ego-pair', (frame) => egoPair(PAPERS, frame));
});

test.each([328, 480, 704, 1100])('at %i px no word covers another or stands outside', (width) => {
  for (const input of [
    PAPERS,
    MOVES,
    { rest: [null, null] as const, between: [] },
    { spokes: [SPOKES.slice(1, 3), []] as const },
  ])
    expect(textFaults(draw(input, width))).toEqual([]);
});

test('a partner of both has a dot for each, one of one alone has one', () => {
  const svg = draw({});
  expect(dots(svg, 'GBR')).toHaveLength(2);
  const alone = PAPERS.spokes[0].find((a) => PAPERS.spokes[1].every((b) => b.destination !== a.destination));
  expect(dots(svg, alone?.destination ?? '')).toHaveLength(1);
  expect(svg).toContain('Portugal alone');
  expect(svg).toContain('Partners are the 11 largest of each');
});

test('those of one alone are said in words where there is no room to draw them', () => {
  const svg = draw({}, 328);
  expect(svg).not.toContain('class="group-head" x="0"');
  expect(svg).toMatch(/Portugal alone: [A-Z]/);
  expect(svg).toContain('177 other partners: 18,596\u00a0links');
});

test('the two have their own tie, each way its own', () => {
  expect(draw({})).toContain('data-o="PRT" data-d="ESP" data-v="6071"');
  expect(draw({})).toContain('Portugal and Spain: 6,071');
  const moves = draw(MOVES);
  for (const [o, d] of [
    ['PRT', 'ESP'],
    ['ESP', 'PRT'],
  ])
    expect(moves).toMatch(new RegExp(`class="spoke half" data-o="${o ?? ''}" data-d="${d ?? ''}"`));
});

test('what is left out of each is drawn and said', () => {
  expect(draw({}).match(/class="rest-dot"/g)).toHaveLength(2);
  expect(draw({})).toContain('1 other partner: 1\u00a0link<');
  expect(draw({ rest: [null, null] })).not.toContain('rest-');
});

test('no ties are said in words', () => {
  expect(draw({ spokes: [[], []], between: [] })).toContain('Neither has partners.');
});
