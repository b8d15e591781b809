import { embedSearch } from '../../../src/embed/address.ts';
import { listedStates } from '../../../src/embed/listed.ts';
import { settleView } from '../../../src/views/figure.ts';
import type { State } from '../../../src/views/params.ts';
import { ALL_VIEWS } from '../../../src/views/index.ts';
import type { Atlas } from '../../../src/views/view.ts';
import type { OwnFigure } from './own-figures.ts';

/** A listed state that is to be drawn. Plain data, as it goes from one thread to another. */
interface StateTask {
  readonly view: string;
  readonly slug: string;
  readonly state: State;
  /** The same as a query. */
  readonly search: string;
}

/** What one thread does in one go. */
export interface Job {
  readonly states: readonly StateTask[];
  readonly own: readonly OwnFigure[];
}

/** Small enough that threads end together, large enough that handing over costs nothing. */
const STATES_A_JOB = 24;

/**
 * All that is to be drawn. First comes, in one job, what asks an engine: one thread opens it. The others follow country by country, whose views
 * are made of the same slices.
 * @throws {Error} where a listed state does not fit the release
 */
export function jobsOf(atlas: Atlas, own: readonly OwnFigure[]): readonly Job[] {
  const asked: StateTask[] = [];
  const sliced: StateTask[] = [];
  for (const view of ALL_VIEWS)
    for (const { slug, asked: wanted } of listedStates(view, atlas)) {
      const { state, problems } = settleView(view, wanted, atlas);
      if (problems.length)
        throw new Error(`The listed state ${slug} of ${view.id} is none: ${problems.join(' ')}`);
      const task = { view: view.id, slug, state, search: embedSearch(view, state, atlas) };
      (view.slices.paths(state, atlas) ? sliced : asked).push(task);
    }
  sliced.sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0));
  const jobs: Job[] = [{ states: asked, own: [] }];
  if (own.length) jobs.push({ states: [], own });
  for (let at = 0; at < sliced.length; at += STATES_A_JOB)
    jobs.push({ states: sliced.slice(at, at + STATES_A_JOB), own: [] });
  return jobs;
}
