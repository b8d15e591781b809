import * as z from 'zod/mini';
import { FLAGS } from '../flag.ts';
import { MEASURES } from '../flow.ts';
import { LAYER_IDS, UNDATED_LAYER_IDS } from '../layer.ts';
import { CORE } from '../tables/core.ts';
import { about, complete, HEAD, layer, link, ofFields, source, text, whole, year } from './parts.ts';

/** Lists: what there is, and where. */

const Notice = about(
  z.object({
    path: text('Path that will go, as `endpoints` writes it.'),
    since: text('Day since which this is announced.'),
    until: text('Day until which it certainly stays.'),
    instead: text('What to use instead.'),
  }),
  'A path that will go.',
);

/** `index.json` */
export const Index = about(
  z.object({
    ...HEAD,
    title: text('Name of the API.'),
    description: text('What it is.'),
    version: text('Version of the API: a new field or path raises the second number.'),
    schema_version: text('Version of the schema of the tables of the release.'),
    notes: about(z.array(z.string()), 'What to know before adding up or comparing.'),
    flags: about(
      z.array(
        z.object({
          letter: about(z.enum(Object.keys(FLAGS) as [keyof typeof FLAGS]), 'Letter.'),
          label: text('In a word.'),
          meaning: text('What it says.'),
        }),
      ),
      'Letters of observation status.',
    ),
    measures: about(
      z.array(
        z.object({
          id: about(z.enum(MEASURES), 'Id.'),
          title: text('In words.'),
          unit: text('What a value counts.'),
        }),
      ),
      'Measures of `totals`.',
    ),
    endpoints: about(
      z.array(
        z.object({
          path: text('Path, with its parameters in braces, as the OpenAPI document has it.'),
          title: text('What it answers.'),
          schema: text('Name of its schema in the OpenAPI document.'),
          media_type: text('Media type.'),
          base: link('What its files are relative to.'),
          files: about(z.array(z.string()), 'Every file that there is.'),
        }),
      ),
      'Every path and every file behind it.',
    ),
    tables: about(
      z.array(
        z.object({
          name: text('Name.'),
          title: text('Title.'),
          rows: whole('Rows.'),
          parquet: link('As Parquet. The name changes with the content.'),
          csv: link('As CSV, packed by gzip. The name changes with the content.'),
        }),
      ),
      'The tables of the release, whole.',
    ),
    deprecated: about(z.array(Notice), 'What will go. Empty: nothing.'),
    links: z.object({
      documentation: link('Documentation for readers.'),
      openapi: link('OpenAPI 3.1 document.'),
      figure_schema: link('JSON Schema of the JSON file that a reader takes of a figure.'),
      release: link('The release as a data package: every table with its schema.'),
    }),
  }),
  'What there is: the first file to read.',
);

/** `countries.json` */
export const Countries = about(
  z.object({
    ...HEAD,
    countries: z.array(
      about(
        z.object({
          ...ofFields(CORE.countries.fields),
          file: about(
            z.nullable(z.string()),
            'Its own file, relative to this one; null where it has no data.',
          ),
        }),
        'A row of the table countries.',
      ),
    ),
  }),
  'Register of countries and territories: codes, names in six languages, regions.',
);

const Series = about(
  z.object({
    source: source(),
    first_year: year('First year.'),
    last_year: year('Last year.'),
    shown_year: year('The latest whole year, which answers about countries and pairs take.'),
    complete: complete(),
    years: about(
      z.array(
        z.object({
          year: year(),
          file: link('The largest flows: LayerYear.'),
          all: link('Every flow: Matrix.'),
        }),
      ),
      'Ascending.',
    ),
  }),
  'A layer as one source counts it.',
);

