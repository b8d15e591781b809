import type { Indicator, IndicatorLabel } from '../model/indicator.ts';
import type { Relation } from '../model/release.ts';
import { COUNTRY_INDICATORS } from './countries/index.ts';
import { LAYER_INDICATORS } from './layers/index.ts';
import { PAIR_INDICATORS } from './pairs/index.ts';
import { coordinatorShares } from './relations/coordinator-shares.ts';
import { countryIndicators } from './relations/country-indicators.ts';
import { exchanges } from './relations/exchanges.ts';
import { falls } from './relations/falls.ts';
import { fieldStrength } from './relations/field-strength.ts';
import { gravityParts } from './relations/gravity-parts.ts';
import { gravityPairs } from './relations/gravity-pairs.ts';
import { indexComparison } from './relations/index-comparison.ts';
import { layerGaps } from './relations/layer-gaps.ts';
import { layerLinks } from './relations/layer-links.ts';
import { margins } from './relations/margins.ts';
import { pairCells } from './relations/pair-cells.ts';
import { pairIndicators, storedPairIndicators } from './relations/pair-indicators.ts';
import { successRates } from './relations/success-rates.ts';
import { themeSpecialisation } from './relations/theme-specialisation.ts';
import { ties } from './relations/ties.ts';
import { unreportedHosts } from './relations/unreported-hosts.ts';

/** Every indicator of the atlas; each has a page under /methods/. */
export const INDICATORS: readonly Indicator[] = [
  ...PAIR_INDICATORS,
  ...COUNTRY_INDICATORS,
  ...LAYER_INDICATORS,
];

/** Derived tables of a release, in the order in which both engines create them. */
export const RELATIONS: readonly Relation[] = [
  ties,
  margins,
  pairCells,
  exchanges,
  unreportedHosts,
  successRates,
  coordinatorShares,
  themeSpecialisation,
  fieldStrength,
  falls,
  layerGaps,
  layerLinks,
  ...gravityParts,
  gravityPairs,
  pairIndicators(PAIR_INDICATORS),
  indexComparison,
];

/** Rows of the table `country_indicators`, from tables and relations, in native DuckDB when a release is made. */
export const COUNTRY_INDICATOR_ROWS: string = countryIndicators(COUNTRY_INDICATORS);

/** Rows of the table `stored_pair_indicators`, likewise. */
export const STORED_PAIR_INDICATOR_ROWS: string = storedPairIndicators(PAIR_INDICATORS);

/** What figures must know of an indicator. */
export const labelOf = ({
  id,
  title,
  chapter,
  subject,
  layers,
  unit,
  neutral,
  digits,
  says,
  limits,
  counting,
  pooled,
  needsSecond,
  symmetric = false,
}: Indicator): IndicatorLabel => ({
  id,
  title,
  chapter,
  subject,
  layers,
  unit,
  neutral,
  digits,
  says,
  limits,
  counting: Object.fromEntries(
    layers.flatMap((layer) => (counting[layer] ? [[layer, counting[layer]]] : [])),
  ),
  symmetric,
  ...(pooled && { pooled }),
  ...(needsSecond && { needsSecond }),
});
