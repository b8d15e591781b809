import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { Z } from '../intervals.ts';
import {
  GRAVITY_CAVEATS,
  GRAVITY_FORMULA,
  GRAVITY_LAYERS,
  GRAVITY_REFERENCES,
  GRAVITY_SYMBOLS,
} from './gravity.ts';

/** Four countries, two of them near each other and two others too, without a border, a language or a past in common. */
const [A, B, C, D] = ['DEU', 'ITA', 'JPN', 'THA'];
/** A pair of them in the example's year: expected and distance, by the names mu_<n> and d_<n>. */
const pair = (n: number, origin: string, destination: string): string => `
      JOIN (SELECT g.layer, g.source, g.to_year, g.expected AS mu_${n}, CAST(p.distance_weighted_km AS DOUBLE) AS d_${n}
            FROM gravity_pairs g JOIN pair_context p ON p.origin = g.origin AND p.destination = g.destination
            WHERE g.origin = '${origin}' AND g.destination = '${destination}' AND g.layer = 'papers' AND g.source = 'openalex-copublications' AND g.to_year = 2022) p${n}
        ON p${n}.layer = c.layer AND p${n}.source = c.source AND p${n}.to_year = c.to_year`;

export const gravityCoefficients: Indicator = {
  id: 'gravity_coefficients',
  title: 'Gravity: distance, border, language, colonial tie',
  chapter: 'Gravity',
  subject: 'layers',
  layers: GRAVITY_LAYERS,
  unit: 'log points',
  range: [null, null],
  neutral: 0,
  neutralWords: 'that as much is shared with as without',
  digits: 3,
  says: 'How much less two countries share the farther apart they lie, and how much more with a common border, a common language or a colonial past, all four side by side and whatever the size of both.',
  definition:
    'Coefficients of a gravity model of the flows of one layer, source and year: every country has an effect of its own as origin and as destination, and beside these stand the logarithm of distance and three marks of yes or no. Fitted by Poisson pseudo-maximum likelihood, which takes zeros as they are and needs only the expectation to be right, not the counts to be Poisson. The coefficient of distance is an elasticity: one per cent more distance goes with so many per cent more or less. Of the others, the exponential is the factor that goes with the mark.',
  counting: LINKS,
  formula: GRAVITY_FORMULA,
  symbols: GRAVITY_SYMBOLS,
  interval: `Coefficient and ${Z.toFixed(2)} standard errors to both sides. These allow any two pairs that have a country in common to go together (dyadic clusters), without a factor for small samples. Beside them stands the standard error clustered by pair alone, which is mostly smaller; its variance is taken times G/(G − 1) · (N − 1)/(N − K) for G pairs, N cells and K parameters, the effects among them. If the dyadic variance is not positive, limits rest on the latter and carry the flag e. The limits do not hold errors of the source, nor of the model’s shape.`,
  limits: 'interval',
  isNot: [
    'It is an association, never an effect: nobody moved a country. What goes with distance may be time zones, prices of travel, history or programmes that pay for partners nearby.',
    'A coefficient that grows through the years does not say that there is less at a distance: shares are compared, and all may grow.',
    'Whether two years differ cannot be read from whether their intervals overlap: both rest on much the same countries.',
    'The coefficients of two layers or two sources stand side by side, not on one scale of quality: zeros and thresholds of their sources differ.',
  ],
  caveats: [
    ...GRAVITY_CAVEATS,
    'Which countries are in the fit changes from year to year, and what the source knows of early years is thinner; both move a coefficient without anything else having changed.',
    'Large flows weigh most, so the coefficients speak of the large countries first.',
    'With two effects a pair the coefficients are consistent and free of the bias that many effects bring to other models; robust standard errors come out somewhat small all the same.',
  ],
  references: [
    ...GRAVITY_REFERENCES,
    {
      text: 'Santos Silva, J. M. C., & Tenreyro, S. (2010). On the existence of the maximum likelihood estimates in Poisson regression. Economics Letters, 107(2), 310–312.',
      doi: '10.1016/j.econlet.2010.02.020',
      where: 'when there is no estimate',
    },
    {
      text: 'Fernández-Val, I., & Weidner, M. (2016). Individual and time effects in nonlinear panel models with large N, T. Journal of Econometrics, 192(1), 291–312.',
      doi: '10.1016/j.jeconom.2015.12.014',
      where: 'why two effects leave the coefficients unbiased',
    },
    {
      text: 'Weidner, M., & Zylkin, T. (2021). Bias and consistency in three-way gravity models. Journal of International Economics, 132, 103513.',
      doi: '10.1016/j.jinteco.2021.103513',
      where: 'standard errors that come out small',
    },
    {
      text: 'Cameron, A. C., & Miller, D. L. (2014). Robust inference for dyadic data. Working paper, University of California, Davis.',
      doi: null,
    },
    {
      text: 'Aronow, P. M., Samii, C., & Assenova, V. A. (2015). Cluster-robust variance estimation for dyadic data. Political Analysis, 23(4), 564–577.',
      doi: '10.1093/pan/mpv018',
    },
    {
      text: 'Hoekman, J., Frenken, K., & Tijssen, R. J. W. (2010). Research collaboration at a distance: Changing spatial patterns of scientific collaboration within Europe. Research Policy, 39(5), 662–673.',
      doi: '10.1016/j.respol.2010.01.012',
      where: 'the same question within Europe',
    },
  ],
  example: {
    sql: `
      SELECT a.in_text AS a, b.in_text AS b, x.in_text AS c, y.in_text AS d, c.to_year AS year, c.coefficient AS value, c.low, c.high,
             mu_1, mu_2, mu_3, mu_4, d_1, d_2, d_3, d_4
      FROM gravity_coefficients c
      JOIN countries a ON a.iso3 = '${A}' JOIN countries b ON b.iso3 = '${B}' JOIN countries x ON x.iso3 = '${C}' JOIN countries y ON y.iso3 = '${D}'${pair(1, A, B)}${pair(2, C, D)}${pair(3, A, D)}${pair(4, B, C)}
      WHERE c.term = 'log_distance' AND c.layer = 'papers' AND c.source = 'openalex-copublications' AND c.to_year = 2022`,
    needs: ['gravity_coefficients', 'gravity_pairs', 'pair_context', 'countries'],
    // What is expected of two near pairs over that of two far ones has all four effects above and below: they cancel.
    compute: (row) => {
      const log = (letter: string): number =>
        [1, 2, 3, 4].reduce((sum, n) => sum + (n < 3 ? 1 : -1) * Math.log(Number(row[`${letter}_${n}`])), 0);
      return log('mu') / log('d');
    },
    tex: ({ mu_1, mu_2, mu_3, mu_4, d_1, d_2, d_3, d_4, value }, n) =>
      String.raw`\beta_1 = \frac{\ln \frac{${n(mu_1, 1)} \times ${n(mu_2, 1)}}{${n(mu_3, 1)} \times ${n(mu_4, 1)}}}{\ln \frac{${n(d_1)} \times ${n(d_2)}}{${n(d_3)} \times ${n(d_4)}}} = ${n(value, 3)}`,
    says: ({ a, b, c, d, year, value }, n) =>
      `The two near pairs ${String(a)}–${String(b)} and ${String(c)}–${String(d)} hold the same four countries as the far ones ${String(a)}–${String(d)} and ${String(b)}–${String(c)}, so the countries’ own effects cancel, and distance is left. In ${String(year)} twice the distance went with ${n(2 ** Number(value), 2)} times the papers.`,
  },
  sql: { relation: 'gravity_coefficients' },
};
