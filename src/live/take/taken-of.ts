import type { DrawnFigure } from '../../views/figure.ts';
import type { State } from '../../views/params.ts';
import type { TieSet } from '../../views/ties/tie-set.ts';
import type { Side } from '../../views/ties/state.ts';
import type { Atlas, Table } from '../../views/view.ts';
import type { Series, Taken } from './taken.ts';

/** Where what is taken was seen. */
export interface TakenAt {
  readonly atlas: Atlas;
  /** Version of the release. */
  readonly release: string;
  /** Absolute address of this very state. */
  readonly address: string;
  /** Which figure of its page it is, for the name of a file; null for its main one. */
  readonly figure: string | null;
}

/**
 * What is taken away of a figure: what it shows, and where it was seen.
 * @param state the figure's own, or that of the page around it, which may say more
 * @param set the ties that it shows; null where it shows none
 */
export function takenOf(
  { words }: Pick<DrawnFigure, 'words'>,
  state: Readonly<Partial<State>>,
  set: TieSet | null,
  { atlas, release, address, figure }: TakenAt,
): Taken {
  // Figures of several layers, and those of none, have no series of their own.
  const series = set ? seriesOf(set.side, atlas) : seriesOfState(state, words, atlas);
  return {
    title: words.title,
    takeaway: words.takeaway,
    coverage: words.coverage,
    notes: words.notes,
    table: words.table,
    series,
    against: set?.other ? seriesOf(set.other, atlas) : null,
    measure: set?.side.by ?? state.indicator ?? state.measure ?? (series ? 'count' : ''),
    scale: set?.scale ?? COUNTS,
    ties: set?.ties ?? null,
    directed: set?.directed ?? false,
    scope: scopeOf(state),
    direction: state.direction ?? 'both',
    figure,
    sources: words.sources.flatMap((id) => atlas.sources.get(id) ?? []),
    places: atlas.places,
    release,
    address,
    date: new Date().toISOString().slice(0, 10),
  };
}

const COUNTS = { title: '', unit: '', kind: 'size', neutral: null, digits: 0 } as const;

function seriesOf(
  { layer: id, source, from, year }: Pick<Side, 'layer' | 'source' | 'from' | 'year'>,
  atlas: Atlas,
): Series | null {
  const layer = atlas.layers.get(id);
  return layer ? { layer, source, years: [from ?? year, year] } : null;
}

/** Of a state that names its layer: the years are its own, or those of the table. */
function seriesOfState(
  { layer, source: asked, from = null, year }: Readonly<Partial<State>>,
  { sources, table }: DrawnFigure['words'],
  atlas: Atlas,
): Series | null {
  const source = asked ?? sources[0];
  const [first, last] = year === undefined ? yearsOf(table) : [from ?? year, year];
  if (layer === undefined || source === undefined || first === undefined || last === undefined) return null;
  return seriesOf({ layer, source, from: first, year: last }, atlas);
}

/** First and last year of a table's rows; nothing where they have none. */
function yearsOf({ columns, rows }: Table): readonly number[] {
  const column = columns.find(({ key }) => /(^|_)year$/.test(key));
  const years = rows.flatMap((row) => (column && Number(row[column.key])) || []);
  return years.length ? [Math.min(...years), Math.max(...years)] : [];
}

const scopeOf = ({ country, partner, among }: Readonly<Partial<State>>): string[] => [
  ...(country ? [country] : []),
  ...(partner ? [partner] : []),
  ...(among === undefined || among === 'world' ? [] : [among]),
];
