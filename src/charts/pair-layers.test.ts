import { expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import { pairLayers, type PairLayersInput } from './pair-layers.ts';

const from = (first: number, values: number[]) =>
  values.map((value, i) => ({ year: first + i, value, flag: null }));

const chinaUnitedStates: PairLayersInput = {
  panels: [
    {
      layer: 'students',
      title: 'Students',
      unit: 'Students enrolled',
      series: [],
      empty:
        'Not reported: the United States has no students by origin in this source, and China reports none.',
    },
    {
      layer: 'scholars',
      title: 'Scholars',
      unit: 'Researchers who moved, per year (Scopus)',
      series: [
        {
          label: 'China to United States',
          points: from(2012, [2580, 2760, 3040, 3270, 3430, 3590, 3810, 4000, 4047]),
        },
        {
          label: 'United States to China',
          points: from(2012, [2490, 2800, 2980, 3120, 3180, 3570, 3820, 4040, 4243]),
        },
      ],
      empty: '',
    },
    {
      layer: 'papers',
      title: 'Papers',
      unit: 'Works with authors in both',
      series: [{ label: '', points: from(2018, [71035, 73485, 75690, 77201, 77370]) }],
      empty: '',
    },
    {
      layer: 'projects',
      title: 'Projects',
      unit: 'Horizon 2020 projects with both',
      series: [{ label: '', points: from(2014, [3, 9, 7, 11, 6, 5, 4]) }],
      empty: '',
    },
  ],
};

test('four layers, each on its own scale', async () => {
  await expectGolden('pair-layers', (frame) => pairLayers(chinaUnitedStates, frame));
});

test('a layer without numbers says so in words', () => {
  const svg = pairLayers(chinaUnitedStates, { width: 704, id: 'p', title: '', desc: '' });
  expect(svg).toContain('Not reported: the United States');
  expect(svg.match(/class="panel /g)).toHaveLength(4);
});

test('no layer at all has numbers', () => {
  const panels = chinaUnitedStates.panels.map((panel) => ({ ...panel, series: [], empty: 'Not reported.' }));
  const svg = pairLayers({ panels }, { width: 328, id: 'p', title: '', desc: '' });
  expect(svg.match(/Not reported\./g)).toHaveLength(4);
  expect(svg).not.toMatch(/NaN|Infinity/);
});
