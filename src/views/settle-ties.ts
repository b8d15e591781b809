import { ABOUT_MEASURE } from '../model/tie-measures.ts';
import type { FlowSeries } from '../model/atlas.ts';
import type { LayerId } from '../model/layer.ts';
import { comparison } from './comparison.ts';
import type { State } from './params.ts';
import type { Atlas } from './view.ts';

type Chosen = Pick<State, 'by' | 'from' | 'among' | 'against'>;

interface Around {
  readonly layer: LayerId;
  readonly source: string;
  readonly year: number;
  readonly country: string | null;
  readonly span: Pick<FlowSeries, 'first_year' | 'last_year'> | undefined;
}

/** What a state of ties asks beside layer, source, year and country; what does not fit those is dropped and said. */
export function settleTies(
  asked: { readonly [K in keyof Chosen]?: Exclude<Chosen[K], null> | undefined },
  around: Around,
  atlas: Atlas,
  problems: string[],
): Chosen {
  const by = settleMeasureOfTies(asked.by, around.layer, problems);
  const from = settleFrom(asked.from, by, around, problems);
  const among = settleAmong(asked.among, atlas, problems);
  return { by, from, among, against: settleAgainst(asked.against, { ...around, from }, atlas, problems) };
}

function settleMeasureOfTies(
  asked: State['by'] | undefined,
  layer: LayerId,
  problems: string[],
): State['by'] {
  if (asked === undefined || ABOUT_MEASURE[asked].layers.includes(layer)) return asked ?? 'count';
  problems.push(`“${ABOUT_MEASURE[asked].title}” is not reckoned for ${layer}; counts are shown.`);
  return 'count';
}

/** Indicators are of one year: a range would ask for another formula. */
function settleFrom(
  asked: number | undefined,
  by: State['by'],
  { year, span }: Around,
  problems: string[],
): number | null {
  if (asked === undefined || asked === year) return null;
  if (ABOUT_MEASURE[by].indicator) {
    problems.push(`“${ABOUT_MEASURE[by].title}” is reckoned for single years; ${year} is shown.`);
    return null;
  }
  const first = Math.max(asked, span?.first_year ?? asked);
  if (first !== asked) problems.push(`There is nothing before ${first}: the range begins there.`);
  if (first < year) return first;
  if (first > year) problems.push(`A range begins before it ends: ${year} alone is shown.`);
  return null;
}

function settleAmong(asked: string | undefined, atlas: Atlas, problems: string[]): string {
  if (asked === undefined || asked === 'world' || atlas.groups.has(asked)) return asked ?? 'world';
  if (!/^[A-Z]{3}\./.test(asked)) {
    problems.push(`There is no group “${asked}”; the whole world is shown.`);
    return 'world';
  }
  const codes = [...new Set(asked.split('.'))];
  const known = codes.filter((code) => atlas.withData.has(code));
  const unknown = codes.filter((code) => !atlas.withData.has(code));
  if (unknown.length) problems.push(`There are no data for ${unknown.join(', ')}.`);
  if (known.length >= 2) return known.sort().join('.');
  problems.push('A set needs two countries or more; the whole world is shown.');
  return 'world';
}

function settleAgainst(
  asked: string | undefined,
  state: Around & { readonly from: number | null },
  atlas: Atlas,
  problems: string[],
): string | null {
  if (asked === undefined) return null;
  const found = comparison({ ...state, against: asked }, atlas);
  if (typeof found !== 'string') return asked;
  problems.push(found);
  return null;
}
