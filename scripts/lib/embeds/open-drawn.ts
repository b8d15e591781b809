import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RELEASE } from '../../../src/build/atlas.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { openNative } from '../../../src/engine/native.ts';
import type { AtlasFile } from '../../../src/model/atlas.ts';
import type { Group } from '../../../src/model/group.ts';
import type { IndicatorLabel } from '../../../src/model/indicator.ts';
import { draw, rowsBy, type DrawnFigure } from '../../../src/views/figure.ts';
import { openAtlas, type Atlas, type View } from '../../../src/views/view.ts';
import type { State } from '../../../src/views/params.ts';

/** The release as the embeds of its listed states are drawn from it: of slices where they hold the rows, of an engine elsewhere. */
interface DrawnRelease {
  readonly atlas: Atlas;
  readonly version: string;
  /** Path of the base map's file. */
  readonly basemap: string;
  draw(view: View, state: State, id: string): Promise<DrawnFigure>;
  close(): Promise<void>;
}

/** As many slices are kept as states of one country, one after another, ask for. */
const KEPT_SLICES = 40;

export async function openDrawn(): Promise<DrawnRelease> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(RELEASE, name), 'utf8'));
  const file = (await read('atlas.json')) as AtlasFile;
  const atlas = openAtlas(file, '/release/', {
    indicators: (await read('indicators.json')) as IndicatorLabel[],
    groups: (await read('groups.json')) as Group[],
  });
  // Few states need it, and it takes a few seconds of work to open.
  let engine: Promise<Engine> | undefined;
  const slices = new Map<string, Promise<unknown>>();
  const slice = (path: string): Promise<unknown> => {
    const before = slices.get(path);
    if (before) return before;
    const oldest = slices.size < KEPT_SLICES ? undefined : slices.keys().next().value;
    if (oldest !== undefined) slices.delete(oldest);
    const now = read(path);
    slices.set(path, now);
    return now;
  };
  return {
    atlas,
    version: file.version,
    basemap: join(RELEASE, file.basemap.path),
    async draw(view, state, id) {
      const paths = view.slices.paths(state, atlas);
      const known = paths ? view.slices.rows(await Promise.all(paths.map(slice)), state, atlas) : {};
      const rows = await rowsBy(
        view,
        state,
        atlas,
        async ({ sql, params, needs }) => {
          engine ??= openNative(RELEASE);
          return (await engine).query(sql, params, { needs });
        },
        known,
      );
      return draw(view, state, rows, atlas, id);
    },
    close: async () => (await engine)?.close(),
  };
}
