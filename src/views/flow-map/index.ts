import { flowMap } from '../../charts/flow-map.ts';
import { largeHosts } from '../coverage.ts';
import type { View } from '../view.ts';
import { queries, type FlowMapRows } from './sql.ts';
import { paths, rowsFrom } from './slices.ts';
import { words } from './words.ts';

export const FLOW_MAP_FIELDS = ['layer', 'source', 'year', 'country', 'direction', 'top'] as const;
export type FlowMapField = (typeof FLOW_MAP_FIELDS)[number];

/** World map of the largest flows of a layer and year, of the whole world or of one country. */
export const flowMapView: View<FlowMapField, FlowMapRows> = {
  id: 'flow-map',
  title: 'Flow map',
  description: 'The largest flows of a layer in a year on a world map, for the world or for one country.',
  fields: FLOW_MAP_FIELDS,
  defaults: { top: 60, direction: 'both' },
  widths: [328, 880],
  queries,
  chart: ({ arcs, missing }, { layer, country }, atlas, frame) => {
    const { directed = false, unit = '' } = atlas.layers.get(layer) ?? {};
    return flowMap(
      {
        arcs,
        directed,
        layer,
        focus: country,
        missing: largeHosts(missing),
        unit,
        places: atlas.places,
        basemap: atlas.basemap,
      },
      frame,
    );
  },
  words,
  listed: (atlas) => [
    ...atlas.flows.map(({ layer, source }) => ({ layer, source })),
    { layer: 'students', year: 2019 },
    { layer: 'students', country: 'IND', direction: 'out' },
    { layer: 'students', country: 'USA', year: 2019, direction: 'in' },
    { layer: 'scholars', country: 'DEU' },
    { layer: 'papers', country: 'NZL', top: 25 },
    { layer: 'papers', country: 'NAM', year: 2023, top: 300 },
    { layer: 'projects', country: 'GRC', year: 2014 },
  ],
  slices: { paths, rows: rowsFrom },
};
