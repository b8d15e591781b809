import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { REFERENCES } from '../references.ts';
import { CELL_NEEDS, linkExample } from './examples.ts';
import { OVERLAP_CAVEATS, OVERLAP_IS_NOT } from './size-bias.ts';

export const salton: Indicator = {
  id: 'salton',
  title: 'Salton’s cosine',
  chapter: 'Ties between two countries',
  subject: 'pair',
  layers: ['papers', 'projects'],
  symmetric: true,
  unit: 'ratio',
  range: [0, 1],
  neutral: null,
  digits: 4,
  says: 'Which part of the links of two countries is with each other, of the geometric mean of both.',
  definition:
    'Links of the two countries over the geometric mean of all links of either. Zero where they share none, one where they have no other partner. Whole counting: a paper of several countries counts once for each pair of them.',
  counting: LINKS,
  formula: String.raw`S_{XY} = \frac{C_{XY}}{\sqrt{T_X \, T_Y}}`,
  symbols: [
    ['C_{XY}', 'links of X and Y'],
    ['T_X, T_Y', 'all links of X and of Y, the sum over their partners'],
  ],
  interval: null,
  limits: null,
  isNot: OVERLAP_IS_NOT,
  caveats: OVERLAP_CAVEATS,
  references: [
    {
      text: 'Salton, G., & McGill, M. J. (1983). Introduction to modern information retrieval. New York: McGraw-Hill.',
      doi: null,
    },
    REFERENCES.luukkonen1993,
    REFERENCES.vanEck2009,
  ],
  example: {
    sql: linkExample('salton', 'DEU', 'FRA', 2022),
    needs: CELL_NEEDS,
    compute: ({ c, t_o, t_d }) => Math.sqrt((Number(c) / Number(t_o)) * (Number(c) / Number(t_d))),
    tex: ({ c, t_o, t_d, value }, n) =>
      String.raw`\frac{${n(c)}}{\sqrt{${n(t_o)} \times ${n(t_d)}}} = ${n(value, 4)}`,
    says: ({ x, y, year, c, value }, n) =>
      `In ${String(year)} ${String(x)} and ${String(y)} shared ${n(c)} links, ${n(Number(value) * 100, 1)} % of the geometric mean of all links of either.`,
  },
  sql: { cell: { value: 'c / sqrt(CAST(t_o AS DOUBLE) * t_d)' } },
};
