import { bandLines } from '../../charts/band-lines.ts';
import { bySource, chartInput } from '../indicator-lines.ts';
import type { View } from '../view.ts';
import { slices } from './slices.ts';
import { queries, type CountryIndicatorRows } from './sql.ts';
import { emptyOf, linesOf, words } from './words.ts';

const COUNTRY_INDICATOR_FIELDS = ['indicator', 'layer', 'country', 'partner'] as const;
export type CountryIndicatorField = (typeof COUNTRY_INDICATOR_FIELDS)[number];

/** An indicator of one country, or of two beside each other, through time; each source by itself. */
export const countryIndicatorView: View<CountryIndicatorField, CountryIndicatorRows> = {
  id: 'country-indicator',
  title: 'An indicator of a country',
  description:
    'An indicator of one country through the years, or of two to compare, with its limits where it has any and with every source side by side.',
  fields: COUNTRY_INDICATOR_FIELDS,
  defaults: { indicator: 'effective_partners', country: 'DEU' },
  widths: [328, 704],
  queries,
  chart: ({ points }, params, atlas, frame) =>
    bandLines(
      chartInput(
        bySource(points, linesOf(params, atlas), params.layer, atlas),
        params,
        emptyOf(params, atlas),
        atlas,
      ),
      frame,
    ),
  words,
  listed: () => [
    { indicator: 'effective_partners', layer: 'papers', country: 'DEU', partner: 'CHN' },
    // One country of two has none.
    { indicator: 'effective_partners', layer: 'projects', country: 'FRA', partner: 'TUV' },
    // Bounds, breaks and partly reported years.
    { indicator: 'own_region_outbound_share', layer: 'students', country: 'IND' },
    // Two bases with intervals around zero.
    { indicator: 'net_rate', layer: 'scholars', country: 'DEU', partner: 'CHN' },
  ],
  slices,
};
