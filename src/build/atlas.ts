import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine, SqlParams } from '../engine/engine.ts';
import { openNative } from '../engine/native.ts';
import type { AtlasFile } from '../model/atlas.ts';
import type { Group } from '../model/group.ts';
import type { IndicatorLabel } from '../model/indicator.ts';
import type { Release } from '../model/release.ts';
import { draw, rowsOf, settleView, type DrawnFigure } from '../views/figure.ts';
import type { Asked, FieldName } from '../views/params.ts';
import { openAtlas, type Atlas, type Rows, type View } from '../views/view.ts';

/** The release that this build is made of, relative to the folder that the build runs in. */
export const RELEASE = join(process.cwd(), 'public', 'release');

interface Opened {
  readonly engine: Engine;
  readonly atlas: Atlas;
  readonly file: AtlasFile;
  readonly manifest: Release;
}

let opened: Promise<Opened> | undefined;

/** The release, opened once for all pages of a build. Pages link to it from the root; the links are made relative after. */
export const openRelease = (): Promise<Opened> => (opened ??= open());

async function open(): Promise<Opened> {
  const engine = await openNative(RELEASE);
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(RELEASE, name), 'utf8'));
  const file = (await read('atlas.json')) as AtlasFile;
  return {
    engine,
    file,
    atlas: openAtlas(file, '/release/', {
      indicators: (await read('indicators.json')) as IndicatorLabel[],
      groups: (await read('groups.json')) as Group[],
    }),
    manifest: (await read('datapackage.json')) as Release,
  };
}

/** Draws a state of a view for a page. A state that does not fit the release stops the build: a page asks for what there is. */
export async function figure<F extends FieldName, R extends Rows>(
  view: View<F, R>,
  asked: Asked,
  id: string,
): Promise<DrawnFigure> {
  const { engine, atlas } = await openRelease();
  const { state, problems } = settleView(view, asked, atlas);
  if (problems.length) throw new Error(`Figure ${id} (${view.id}): ${problems.join(' ')}`);
  return draw(view, state, await rowsOf(view, state, atlas, engine), atlas, id);
}

/** Rows for prose: no number in a page is typed by hand. */
export async function query<R>(sql: string, params: SqlParams = {}): Promise<R[]> {
  const { engine } = await openRelease();
  return engine.query<R>(sql, params);
}

/** The one row that a sentence is made of; none is an error, so that prose never stands on nothing. */
export async function one<R>(sql: string, params: SqlParams = {}): Promise<R> {
  const [row, ...more] = await query<R>(sql, params);
  if (row === undefined || more.length)
    throw new Error(`Prose wants one row and got ${row === undefined ? 'none' : more.length + 1}: ${sql}`);
  return row;
}
