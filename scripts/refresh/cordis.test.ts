import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cordisH2020 } from '../sources/cordis-h2020.ts';
import { benchWith, complaint, flowsOf } from '../testing/bench.ts';
import { filesIn } from '../testing/folder.ts';
import { outside, publisherApi } from '../testing/publisher-api.ts';
import { cordis, PROGRAMMES } from './cordis.ts';

/*
 * The format of cordis-h2020projects-csv.zip and cordis-HORIZONprojects-csv.zip (https://cordis.europa.eu/about/archives, which
 * gives no columns), as public code quotes their headers and rows, files of 3 October 2026 among them (read 2026-11-21):
 * project.csv: "id";"acronym";"status";"title";"startDate";"endDate";"totalCost";"ecMaxContribution";"legalBasis";"topics";
 *   "ecSignatureDate";"frameworkProgramme";"masterCall";"subCall";"fundingScheme";"objective";"contentUpdateDate";"rcn";"grantDoi";"keywords"
 * organization.csv: "projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";"activityType";"street";
 *   "postCode";"city";"country";"nutsCode";"geolocation";"organizationURL";"contactForm";"contentUpdateDate";"rcn";"order";
 *   "role";"ecContribution";"netEcContribution";"totalCost";"endOfParticipation";"active". One row there has both
 *   "528340.97" and "960619,95"; Greece is EL and the United Kingdom UK; a partner has "" for its contribution.
 * legalBasis.csv: projectID; legalBasis; title; uniqueProgrammePart, several rows a project.
 * Roles: coordinator, participant, partner, thirdParty, internationalPartner; in Horizon Europe also associatedPartner.
 * The rows are of our own making.
 */
const PROJECT =
  'id;acronym;status;title;startDate;endDate;totalCost;ecMaxContribution;legalBasis;topics;ecSignatureDate;frameworkProgramme;masterCall;subCall;fundingScheme;objective;contentUpdateDate;rcn;grantDoi;keywords';
const ORGANIZATION =
  'projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;postCode;city;country;nutsCode;geolocation;organizationURL;contactForm;contentUpdateDate;rcn;order;role;ecContribution;netEcContribution;totalCost;endOfParticipation;active';
const LEGAL_BASIS = 'projectID;legalBasis;title;uniqueProgrammePart';

type Row = Readonly<Record<string, string>>;

/** Semicolons, every cell in quotes, in the order of a header; what a row does not say is empty. */
const table = (header: string, rows: readonly Row[]): string => {
  const names = header.split(';');
  const quoted = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map(quoted).join('\n') + '\n';
};

const PROJECTS: readonly Row[] = [
  {
    id: '700001',
    rcn: '200001',
    startDate: '2018-05-01',
    endDate: '2021-04-30',
    totalCost: '960619,95',
    ecMaxContribution: '528340.97',
    legalBasis: 'H2020-EU.3.4.',
    objective: 'Two; "quoted", and\nover two lines',
  },
  { id: '700002', rcn: '200002', legalBasis: 'H2020-EU.1.3.', totalCost: '', ecMaxContribution: '1' },
];
const participation = (projectID: string, order: string, country: string, more: Row = {}): Row => ({
  projectID,
  order,
  country,
  organisationID: `90000000${order}`,
  name: `UNIVERSITY ${order}`,
  activityType: 'HES',
  city: 'Málaga',
  rcn: `19${order}`,
  role: 'participant',
  ecContribution: '1000',
  endOfParticipation: 'false',
  ...more,
});
const PARTICIPATIONS: readonly Row[] = [
  participation('700001', '1', 'EL', { role: 'coordinator', ecContribution: '528340.97' }),
  participation('700001', '2', 'UK', { ecContribution: '1000,50' }),
  participation('700001', '3', 'NA', { role: 'partner', ecContribution: '' }),
  participation('700001', '4', 'FR', { role: 'thirdParty', ecContribution: '0' }),
  participation('700002', '5', 'DE', { name: 'DOE Jane', activityType: 'PRC', ecContribution: '0' }),
  participation('700002', '1', 'EL', { name: 'University 1', endOfParticipation: 'true' }),
];
const BASES: readonly Row[] = [
  { projectID: '700001', legalBasis: 'H2020-EU.3.4.', title: 'Transport', uniqueProgrammePart: 'true' },
  { projectID: '700001', legalBasis: 'H2020-EU.3.4.2.', title: 'Transport, more' },
  { projectID: '700001', legalBasis: 'H2020-EU.7.', title: 'EIT' },
  { projectID: '700002', legalBasis: 'H2020-EU.1.3.', title: 'MSCA', uniqueProgrammePart: 'true' },
];

const MEMBERS = {
  'project.csv': strToU8(table(PROJECT, PROJECTS)),
  'organization.csv': strToU8(table(ORGANIZATION, PARTICIPATIONS)),
  'legalBasis.csv': strToU8(table(LEGAL_BASIS, BASES)),
  'euroSciVoc.csv': strToU8('"projectID"\n'),
};

