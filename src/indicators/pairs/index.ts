import type { Indicator } from '../../model/indicator.ts';
import { activeYears } from './active-years.ts';
import { affinity } from './affinity.ts';
import { asymmetry } from './asymmetry.ts';
import { breakYear } from './break-year.ts';
import { jaccard } from './jaccard.ts';
import { netFlow } from './net-flow.ts';
import { observedOverExpected } from './observed-over-expected.ts';
import { preference } from './preference.ts';
import { reciprocity } from './reciprocity.ts';
import { renewedPairs } from './renewed-pairs.ts';
import { ric } from './ric.ts';
import { salton } from './salton.ts';
import { tieAge } from './tie-age.ts';

/** Indicators of ordered pairs of countries, in the order of the methods pages. */
export const PAIR_INDICATORS: readonly Indicator[] = [
  ric,
  affinity,
  salton,
  jaccard,
  preference,
  netFlow,
  reciprocity,
  asymmetry,
  observedOverExpected,
  tieAge,
  activeYears,
  breakYear,
  renewedPairs,
];
