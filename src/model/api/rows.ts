import * as z from 'zod/mini';
import { about, INDICATED, iso3, text } from './parts.ts';

/** Columns of the CSV files, in their order. An empty cell is null. */

const { indicator, layer, source, year, value, low, high, flag } = INDICATED;
const of = { indicator, layer, source, year, value, low, high, flag } as const;

export const CountryIndicatorRow = about(
  z.object({
    country: iso3('Country'),
    country_name: text('Its short English name.'),
    ...of,
  }),
  'A value of an indicator of a country.',
);

export const PairIndicatorRow = about(
  z.object({
    origin: iso3('Country that the value is of'),
    origin_name: text('Its short English name.'),
    destination: iso3('Its partner'),
    destination_name: text('Its short English name.'),
    ...of,
  }),
  'A value of an indicator of an ordered pair of countries.',
);

/** Beside each CSV file: what it is, after W3C's CSV on the Web (https://www.w3.org/TR/tabular-metadata/). */
export const CsvMetadata = about(
  z.object({
    '@context': z.literal('http://www.w3.org/ns/csvw'),
    url: text('The file that is described, beside this one.'),
    'dc:title': text('Title.'),
    'dc:description': text('What a value says, and how it is reckoned.'),
    'schema:version': text('Release of the data; a date.'),
    'dc:rights': text('What the licences of its sources come to, in words.'),
    'dc:license': about(z.array(z.object({ '@id': text('Its text.') })), 'These licences.'),
    'dc:source': about(z.array(z.string()), 'How the sources want to be cited.'),
    tableSchema: z.object({
      columns: z.array(
        z.object({
          name: text('Name of the column.'),
          titles: text('Its head in the file.'),
          datatype: about(z.enum(['string', 'integer', 'gYear', 'number']), 'Type of its cells.'),
          required: about(z.boolean(), 'Whether every cell has a value.'),
          'dc:description': text('What it holds.'),
        }),
      ),
      primaryKey: about(z.array(z.string()), 'Columns that tell a row.'),
    }),
  }),
  'Describes a CSV file: columns, licence, sources.',
);

/** Schema of the rows of an indicator's file, by what the indicator is of. */
export const ROW_OF = { country: 'CountryIndicatorRow', pair: 'PairIndicatorRow' } as const;
