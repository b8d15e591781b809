import type { Places } from '../model/country.ts';
import { broken, factWords, RELEASE_ITSELF, type Fact, type Facts, type Reckoned } from './fact.ts';

/** Asks the release. */
type Asks = (sql: string) => Promise<readonly object[]>;

/**
 * The facts of a piece as the release has them.
 * @param piece its name, for messages: "trends/students-abroad"
 * @param version of the release, for messages
 * @throws {Error} names the piece and both values of each fact that no longer bears what was written of it
 */
export async function reckonFacts(
  piece: string,
  facts: Facts,
  { ask, places, sources, version }: ReckonSetting,
): Promise<ReadonlyMap<string, Reckoned>> {
  const reckoned: Reckoned[] = [];
  for (const [name, fact] of Object.entries(facts)) {
    const unknown = fact.sources.filter((id) => id !== RELEASE_ITSELF && !sources.has(id));
    if (unknown.length || !fact.sources.length)
      throw new Error(
        `${piece}: the fact "${name}" names no source of the release: ${unknown.join(', ') || 'none at all'}.`,
      );
    reckoned.push(await reckonOne(piece, name, fact, ask, places));
  }
  const lost = reckoned.flatMap((one) => {
    const why = broken(one);
    return why === null
      ? []
      : [
          `  "${one.name}" (${one.fact.says}): ${factWords(one.fact.stated, one.fact.format, places)} was written (${one.fact.stated}), the release has ${one.words} (${one.value}), which ${why}.`,
        ];
  });
  if (lost.length)
    throw new Error(
      [
        `${piece} states what release ${version} no longer shows:`,
        ...lost,
        `Read it again, mend what is no longer true, and write the new values into its facts.ts.`,
      ].join('\n'),
    );
  return new Map(reckoned.map((one) => [one.name, one]));
}

interface ReckonSetting {
  readonly ask: Asks;
  readonly places: Places;
  /** Ids of the release's sources. */
  readonly sources: { has(id: string): boolean };
  readonly version: string;
}

async function reckonOne(
  piece: string,
  name: string,
  fact: Fact,
  ask: Asks,
  places: Places,
): Promise<Reckoned> {
  const fail = (why: string): never => {
    throw new Error(`${piece}: the fact "${name}" ${why}: ${fact.sql.trim()}`);
  };
  const rows = (await ask(fact.sql).catch((error: unknown) =>
    fail(`cannot be asked (${error instanceof Error ? error.message : String(error)})`),
  )) as readonly { value?: unknown; year?: unknown }[];
  const [row] = rows;
  if (!row || rows.length !== 1) return fail(`wants one row and got ${rows.length}`);
  const { value, year } = row;
  if (typeof value !== 'number' && typeof value !== 'string') return fail(`has no value (${String(value)})`);
  if (typeof year !== 'number' && typeof year !== 'string') return fail('does not say its year');
  return { name, fact, value, year: String(year), words: factWords(value, fact.format, places) };
}
