import { EXPLORER_VERSION } from '../../views/addresses.ts';
import { FIELDS, toSearch, type FieldName } from '../../views/params.ts';
import type { Settled } from '../../views/settle.ts';
import type { Atlas } from '../../views/view.ts';
import { inOrder, OPENING, PARTS, type Part } from './parts.ts';
import { DEFAULTS, EXPLORER_FIELDS, MOST_MARKED, settleExplorer, type ExplorerState } from './state.ts';

/**
 * The address of a state: short, readable and with a version. An address of an older version is brought up to date before
 * it is read, so that a link in a report of years ago still shows what it showed.
 */
const VERSION = EXPLORER_VERSION;

/**
 * `MIGRATIONS[n]` makes an address of version n + 1 one of the next. Version 1 had no number; its links chose no parts
 * and no measure, and the opening parts are what its page showed.
 */
const MIGRATIONS: readonly ((given: URLSearchParams) => void)[] = [
  (given) => {
    for (const name of [...given.keys()]) if (!FIELDS_OF_1.has(name)) given.delete(name);
  },
];
const FIELDS_OF_1 = new Set(['layer', 'source', 'year', 'country', 'partner', 'direction', 'top']);

/** The state of a query string, which may hold anything. */
export function fromSearch(search: string, atlas: Atlas): Settled<ExplorerState> {
  const given = new URLSearchParams(search);
  const problems: string[] = [];
  const version = versionOf(given, problems);
  for (const step of MIGRATIONS.slice(version - 1)) step(given);
  const asked = Object.fromEntries(EXPLORER_FIELDS.map((name) => [name, given.get(name)]));
  const settled = settleExplorer(
    {
      ...asked,
      show: partsOf(given.get('show'), problems),
      marked: (given.get('mark') ?? '')
        .slice(0, 4 * MOST_MARKED)
        .split(',')
        .filter(Boolean),
    },
    atlas,
  );
  return { state: settled.state, problems: [...problems, ...settled.problems] };
}

function versionOf(given: URLSearchParams, problems: string[]): number {
  const written = given.get('v');
  if (written === null) return 1;
  const version = /^\d{1,4}$/.test(written) ? Number(written) : NaN;
  if (version >= 1 && version <= VERSION) return version;
  problems.push(
    version > VERSION
      ? 'This link comes from a newer version of the atlas: what it asks beyond this one is left out.'
      : 'This link has a version that never was; it is read as one of today.',
  );
  return VERSION;
}

function partsOf(written: string | null, problems: string[]): readonly Part[] {
  if (written === null) return OPENING;
  const names = written.slice(0, 200).split(',').filter(Boolean);
  const known = names.filter((name): name is Part => (PARTS as readonly string[]).includes(name));
  if (known.length < names.length) problems.push('The link asks for a part that the explorer does not have.');
  return known.length ? inOrder(known) : OPENING;
}

/** The state as a query string, with its question mark; empty for the state that the page opens with. */
export function searchOf(state: ExplorerState, atlas: Atlas): string {
  const { layer, source, by, country, direction } = state;
  // The layer brings its source, the source its year, and the measure the least tie and the side of a country.
  const { year } = settleExplorer({ layer, source }, atlas).state;
  const standard = settleExplorer({ layer, source, by, country, direction }, atlas).state;
  const plain = settleExplorer({ layer }, atlas).state;
  const written = toSearch(pickFields(state), {
    ...pickFields(plain),
    year,
    min: standard.min,
    layer: DEFAULTS.layer,
  });
  const parts = [
    written,
    same(state.show, OPENING) ? '' : `show=${state.show.join(',')}`,
    state.marked.length ? `mark=${state.marked.join(',')}` : '',
  ].filter(Boolean);
  return parts.length ? `?v=${VERSION}&${parts.join('&')}` : '';
}

const pickFields = (state: ExplorerState): Partial<ExplorerState> =>
  Object.fromEntries(
    Object.entries(state).filter(([name]) =>
      (Object.keys(FIELDS) as FieldName[]).includes(name as FieldName),
    ),
  );

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
