import { gzipSync } from 'node:zlib';
import { csv } from '../publishers.ts';

/** Files of funded projects as their publishers write them, with rows of our own making. */

/** The list of programme parts of Horizon 2020. */
export const programmePartsGz = (rows: readonly (readonly [project: number, part: string])[]): Uint8Array =>
  gzipSync(csv('rcn,programme_part', rows));

/** Who takes part in which project of FP7: tabs and Windows line ends. */
export const fp7Edges = (rows: readonly (readonly [project: number, organisation: string])[]): string =>
  ['projectRcn\tnew_org_id', ...rows.map((row) => row.join('\t')), ''].join('\r\n');

/** The organisations of FP7: semicolons, quotes only where a cell holds a semicolon or a quote. */
export const fp7Organisations = (
  rows: readonly (readonly [id: string, country: string, name?: string, street?: string])[],
): string =>
  [
    'new_org_id;organisationName;organisationShortName;organizationUrl;REGION_Level_NUTS_3;country;street;city;postCode;provincia',
    ...rows.map(([id, country, name = `NAME OF ${id}`, street = '']) =>
      [id, name, '', '', '', country, street, '', '', ''].map(semicolonCell).join(';'),
    ),
    '',
  ].join('\r\n');

const semicolonCell = (value: string): string =>
  /[";\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** The ministry's extract of eCORDA: one line of JSON, numbers as fractions, shares that are not read. */
export const ecordaJson = (
  rows: readonly (readonly [
    framework: string,
    stage: string,
    country: string,
    year: number,
    participations: number,
    more?: Readonly<Record<string, unknown>>,
  ])[],
): string =>
  JSON.stringify(
    rows.map(([framework, stage, country, year, participations, more]) => ({
      call_year: String(year),
      framework,
      country_name_fr: `Nom de ${country}`,
      country_code: country,
      stage,
      number_involved: participations,
      coordination_number: 0,
      funding: 1000.5,
      project_number: participations,
      share_number_involved: 0.5,
      ...more,
    })),
  );

/** Persons in Swiss grants: semicolons, NA for every gap, and an area whose name is broken over two lines. */
export const snsfCsv = (
  rows: readonly (readonly [
    grant: number,
    role: string,
    country: string,
    code: string,
    person: number | 'NA',
    more?: { readonly year?: number; readonly area?: string },
  ])[],
): string =>
  [
    'snf_grant_number;year;research_area;amount_granted;role;research_institution;research_institution_type;country;iso_code;continent;partner_budget;world_region;person_id',
    ...rows.map(([grant, role, country, code, person, { year = 2018, area = 'Biology and Medicine' } = {}]) =>
      [grant, year, area, 'NA', role, 'NA', 'NA', country, code, 'Europe', 'NA', 'Europe', person]
        .map((value) => semicolonCell(String(value)))
        .join(';'),
    ),
    '',
  ].join('\n');
