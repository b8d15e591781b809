import { parseArgs } from 'node:util';
import { UserError } from '../lib/errors.ts';
import type { Paths } from '../lib/paths.ts';
import { step } from '../lib/progress.ts';
import type { RecordFile } from '../lib/records.ts';
import { entriesOf, writeRecord } from './entries.ts';
import type { Outside, Route } from './route.ts';

const USAGE = `Brings newer data of a source by its publisher's official route, into data/raw/, in the layout that its adapter reads.
Prints the entries for the source's record in data/sources/. See docs/refresh.md.

  npm run data:refresh -- SOURCE [options]
  npm run data:refresh -- SOURCE --record         … and writes the entries into the record
  npm run data:refresh -- SOURCE --yes            goes on without a word where a source costs money; the others do anyway`;

/**
 * Carries out one command line.
 * @returns the entries for the record, empty where nothing came; null where there was only help to give
 * @throws {UserError} for a source or an option that does not exist, and whatever the route throws
 */
export async function refresh(
  args: readonly string[],
  routes: readonly Route[],
  outside: Outside,
  paths: Pick<Paths, 'records'>,
): Promise<RecordFile[] | null> {
  const own = routes.flatMap((route) =>
    Object.entries(route.options).map(([name, type]) => [name, { type }]),
  );
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...(Object.fromEntries(own) as Record<string, { type: 'string' | 'boolean' }>),
      record: { type: 'boolean' },
      yes: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const sources = routes.map(({ id }) => id).join(', ');
  if (values['help']) {
    step(USAGE);
    for (const { id, help } of routes) step(`\n  ${id}\n      ${help}`);
    return null;
  }
  const [id, ...more] = positionals;
  if (!id || more.length) throw new UserError(`Name one source. There are: ${sources}.`);
  const route = routes.find((candidate) => candidate.id === id);
  if (!route) throw new UserError(`No route for ${id}. There are: ${sources}.`);
  const { record, ...options } = values;
  const strange = Object.keys(options).filter(
    (name) => name !== 'yes' && !Object.hasOwn(route.options, name),
  );
  if (strange.length)
    throw new UserError(`${id} has no option --${strange.join(', --')}. Its options: ${route.help}`);

  const refreshed = await route.refresh(outside, options);
  const entries = await entriesOf(outside.raw, refreshed);
  if (record && entries.length) {
    await writeRecord(paths.records, id, refreshed, entries, outside.today);
    step(
      `recorded  data/sources/${id}.json. Revise its title, years and caveats, which may speak of the edition before. Then: npm run data:ingest, data:check and data:diff (docs/refresh.md).`,
    );
  }
  return entries;
}
