import type { TableFile } from '../../../src/model/release.ts';
import type { Catalogue } from './catalogue.ts';

/** A table's description for who meets it outside the atlas, in a search engine or a portal. */
export const tableDescription = ({ release }: Catalogue, { description, rows }: TableFile): string =>
  `${description} A table of Crosscurrents, an open atlas of academic collaboration between countries: ` +
  `${rows.toLocaleString('en')} rows, release ${release.version}.`;

/** The release's description, likewise. */
export const releaseDescription = ({ release }: Catalogue): string =>
  `${release.description} ${release.resources.length} tables as Parquet and CSV, release ${release.version}. ` +
  "Each row names its source and carries that source's licence.";

/** A column that holds an amount: a number that is no part of the key. */
export const measuresOf = ({ schema }: TableFile) =>
  schema.fields.filter(
    (field) =>
      (field.type === 'integer' || field.type === 'number') &&
      !schema.primaryKey.includes(field.name) &&
      !/(^|_)year$/.test(field.name),
  );
