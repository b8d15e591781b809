import { readCamera } from '../../charts/camera-text.ts';
import { STANDARD_CAMERA } from '../../charts/camera.ts';
import { flowMap } from '../../charts/flow-map.ts';
import { largeHosts } from '../coverage.ts';
import { paths, rowsFrom } from '../ties/slices.ts';
import { queries } from '../ties/sql.ts';
import type { TieRows } from '../ties/rows.ts';
import { TIE_FIELDS } from '../ties/state.ts';
import { tieSet } from '../ties/tie-set.ts';
import type { View } from '../view.ts';
import { mapped } from './mapped.ts';
import { words } from './words.ts';

export const FLOW_MAP_FIELDS = [...TIE_FIELDS, 'map'] as const;
export type FlowMapField = (typeof FLOW_MAP_FIELDS)[number];

/** World map of the largest ties of a layer and year: of the world, of a group, of one country or two. */
export const flowMapView: View<FlowMapField, TieRows> = {
  id: 'flow-map',
  title: 'Flow map',
  description:
    'The largest flows of a layer on a world map: of the world, of a region or group, or of one country; by count, rate or indicator, for a year, a range, or as the change since another.',
  fields: FLOW_MAP_FIELDS,
  defaults: { top: 60, direction: 'both' },
  widths: [328, 880],
  queries,
  chart: (rows, state, atlas, frame) => {
    const shown = mapped(rows, state, atlas);
    const { selection } = shown;
    return flowMap(
      {
        arcs: shown.arcs,
        directed: selection.directed,
        scale: shown.scale,
        layer: state.layer,
        focus: state.country,
        against: shown.second,
        missing: [
          ...new Set([
            ...largeHosts(selection.missing),
            ...(selection.other?.side.layer === state.layer ? largeHosts(selection.other.missing) : []),
          ]),
        ],
        all: shown.all,
        unit: atlas.layers.get(state.layer)?.unit ?? '',
        scope: selection.members && [...selection.members],
        camera: readCamera(state.map).camera ?? STANDARD_CAMERA,
        places: atlas.places,
        basemap: atlas.basemap,
      },
      frame,
    );
  },
  words,
  ties: (rows, state, atlas) => {
    const { arcs, scale, selection } = mapped(rows, state, atlas);
    return tieSet(arcs, { ...selection, scale });
  },
  listed: (atlas) => [
    ...atlas.flows.map(({ layer, source }) => ({ layer, source })),
    { layer: 'students', year: 2019 },
    { layer: 'students', country: 'IND', direction: 'out' },
    { layer: 'students', country: 'USA', year: 2019, direction: 'in' },
    { layer: 'scholars', country: 'DEU' },
    { layer: 'papers', country: 'NZL', top: 25 },
    { layer: 'papers', country: 'NAM', year: 2023, top: 300 },
    { layer: 'projects', country: 'GRC', year: 2014 },
    { layer: 'papers', among: 'm49-002', top: 100 },
    { layer: 'papers', among: 'eu', ends: 'one' },
    { layer: 'papers', among: 'CHN.DEU.IND.USA' },
    { layer: 'papers', country: 'DEU', by: 'affinity' },
    { layer: 'papers', by: 'ric', among: 'm49-142' },
    { layer: 'scholars', by: 'net_flow' },
    { layer: 'scholars', country: 'GBR', by: 'net_flow' },
    { layer: 'students', country: 'IND', direction: 'out', against: '2010' },
    { layer: 'students', country: 'IND', direction: 'out', against: 'CHN' },
    { layer: 'papers', country: 'AUS', by: 'per_million' },
    { layer: 'papers', from: 2018 },
    { layer: 'students', country: 'KOR', direction: 'out', from: 2013, by: 'share' },
    { layer: 'papers', country: 'USA', against: '2012', year: 2022 },
  ],
  slices: { paths, rows: rowsFrom },
};
