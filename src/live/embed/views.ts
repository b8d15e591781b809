import type { View } from '../../views/view.ts';

/** Brings a view's code: a page draws one, and fetches no other. */
const LOADERS: Readonly<Record<string, () => Promise<object>>> = {
  'flow-map': async () => (await import('../../views/flow-map/index.ts')).flowMapView,
  ranking: async () => (await import('../../views/ranking/index.ts')).rankingView,
  trend: async () => (await import('../../views/trend/index.ts')).trendView,
  balance: async () => (await import('../../views/balance/index.ts')).balanceView,
  choropleth: async () => (await import('../../views/choropleth/index.ts')).choroplethView,
  matrix: async () => (await import('../../views/matrix/index.ts')).matrixView,
  chord: async () => (await import('../../views/chord/index.ts')).chordView,
  ego: async () => (await import('../../views/ego/index.ts')).egoView,
  scatter: async () => (await import('../../views/scatter/index.ts')).scatterView,
  pair: async () => (await import('../../views/pair/index.ts')).pairView,
  'pair-indicator': async () => (await import('../../views/pair-indicator/index.ts')).pairIndicatorView,
  'country-indicator': async () =>
    (await import('../../views/country-indicator/index.ts')).countryIndicatorView,
  gravity: async () => (await import('../../views/gravity/index.ts')).gravityView,
  'index-comparison': async () => (await import('../../views/index-comparison/index.ts')).indexComparisonView,
  'layer-links': async () => (await import('../../views/layer-links/index.ts')).layerLinksView,
  'layer-gaps': async () => (await import('../../views/layer-gaps/index.ts')).layerGapsView,
  agreement: async () => (await import('../../views/agreement/index.ts')).agreementView,
  reporting: async () => (await import('../../views/reporting/index.ts')).reportingView,
  'table-coverage': async () => (await import('../../views/table-coverage/index.ts')).tableCoverageView,
};

/** Ids of the views that can be drawn live; a test holds them to those that there are. */
export const LIVE_VIEWS: readonly string[] = Object.keys(LOADERS);

/** A view's code. Rejects where it does not come. */
export async function loadView(id: string): Promise<View> {
  const load = LOADERS[id];
  if (!load) throw new Error(`There is no view ${id}.`);
  return (await load()) as View;
}