const server = (zip: Uint8Array, name: string = PROGRAMMES.h2020.archive) =>
  publisherApi(({ path }) =>
    path === `/data/${name}`
      ? { headers: { 'last-modified': 'Sat, 03 Oct 2026 04:05:06 GMT' }, body: zip }
      : { status: 404, body: '' },
  );

async function refresh(members: Readonly<Record<string, Uint8Array>>) {
  const { base } = await server(zipSync(members));
  const world = await outside();
  const files = await cordis(PROGRAMMES.h2020, base).refresh(world, {});
  const read = async (name: string) => {
    const bytes = await readFile(join(world.raw, 'cordis-h2020', name));
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  };
  return { files, read, raw: world.raw };
}

test('the archive becomes participations, parts and names, by the day of the archive, and is not kept', async () => {
  const { files, read, raw } = await refresh(MEMBERS);
  expect(files.map(({ path }) => path)).toEqual([
    'cordis-h2020/h2020-2026-10-03.csv.gz',
    'cordis-h2020/programme_parts-2026-10-03.csv.gz',
    'cordis-h2020/pic_names-2026-10-03.csv',
  ]);
  expect(await filesIn(raw)).toEqual(files.map(({ path }) => path).sort());
  expect((await read('h2020-2026-10-03.csv.gz')).split('\n')).toEqual([
    'rcn,role,pic,type,contribution,country,start_date,end_date,max_contribution,total_cost,start_year,end_year,project_id,end_of_participation',
    '200001,coordinator,900000001,HES,528340.97,EL,2018-05-01,2021-04-30,528340.97,960619.95,2018,2021,700001,false',
    '200001,participant,900000002,HES,1000.50,UK,2018-05-01,2021-04-30,528340.97,960619.95,2018,2021,700001,false',
    '200001,partner,900000003,HES,NA,NA,2018-05-01,2021-04-30,528340.97,960619.95,2018,2021,700001,false',
    '200002,participant,900000001,HES,1000,EL,NA,NA,1,NA,NA,NA,700002,true',
    '200002,participant,900000005,PRC,0,DE,NA,NA,1,NA,NA,NA,700002,false',
    '',
  ]);
  expect(await read('programme_parts-2026-10-03.csv.gz')).toBe(
    'rcn,programme_part\n200001,SC4\n200001,H2020-EU.7.\n200002,MSCA\n',
  );
  expect(await read('pic_names-2026-10-03.csv')).toBe(
    'pic,name,country,source,city\n' +
      '900000001,UNIVERSITY 1,EL,cordis,Málaga\n' +
      '900000002,UNIVERSITY 2,UK,cordis,Málaga\n' +
      '900000003,UNIVERSITY 3,NA,cordis,Málaga\n' +
      '900000004,UNIVERSITY 4,FR,cordis,Málaga\n',
  );
});

test('the adapter reads it as it reads the extract: Greece, the United Kingdom and Namibia are found, the third party is not', async () => {
  const known = BASES.filter(({ legalBasis }) => legalBasis !== 'H2020-EU.7.');
  const { raw } = await refresh({ ...MEMBERS, 'legalBasis.csv': strToU8(table(LEGAL_BASIS, known)) });
  const read = (stem: string) => readFile(join(raw, `cordis-h2020/${stem}-2026-10-03.csv.gz`));
  const bench = await benchWith({
    'cordis-h2020/h2020.csv.gz': await read('h2020'),
    'cordis-h2020/programme_parts.csv.gz': await read('programme_parts'),
  });
  await cordisH2020.ingest(bench);
  expect(await flowsOf(bench)).toEqual(['GBR GRC 2018 1', 'GBR NAM 2018 1', 'GRC NAM 2018 1']);
});

test('the same archive gives the same bytes', async () => {
  const [one, two] = [await refresh(MEMBERS), await refresh(MEMBERS)];
  for (const { path } of one.files)
    expect(await readFile(join(one.raw, path))).toEqual(await readFile(join(two.raw, path)));
});

