import { UserError } from '../../lib/errors.ts';
import type { Workbench } from '../../lib/workbench.ts';
import { SOURCE } from '../cordis-h2020/projects.ts';
import { cleanName } from './clean-name.ts';
import type { Dossiers } from './dossiers.ts';
import type { Kind, Outcome, RorIndex } from './match-ror.ts';
import type { PlacedRecord } from './registry.ts';

/** A university or research organisation of Horizon 2020 whose name is known. */
export interface H2020Organisation {
  /** The Commission's participant code. */
  readonly pic: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly kind: Kind;
  readonly found: Outcome;
}

/**
 * Fills `organisations`: universities and research organisations with names, matched to the registry. Needs `participations`
 * (readProjects). A participant code that has several types or countries counts under the one that it has most often.
 * Names come from the list of names, or from FP7 where only FP7 has the code; who has none is counted as left out.
 */
export async function fillOrganisations(
  bench: Workbench,
  index: RorIndex,
  dossiers: Dossiers,
): Promise<H2020Organisation[]> {
  const names = await readNames(bench);
  await bench.db.run(`
    CREATE OR REPLACE TABLE participants AS
    WITH most AS (
      SELECT pic, type, country_iso3, row_number() OVER (PARTITION BY pic ORDER BY count(*) DESC, type, country_iso3) AS place
      FROM participations WHERE country_iso3 IS NOT NULL GROUP BY pic, type, country_iso3)
    SELECT pic, CASE type WHEN 'HES' THEN 'higher education' ELSE 'research' END AS kind, country_iso3 AS country
    FROM most WHERE place = 1 AND type IN ('HES', 'REC')`);
  const iso2 = new Map(bench.register.countries.map((country) => [country.iso3, country.iso2]));
  const participants = await bench.db.all<{ pic: string; kind: Kind; country: string }>(
    'SELECT pic, kind, country FROM participants ORDER BY pic',
  );
  const organisations = participants.flatMap(({ pic, kind, country }) => {
    const name = names.get(pic) ?? dossiers.nameOf(pic);
    const code = iso2.get(country) ?? '';
    return name
      ? [{ pic, name, kind, country: code, found: index.find(dossiers.of(code, kind, name, pic)) }]
      : [];
  });
  await bench.db.run(
    `CREATE OR REPLACE TABLE organisation_names (pic VARCHAR, name VARCHAR, ror VARCHAR, match_method VARCHAR, ror_name VARCHAR, city VARCHAR, lon DOUBLE, lat DOUBLE)`,
  );
  await bench.db.append(
    'organisation_names',
    organisations.map(({ pic, name, found }) => [pic, name, ...matchCells(found)]),
  );
  const { nameless } = await bench.db.one<{ nameless: number }>(
    'SELECT count(*)::INTEGER AS nameless FROM participants ANTI JOIN organisation_names USING (pic)',
  );
  await bench.exclude(
    SOURCE,
    'universities and research organisations without a name',
    nameless,
    'The list of names lacks the participant code: in all counts of countries, and not among the organisations',
  );
  await bench.db.run(`
    INSERT INTO organisations BY NAME
    SELECT 'pic:' || pic AS id, n.name, o.country, o.kind AS type, n.ror, n.match_method, n.ror_name, n.city, n.lon, n.lat,
      count(DISTINCT p.rcn)::INTEGER AS projects, count(*)::INTEGER AS participations,
      (count(*) FILTER (role = 'coordinator'))::INTEGER AS coordinations,
      -- Null, not zero, where no amount is known.
      sum(amount)::DOUBLE AS contribution, (count(*) FILTER (amount IS NULL))::INTEGER AS contribution_missing, '${SOURCE}' AS source
    FROM organisation_names n JOIN participants o USING (pic) JOIN participations p USING (pic)
    GROUP BY pic, n.name, o.country, o.kind, n.ror, n.match_method, n.ror_name, n.city, n.lon, n.lat`);
  return organisations;
}

/** Cells of a match: id, method, name, city, longitude, latitude; all empty without one. */
export function matchCells(found: Outcome): (string | number | null)[] {
  if (!found || !('match' in found)) return [null, null, null, null, null, null];
  const { id, names, city, lon, lat } = found.match as PlacedRecord;
  return [id, found.method, names[0] ?? null, city || null, lon, lat];
}

async function readNames(bench: Workbench): Promise<Map<string, string>> {
  const file = bench.file('cordis-h2020', 'pic_names', '.csv');
  await bench.csv('pic_names', file, ['pic', 'name']);
  const rows = await bench.db.all<{ pic: string; name: string | null }>(
    'SELECT pic, name FROM pic_names ORDER BY ALL',
  );
  const names = new Map<string, string>();
  for (const { pic, name } of rows) {
    const clean = cleanName(name ?? '');
    if (!clean) continue;
    if (names.has(pic))
      throw new UserError(
        `${file}: the participant code ${pic} has two names. Decide which, in scripts/sources/organisations/h2020-organisations.ts.`,
      );
    names.set(pic, clean);
  }
  return names;
}
