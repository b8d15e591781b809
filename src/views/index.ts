import { agreementView } from './agreement/index.ts';
import { balanceView } from './balance/index.ts';
import { chordView } from './chord/index.ts';
import { choroplethView } from './choropleth/index.ts';
import { countryIndicatorView } from './country-indicator/index.ts';
import { egoView } from './ego/index.ts';
import { flowMapView } from './flow-map/index.ts';
import { gravityView } from './gravity/index.ts';
import { indexComparisonView } from './index-comparison/index.ts';
import { layerGapsView } from './layer-gaps/index.ts';
import { layerLinksView } from './layer-links/index.ts';
import { matrixView } from './matrix/index.ts';
import { pairIndicatorView } from './pair-indicator/index.ts';
import { pairView } from './pair/index.ts';
import { rankingView } from './ranking/index.ts';
import { reportingView } from './reporting/index.ts';
import { scatterView } from './scatter/index.ts';
import { tableCoverageView } from './table-coverage/index.ts';
import { trendView } from './trend/index.ts';
import type { View } from './view.ts';

/** Every view of the atlas. Adding a chart is adding one folder, and one line here. */
export const VIEWS = [
  flowMapView,
  rankingView,
  trendView,
  balanceView,
  choroplethView,
  matrixView,
  chordView,
  egoView,
  scatterView,
  pairView,
  pairIndicatorView,
  countryIndicatorView,
  gravityView,
  indexComparisonView,
  layerLinksView,
  layerGapsView,
  agreementView,
  reportingView,
  tableCoverageView,
] as const;

/** The same without their own parameter and row types, for code that treats all alike. */
export const ALL_VIEWS: readonly View[] = VIEWS as unknown as readonly View[];
