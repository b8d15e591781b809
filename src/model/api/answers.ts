import * as z from 'zod/mini';
import { COVERAGE_STATUSES, MEASURES } from '../flow.ts';
import { LAYER_IDS, UNDATED_LAYER_IDS } from '../layer.ts';
import { CONTEXT } from '../tables/context.ts';
import {
  about,
  complete,
  Coverage,
  flag,
  HEAD,
  INDICATED,
  iso3,
  layer,
  link,
  ofFields,
  source,
  text,
  Value,
  whole,
  year,
} from './parts.ts';

/** Answers to what is asked most: of one country, of two, of one layer in one year. */

const unit = () => text('What a value counts, plural: students, moves, papers, projects.');
const sumUnit = () =>
  text(
    'What a sum over pairs counts. Of papers and projects that is links: a paper of three countries is in three pairs.',
  );
const named = {
  country: iso3('Code of the partner'),
  name: text('Its short English name.'),
};

const Partners = about(
  z.object({
    layer: layer(),
    source: source(),
    direction: about(
      z.enum(['out', 'in', 'both']),
      'As the country sees it: out to the partner, in from it; both in undirected layers.',
    ),
    year: year('The latest whole year of this layer and source; the same for every country.'),
    unit: unit(),
    sum_unit: sumUnit(),
    complete: complete(),
    partners: whole('How many partners are listed.'),
    sum: whole('Sum over these.'),
    strongest: about(
      z.array(z.object({ ...named, value: whole('Value.'), flag: flag() })),
      'The ten largest, in descending order.',
    ),
    rest: about(
      z.object({ partners: whole('How many.'), sum: whole('Their sum.') }),
      'All other partners of this year.',
    ),
  }),
  'Partners of the country in one layer, source and direction.',
);

/** `countries/<ISO3>.json` */
export const Country = about(
  z.object({
    ...HEAD,
    country: about(
      z.object({
        iso3: iso3('Code'),
        iso2: text('ISO 3166-1 alpha-2 code; XK for Kosovo.'),
        m49: about(z.nullable(z.string()), 'UN M49 code, three digits.'),
        name: text('Short English name.'),
        region: about(z.nullable(z.string()), 'UN M49 region.'),
        subregion: about(z.nullable(z.string()), 'UN M49 sub-region.'),
        income_group: about(z.nullable(z.string()), 'World Bank income group.'),
        note: about(z.nullable(z.string()), 'What to know of the place before comparing it.'),
      }),
      'Which country or territory it is.',
    ),
    totals: about(
      z.array(
        z.object({
          measure: about(z.enum(MEASURES), 'What is counted; index.json has the measures in words.'),
          source: source(),
          unit: text('What a value counts.'),
          values: about(z.array(Value), 'By year, ascending.'),
        }),
      ),
      'Totals of the country as the sources publish them: these, unlike sums over partners, may be quoted as totals.',
    ),
    partners: about(z.array(Partners), 'The largest partners by layer. Layers without a row are left out.'),
    coverage: about(
      z.array(Coverage),
      'Whether the country, as a host, reported its students by origin, in the year of `partners`.',
    ),
    indicators: about(
      z.array(z.object(INDICATED)),
      'The latest value of every indicator of the country, by layer and source.',
    ),
    links: z.object({
      page: link('Its page for readers.'),
      ties: link('All its ties in all years: CountryTies.'),
      indicators: link('All its indicators in all years: CountryIndicators.'),
      pairs: about(
        z.record(z.string(), z.string()),
        'Pairs that have a file of their own: partner → address.',
      ),
    }),
  }),
  'What is asked of one country: its totals, its largest partners, its indicators.',
);

/** `pairs/<ISO3>-<ISO3>.json` */
export const Pair = about(
  z.object({
    ...HEAD,
    pair: about(
      z.tuple([z.object(named), z.object(named)]),
      'The two countries, in the order of their codes.',
    ),
    flows: about(
      z.array(
        z.object({
          layer: layer(),
          source: source(),
          directed: about(z.boolean(), 'Whether origin and destination differ in meaning.'),
          origin: iso3('Country of origin; in undirected layers the smaller code'),
          destination: iso3('Country of destination; in undirected layers the larger code'),
          unit: unit(),
          complete: complete(),
          values: about(z.array(Value), 'By year, ascending.'),
        }),
      ),
      'Every flow between the two, each way where the layer has two.',
    ),
    period_flows: about(
      z.array(
        z.object({
          layer: about(z.enum([...LAYER_IDS, ...UNDATED_LAYER_IDS]), 'Id of the layer.'),
          source: source(),
          origin: iso3('Country of origin'),
          destination: iso3('Country of destination'),
          unit: unit(),
          from_year: year('First year of the period.'),
          to_year: year('Last year of the period.'),
          value: whole('Count over the whole period.'),
          flag: flag(),
        }),
      ),
      'Flows that their source gives for several years together: never on a line of years.',
    ),
    indicators: about(
      z.array(
        z.object({
          ...INDICATED,
          origin: iso3('Country that the value is of'),
          destination: iso3('Its partner'),
        }),
      ),
      'Indicators of the pair in the latest whole year of each layer and source; those of a whole span of years, as they stand. A symmetric one stands once.',
    ),
    context: about(
      z.nullable(
        z.object(
          ofFields(CONTEXT.pair_context.fields, (name) => name !== 'origin' && name !== 'destination'),
        ),
      ),
      'What lies between the two: distance, border, language, colonial ties, hours that they share. Null where nothing is known.',
    ),
    links: z.object({
      countries: about(z.record(z.string(), z.string()), 'Their own files: code → address.'),
      ties: link('All ties of the first in all years: CountryTies.'),
    }),
  }),
  'What is asked of two countries: every flow between them, in all layers, sources and years.',
);

/** `layers/<layer>/<source>/<year>.json` */
export const LayerYear = about(
  z.object({
    ...HEAD,
    layer: layer(),
    source: source(),
    year: year(),
    unit: unit(),
    sum_unit: sumUnit(),
    directed: about(z.boolean(), 'If false, a pair stands once, origin < destination.'),
    complete: complete(),
    pairs: whole('How many pairs have a flow.'),
    sum: whole('Sum over these.'),
    strongest: about(
      z.array(
        z.object({
          origin: iso3('Country of origin'),
          destination: iso3('Country of destination'),
          value: whole('Value.'),
          flag: flag(),
        }),
      ),
      'The 300 largest flows, in descending order.',
    ),
    rest: about(
      z.object({ pairs: whole('How many.'), sum: whole('Their sum.') }),
      'All other flows of this year.',
    ),
    coverage: about(
      z.partialRecord(z.enum(COVERAGE_STATUSES), z.int()),
      'How many hosts reported; empty where the source does not rest on reports of hosts.',
    ),
    not_reported: about(
      z.array(
        z.object({
          country: iso3('Host'),
          expected: whole('Its inbound total.'),
          expected_year: year('The year of that total.'),
        }),
      ),
      'Hosts that did not report by origin, largest first.',
    ),
    links: z.object({
      all: link('Every flow of this layer, source and year: Matrix.'),
      layers: link('What the layer counts.'),
    }),
  }),
  'The largest flows of a layer in a year, and what all others sum to.',
);
