import type { SourceLabel } from '../model/atlas.ts';
import { list } from '../charts/format.ts';
import type { Reckoned } from './fact.ts';

/** Year and source of a fact: "2022, UNESCO UIS". */
export const aboutFact = (
  { year, fact }: Pick<Reckoned, 'year' | 'fact'>,
  sources: ReadonlyMap<string, SourceLabel>,
): string => `${year}, ${list(fact.sources.map((id) => sources.get(id)?.short ?? id))}`;
