import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LINKS } from '../../../src/indicators/counting.ts';
import type { Answer } from '../../../src/model/api.ts';
import { apiPath, fromFile, TO_RELEASE } from '../../../src/model/api/paths.ts';
import { LAYERS, UNDATED_LAYERS, type LayerId } from '../../../src/model/layer.ts';
import { slicePath, type LayerSlice } from '../../../src/model/slice.ts';
import { layerOf, sumUnit, type Facts } from './facts.ts';

type LayerYear = Answer<'LayerYear'>;
interface Year {
  readonly layer: LayerId;
  readonly source: string;
  readonly year: number;
}

/** Every layer, source and year that has flows. */
export const layerYears = ({ db }: Facts): Promise<Year[]> =>
  db.all<Year>('SELECT DISTINCT layer, source, year FROM flows ORDER BY layer, source, year');

/** A file for each layer, source and year: the slice that the site reads, in words. */
export async function layerFiles(
  facts: Facts,
  years: readonly Year[],
  release: string,
): Promise<[path: string, file: LayerYear][]> {
  return Promise.all(
    years.map(async ({ layer, source, year }): Promise<[string, LayerYear]> => {
      const slice = JSON.parse(
        await readFile(join(release, slicePath.layer(layer, source, year)), 'utf8'),
      ) as LayerSlice;
      const path = apiPath.layer(layer, source, year);
      const { directed, unit } = layerOf(layer);
      const named = slice.strongest.reduce((of, [, , value]) => of + value, 0);
      return [
        path,
        {
          ...facts.head([source, ...(facts.complete(source) ? [] : ['uis-student-totals'])]),
          layer,
          source,
          year,
          unit,
          sum_unit: sumUnit({ directed, unit }),
          directed,
          complete: facts.complete(source),
          pairs: slice.pairs,
          sum: slice.links,
          strongest: slice.strongest.map(([origin, destination, value, flag = null]) => ({
            origin,
            destination,
            value,
            flag,
          })),
          rest: { pairs: slice.pairs - slice.strongest.length, sum: slice.links - named },
          coverage: slice.coverage,
          not_reported: slice.notReported.map(([country, expected, expected_year]) => ({
            country,
            expected,
            expected_year,
          })),
          links: {
            all: fromFile(path, TO_RELEASE + slicePath.matrix(layer, source, year)),
            layers: fromFile(path, apiPath.layers),
          },
        },
      ];
    }),
  );
}

/** `layers.json` */
export function layersFile(facts: Facts, years: readonly Year[]): Answer<'Layers'> {
  const layers = [...LAYERS, ...UNDATED_LAYERS];
  return {
    ...facts.head([...years.map(({ source }) => source), ...UNDATED_LAYERS.map((l) => l.default_source)]),
    layers: layers.map((layer) => ({
      id: layer.id,
      title: layer.title,
      unit: layer.unit,
      sum_unit: sumUnit(layer),
      directed: layer.directed,
      dated: LAYERS.some(({ id }) => id === layer.id),
      default_source: layer.default_source,
      definition: layer.definition,
      counting: LINKS[layer.id as LayerId] ?? null,
      series: facts.series
        .filter((series) => series.layer === layer.id)
        .map(({ source, first_year, last_year, shown_year }) => ({
          source,
          first_year,
          last_year,
          shown_year,
          complete: facts.complete(source),
          years: years
            .filter((one) => one.layer === layer.id && one.source === source)
            .map(({ layer: id, year }) => ({
              year,
              file: apiPath.layer(id, source, year),
              all: TO_RELEASE + slicePath.matrix(id, source, year),
            })),
        })),
    })),
  };
}
