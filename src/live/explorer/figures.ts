import { importAnew } from '../../engine/browser/import-anew.ts';
import type { Atlas } from '../../views/view.ts';
import type { Answers } from '../answers.ts';
import { LiveFigure } from '../live-figure.ts';
import { TableFigure } from './table-figure.ts';

/** Statistical charts and their library are fetched when they are first drawn anew: the map alone comes at once. */
export function makeFigures(
  page: HTMLElement,
  answers: Answers,
  atlas: Atlas,
  root: string,
  mapAtlas: (map: string | null) => Promise<Atlas>,
  told: (words: string) => void,
) {
  const at = (id: string): HTMLElement => {
    const found = page.querySelector<HTMLElement>(`#${id}`);
    if (!found) throw new Error(`The page has no figure ${id}.`);
    return found;
  };
  const map = async () => (await importAnew(() => import('../../views/flow-map/index.ts'))).flowMapView;
  const trend = async () => (await importAnew(() => import('../../views/trend/index.ts'))).trendView;
  const turned = { atlasFor: ({ map: text }: { map: string | null }) => mapAtlas(text) };
  return {
    map: new LiveFigure(at('map'), map, answers, atlas, root, turned),
    twin: new LiveFigure(at('twin'), map, answers, atlas, root, turned),
    ranking: new LiveFigure(
      at('ranking'),
      async () => (await importAnew(() => import('../../views/ranking/index.ts'))).rankingView,
      answers,
      atlas,
      root,
    ),
    trend: new LiveFigure(at('trend'), trend, answers, atlas, root),
    trendTwin: new LiveFigure(at('trend-twin'), trend, answers, atlas, root),
    matrix: new LiveFigure(
      at('matrix'),
      async () => (await importAnew(() => import('../../views/matrix/index.ts'))).matrixView,
      answers,
      atlas,
      root,
    ),
    chord: new LiveFigure(
      at('chord'),
      async () => (await importAnew(() => import('../../views/chord/index.ts'))).chordView,
      answers,
      atlas,
      root,
    ),
    network: new LiveFigure(
      at('network'),
      async () => (await importAnew(() => import('../../views/ego/index.ts'))).egoView,
      answers,
      atlas,
      root,
    ),
    scatter: new LiveFigure(
      at('scatter'),
      async () => (await importAnew(() => import('../../views/scatter/index.ts'))).scatterView,
      answers,
      atlas,
      root,
    ),
    table: new TableFigure(at('table'), answers, atlas, root, told),
    pair: new LiveFigure(
      at('pair'),
      async () => (await importAnew(() => import('../../views/pair/index.ts'))).pairView,
      answers,
      atlas,
      root,
    ),
  };
}

export type Figures = ReturnType<typeof makeFigures>;
export type FigureName = keyof Figures;