/** `layers.json` */
export const Layers = about(
  z.object({
    ...HEAD,
    layers: z.array(
      about(
        z.object({
          id: about(z.enum([...LAYER_IDS, ...UNDATED_LAYER_IDS]), 'Id.'),
          title: text('Name for headings.'),
          unit: text('What a value counts, plural.'),
          sum_unit: text('What a sum over pairs counts.'),
          directed: about(z.boolean(), 'Whether origin and destination differ in meaning.'),
          dated: about(
            z.boolean(),
            'If false, its flows are of a whole period and stand in the table period_flows.',
          ),
          default_source: source(),
          definition: text('What counts as one.'),
          counting: about(z.nullable(z.string()), 'How it is counted, in a sentence to stand at a figure.'),
          series: about(z.array(Series), 'By source. Two sources of one layer are never one series.'),
        }),
        'What moves or joins.',
      ),
    ),
  }),
  'Layers: what is counted, by whom, for which years.',
);

/** `indicators.json` */
export const Indicators = about(
  z.object({
    ...HEAD,
    indicators: z.array(
      about(
        z.object({
          id: text('Id.'),
          title: text('Name for headings.'),
          chapter: text('Chapter of the methods.'),
          subject: about(z.enum(['pair', 'country', 'layers']), 'What has a value.'),
          layers: about(z.array(layer()), 'Layers in which it is defined.'),
          symmetric: about(z.boolean(), 'Of pairs: whether both orders of a pair have the same value.'),
          unit: text('Unit of its values.'),
          least: about(z.nullable(z.number()), 'Least possible value; null where there is no bound.'),
          most: about(z.nullable(z.number()), 'Largest possible value; null where there is no bound.'),
          neutral: about(z.nullable(z.number()), 'The value that says neither more nor less than expected.'),
          says: text('What it says, in a sentence.'),
          definition: text('How it is reckoned.'),
          counting: about(z.partialRecord(z.enum(LAYER_IDS), z.string()), 'What is counted how, by layer.'),
          limits: about(
            z.nullable(z.enum(['interval', 'bounds'])),
            'What low and high are: limits of chance, or bounds of what a source does not tell; null where there are none.',
          ),
          licence: text('What the licences of its sources come to, in words.'),
          sources: about(z.array(source()), 'Ids of the sources that its values rest on.'),
          csv: about(
            z.nullable(
              z.object({
                file: link('Its values.'),
                metadata: link("Columns, licence and sources of that file, after W3C's CSV on the Web."),
                rows: whole('Rows.'),
                bytes: whole('Bytes.'),
              }),
            ),
            'All its values in one file; null where they would be too many.',
          ),
          table: text(
            'Table of the release, or view in SQL over its tables (listed in the data package), that has all its values.',
          ),
          links: z.object({ method: link('Formula, example, references, caveats.') }),
        }),
        'A measure of the atlas.',
      ),
    ),
  }),
  'Indicators: what each says, how it is reckoned, and where its values are.',
);

/** `sources.json` */
export const Sources = about(
  z.object({
    ...HEAD,
    details: z.array(
      about(
        z.object({
          ...ofFields(CORE.sources.fields, (name) => name !== 'caveats' && name !== 'tables'),
          licence_title: text('Licence in words.'),
          licence_url: text('Its text.'),
          caveats: about(z.array(z.string()), 'What to know before using it.'),
          tables: about(z.array(z.string()), 'Tables of the release that hold its rows.'),
        }),
        'A row of the table sources.',
      ),
    ),
  }),
  'Sources: what each counts, its licence, its caveats, how to cite it.',
);

/** `releases.json` */
export const Releases = about(
  z.object({
    ...HEAD,
    releases: about(
      z.array(
        z.object({
          version: text('Version: a date.'),
          current: about(z.boolean(), 'Whether /api/v1/ is made from it.'),
          frozen: about(z.boolean(), 'Whether its tables and figures are kept, byte for byte.'),
          schema_version: text('Version of the schema of its tables.'),
          datapackage: about(
            z.nullable(z.string()),
            'Its data package, relative to this file; of a frozen one, the copy that never changes.',
          ),
        }),
      ),
      'The newest first.',
    ),
  }),
  'Releases of the data.',
);
