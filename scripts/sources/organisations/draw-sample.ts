import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { PATHS, ROOT } from '../../lib/paths.ts';
import { readSpecialPlaces, Register } from '../../lib/register.ts';
import { Workbench } from '../../lib/workbench.ts';
import { buildRegister } from '../country-groups.ts';
import { readProjects } from '../cordis-h2020/projects.ts';
import { curatedBy, readAliases, readLexicon } from './decisions.ts';
import { Dossiers } from './dossiers.ts';
import { readFp7 } from './fp7-organisations.ts';
import { fillOrganisations } from './h2020-organisations.ts';
import { RorIndex, type RorRecord, type Sought } from './match-ror.ts';
import { readRegistry } from './registry.ts';
import { readSample, SAMPLE_COLUMNS, CANDIDATE_COLUMNS, list } from './sample-file.ts';
import { drawSample } from './sample.ts';

const SIZE = 200;
/** Records beside the right one that the check of the sample has to tell apart from it. */
const DECOYS = 3;

/**
 * Draws the sample of matches anew, into data/organisations/ror-sample.csv, and the records that its check needs, into
 * ror-sample-candidates.csv. Verdicts on pairs that were there before stay; the others are to be filled in by hand.
 * Run: node scripts/sources/organisations/draw-sample.ts [FOLDER of the publishers' files]
 */
const raw = process.argv[2] ?? PATHS.raw;
const folder = join(ROOT, 'data', 'organisations');
const register = new Register(await buildRegister(raw, PATHS.countries), await readSpecialPlaces());
const bench = await Workbench.open(register, raw);
const lexicon = await readLexicon();
const records = await readRegistry(bench);
const index = new RorIndex(records, lexicon, curatedBy(await readAliases(), lexicon, records).curated);
const dossiers = new Dossiers(await readFp7(bench), lexicon);
await readProjects(bench);
const matches = (await fillOrganisations(bench, index, dossiers)).flatMap((organisation) => {
  const { found, pic, country, kind, name } = organisation;
  if (!found || !('match' in found)) return [];
  return [{ pic, method: found.method, record: found.match, sought: dossiers.of(country, kind, name, pic) }];
});
bench.close();

const before = new Map((await readSample().catch(() => [])).map((row) => [`${row.pic} ${row.ror_id}`, row]));
const sample = drawSample(matches, SIZE);
const rows = sample.map(({ pic, method, record, sought }) => ({
  pic,
  name: sought.name,
  country: sought.country,
  type: sought.kind ?? '',
  other_names: list(sought.otherNames),
  acronyms: list(sought.acronyms),
  cities: list(sought.cities),
  websites: list(sought.websites),
  ror_id: record.id,
  ror_name: record.names[0] ?? '',
  ror_city: record.city,
  method,
  verdict: before.get(`${pic} ${record.id}`)?.verdict ?? '',
  note: before.get(`${pic} ${record.id}`)?.note ?? '',
}));
const candidates = new Set(sample.flatMap(({ record, sought }) => [record, ...decoys(sought, record)]));
await writeFile(
  join(folder, 'ror-sample.csv'),
  `${Papa.unparse(rows, { columns: [...SAMPLE_COLUMNS], newline: '\n' })}\n`,
);
await writeFile(
  join(folder, 'ror-sample-candidates.csv'),
  `${Papa.unparse(
    [...candidates]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((record) => ({
        ...record,
        names: list(record.names),
        acronyms: list(record.acronyms),
        types: list(record.types),
      })),
    { columns: [...CANDIDATE_COLUMNS], newline: '\n' },
  )}\n`,
);

/** The records of the country whose names have most words in common with the organisation's. */
function decoys(sought: Sought, right: RorRecord): RorRecord[] {
  const own = new Set([sought.name, ...sought.otherNames].flatMap((name) => lexicon.meanings(name).flat()));
  return records
    .filter((record) => record.country === sought.country && record.id !== right.id)
    .map((record) => ({
      record,
      shared: new Set(
        record.names.flatMap((name) => lexicon.meanings(name).flat()).filter((word) => own.has(word)),
      ).size,
    }))
    .sort((a, b) => b.shared - a.shared || (a.record.id < b.record.id ? -1 : 1))
    .slice(0, DECOYS)
    .map(({ record }) => record);
}