test.each([
  ['Latin-1', (text: string) => Buffer.from(text, 'latin1')],
  ['a byte-order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
])('%s is read', async (_what, encode) => {
  const { read } = await refresh({
    ...MEMBERS,
    'project.csv': encode(table(PROJECT, PROJECTS)),
    'organization.csv': encode(table(ORGANIZATION, PARTICIPATIONS)),
  });
  expect(await read('pic_names-2026-10-03.csv')).toContain('UNIVERSITY 1,EL,cordis,Málaga');
  expect(await read('h2020-2026-10-03.csv.gz')).toContain('200001,coordinator,900000001');
});

test('a new column, another order of columns and a folder in the archive are none of our business', async () => {
  const { read } = await refresh({
    'csv/project.csv': strToU8(
      table(`keywords;rcn;${PROJECT.replace(';rcn', '').replace(';keywords', ';nature')}`, PROJECTS),
    ),
    'csv/organization.csv': strToU8(table(`${ORGANIZATION};humanValidated`, PARTICIPATIONS)),
  });
  expect(await read('h2020-2026-10-03.csv.gz')).toContain('200001,coordinator,900000001');
  // Without legalBasis.csv there is the main part of each project alone.
  expect(await read('programme_parts-2026-10-03.csv.gz')).toBe(
    'rcn,programme_part\n200001,SC4\n200002,MSCA\n',
  );
});

test('Horizon Europe comes the same way, under its own name and with its own parts', async () => {
  const { base } = await server(
    zipSync({
      'project.csv': strToU8(
        table(PROJECT, [
          { id: '101000001', rcn: '300001', startDate: '2024-01-01', legalBasis: 'HORIZON.2.5' },
        ]),
      ),
      'organization.csv': strToU8(
        table(ORGANIZATION, [
          participation('101000001', '1', 'CH', { role: 'associatedPartner', ecContribution: '' }),
        ]),
      ),
    }),
    PROGRAMMES.horizon.archive,
  );
  const world = await outside();
  const files = await cordis(PROGRAMMES.horizon, base).refresh(world, {});
  expect(files.map(({ path }) => path)).toEqual([
    'cordis-horizon/horizon-2026-10-03.csv.gz',
    'cordis-horizon/programme_parts-2026-10-03.csv.gz',
    'cordis-horizon/pic_names-2026-10-03.csv',
  ]);
  const text = (path: string) =>
    readFile(join(world.raw, path)).then((bytes) => gunzipSync(bytes).toString());
  expect(await text('cordis-horizon/horizon-2026-10-03.csv.gz')).toContain(
    '300001,associatedPartner,900000001,HES,NA,CH,2024-01-01',
  );
  expect(await text('cordis-horizon/programme_parts-2026-10-03.csv.gz')).toContain('300001,HORIZON.2.5');
});

describe('what does not fit stops, names source, file and column, and leaves nothing', () => {
  const changed = (name: keyof typeof MEMBERS, text: string) =>
    zipSync({ ...MEMBERS, [name]: strToU8(text) });
  test.each([
    [
      'a renamed column',
      changed('organization.csv', table(ORGANIZATION.replace(';country;', ';countryCode;'), PARTICIPATIONS)),
      /^cordis-h2020, organization\.csv of cordis-h2020projects-csv\.zip: the column country is not there\.\nThe file has: projectID, .*countryCode/,
    ],
    [
      'a zip that is cut short',
      zipSync(MEMBERS).subarray(0, 900),
      /^cordis-h2020, cordis-h2020projects-csv\.zip.*which ends every zip, is not there/,
    ],
    [
      'an archive without participations',
      zipSync({ 'project.csv': MEMBERS['project.csv'] }),
      /^cordis-h2020, organization\.csv of cordis-h2020projects-csv\.zip is not there/,
    ],
    [
      'no rows',
      changed('organization.csv', table(ORGANIZATION, [])),
      /^cordis-h2020, organization\.csv of .* has a header and no rows/,
    ],
    [
      'a row with a cell too many',
      changed('organization.csv', `${table(ORGANIZATION, PARTICIPATIONS)}${'"x";'.repeat(25)}"x"\n`),
      /^cordis-h2020, organization\.csv of .* cannot be read as CSV: .*26/,
    ],
    [
      'a participation in no project',
      changed(
        'organization.csv',
        table(ORGANIZATION, [...PARTICIPATIONS, participation('799999', '1', 'FR')]),
      ),
      /^cordis-h2020: organization\.csv names projects that project\.csv lacks: 1, such as 799999\./,
    ],
    [
      'a project that is there twice',
      changed('project.csv', table(PROJECT, [...PROJECTS, { id: '700002', rcn: '5' }])),
      /^cordis-h2020: project\.csv has projects twice: 1, such as 700002\./,
    ],
    [
      'an amount that is no number',
      changed(
        'organization.csv',
        table(ORGANIZATION, [participation('700001', '1', 'FR', { ecContribution: '1.000,5' })]),
      ),
      /^cordis-h2020: organization\.csv has amounts in ecContribution that are no numbers: 1, such as 1\.000,5\./,
    ],
    [
      'a day that is none',
      changed('project.csv', table(PROJECT, [...PROJECTS, { id: '7', rcn: '7', startDate: '31/12/2020' }])),
      /^cordis-h2020: project\.csv has days in startDate that are none: 1, such as 31\/12\/2020\./,
    ],
  ])('%s', async (_what, zip, message) => {
    const { base } = await server(zip);
    const world = await outside();
    expect(await complaint(cordis(PROGRAMMES.h2020, base).refresh(world, {}))).toMatch(message);
    expect(await filesIn(world.raw)).toEqual([]);
  });
});
