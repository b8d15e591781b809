import * as z from 'zod/mini';
import { COVERAGE_STATUSES, MEASURES } from '../flow.ts';
import { LAYER_IDS } from '../layer.ts';
import type {
  CountrySlice,
  IndicatorsSlice,
  LayerSlice,
  MatrixSlice,
  PopulationSlice,
  TotalsSlice,
  WorldSlice,
} from '../slice.ts';
import { about, iso3, layer, source, text, whole, year } from './parts.ts';

/**
 * The schemas of slices: the files that the site itself answers from, in `release/slices/`. They are packed: values stand by year from
 * a first one on, and what no value has is left out. They name their sources; licences are in `sources.json`.
 */

const letters = () => text('Flag: letters of observation status.');
const byYear = () => z.record(z.string().check(z.regex(/^\d{4}$/)), letters());
const from = () => year('Year of the first value.');
const notReported = () =>
  about(
    z.array(z.tuple([iso3('Host'), whole('Its inbound total.'), year('The year of that total.')])),
    'Hosts that did not report, largest first.',
  );

export const CountryTies = about(
  z.object({
    iso3: iso3('Code'),
    ties: z.array(
      z.object({
        layer: layer(),
        source: source(),
        direction: about(z.enum(['out', 'in', 'both']), 'As the country sees it.'),
        from: from(),
        partners: about(
          z.record(z.string(), z.array(z.int())),
          'Partner → value by year. 0 stands for no row, which is zero where the series is complete (layers.json) and unknown elsewhere; years after the last are left out.',
        ),
        yearFlags: z.exactOptional(about(byYear(), 'Flags that hold for every partner of a year.')),
        flags: z.exactOptional(
          about(z.record(z.string(), byYear()), 'Flags of single values: partner → year → flag.'),
        ),
      }),
    ),
    totals: z.array(
      z.object({
        measure: about(z.enum(MEASURES), 'What is counted.'),
        source: source(),
        from: from(),
        values: about(z.array(z.nullable(z.number())), 'Value by year; null stands for no row.'),
        flags: z.exactOptional(about(byYear(), 'Year → flag.')),
      }),
    ),
  }) satisfies z.ZodMiniType<CountrySlice>,
  'All ties and totals of one country, in all years.',
);

export const CountryIndicators = about(
  z.object({
    iso3: iso3('Code'),
    series: z.array(
      z.object({
        indicator: text('Id of the indicator.'),
        layer: layer(),
        source: source(),
        years: about(z.array(z.int()), 'Years that have a value.'),
        values: about(z.array(z.number()), 'Values of these years.'),
        lows: z.exactOptional(
          about(z.array(z.nullable(z.number())), 'Lower limits; left out where no year has one.'),
        ),
        highs: z.exactOptional(about(z.array(z.nullable(z.number())), 'Upper limits.')),
        flags: z.exactOptional(about(z.array(z.nullable(z.string())), 'Flags.')),
      }),
    ),
  }) satisfies z.ZodMiniType<IndicatorsSlice>,
  'Every indicator of one country, in all years.',
);

export const Strongest = about(
  z.object({
    layer: layer(),
    source: source(),
    year: year(),
    strongest: about(
      z.array(
        z.union([
          z.tuple([z.string(), z.string(), z.int()]),
          z.tuple([z.string(), z.string(), z.int(), letters()]),
        ]),
      ),
      'The 300 largest flows: origin, destination, value, flag if it has one.',
    ),
    pairs: whole('How many pairs have a flow.'),
    links: whole('Sum over these.'),
    notReported: notReported(),
    coverage: about(z.partialRecord(z.enum(COVERAGE_STATUSES), z.int()), 'Hosts by status.'),
  }) satisfies z.ZodMiniType<LayerSlice>,
  'The largest flows of a layer, source and year, packed. LayerYear has the same in words.',
);

export const Matrix = about(
  z.object({
    codes: about(z.array(z.string()), 'Codes of countries; rows name them by their place here, from 0.'),
    rows: about(
      z.array(z.array(z.int())),
      'A row for each origin: origin, destination, value, destination, value, and so on.',
    ),
    flag: z.exactOptional(about(letters(), 'Flag of all flows but those in `flags`.')),
    flags: z.exactOptional(
      about(
        z.array(z.tuple([z.int(), z.int(), z.nullable(z.string())])),
        'Flags of single flows: origin, destination, flag.',
      ),
    ),
  }) satisfies z.ZodMiniType<MatrixSlice>,
  'Every flow of a layer, source and year.',
);

export const Totals = about(
  z.object({
    source: source(),
    year: year(),
    values: about(
      z.record(
        z.string(),
        z.record(z.string(), z.union([z.tuple([z.number()]), z.tuple([z.number(), letters()])])),
      ),
      'Measure, or id of an indicator that maps show → country → value, and flag if it has one.',
    ),
    notReported: notReported(),
  }) satisfies z.ZodMiniType<TotalsSlice>,
  "Every country's totals of one source and year.",
);

export const World = about(
  z.object({
    series: z.array(
      z.object({
        layer: about(z.enum(LAYER_IDS), 'Id of the layer.'),
        source: source(),
        points: about(
          z.array(z.union([z.tuple([z.int(), z.number()]), z.tuple([z.int(), z.number(), letters()])])),
          'Year, value, flag if it has one.',
        ),
      }),
    ),
  }) satisfies z.ZodMiniType<WorldSlice>,
  'Each layer through time, all countries together.',
);

export const Population = about(
  z.object({
    from: from(),
    values: about(
      z.record(z.string(), z.array(z.nullable(z.number()))),
      'Country → inhabitants by year; null stands for no row.',
    ),
  }) satisfies z.ZodMiniType<PopulationSlice>,
  'Inhabitants by country and year, from the World Bank.',
);
