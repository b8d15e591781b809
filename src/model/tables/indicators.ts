import { LAYER_IDS, type LayerId } from '../layer.ts';
import type { Field } from '../release.ts';
import {
  choice,
  count,
  edgeYear,
  flag,
  iso3,
  required,
  source,
  text,
  year,
  type TableSchema,
} from './fields.ts';

const layer: Field = choice('layer', 'Id of the layer.', LAYER_IDS);

const real = (name: string, unit: string, description: string, must = true): Field => ({
  name,
  type: 'number',
  unit,
  description,
  ...(must ? { constraints: required } : {}),
});

/** Terms of the gravity model, beside the effects of origins and destinations. */
export const GRAVITY_TERMS = ['log_distance', 'contiguous', 'common_language', 'colonial_tie'] as const;

/** What a country's place in a network is measured by. */
export const NETWORK_MEASURES = ['betweenness', 'eigenvector'] as const;

/** Layers whose every tie is known. The lists of students are not whole: a path through them would be an accident. */
export const NETWORK_LAYERS = ['papers', 'scholars', 'projects'] as const satisfies readonly LayerId[];

/** What the indicators are, and what of them SQL cannot say: models and networks, reckoned from the snapshot. */
export const INDICATOR_TABLES = {
  indicators: {
    title: 'Indicators',
    description:
      'What each indicator measures. Values are in the table country_indicators, and in the SQL view pair_indicators among the relations of the manifest. Ids are part of the contract.',
    made: 'publish',
    primaryKey: ['id'],
    fields: [
      text('id', 'Id, as the views name it.', true),
      text('title', 'Name for headings.', true),
      choice('subject', 'What has a value.', ['pair', 'country', 'layers']),
      text('layers', 'Layers in which it is defined, one to a line.', true),
      text('unit', 'Unit of its values.', true),
      real('least', 'the unit of the row', 'Least possible value; empty where there is no bound.', false),
      real('most', 'the unit of the row', 'Largest possible value; empty where there is no bound.', false),
      real(
        'neutral',
        'the unit of the row',
        'The value that says neither more nor less than expected.',
        false,
      ),
      text('says', 'What it says, in a sentence.', true),
      text('definition', 'How it is reckoned.', true),
      text('formula', 'Its formula, in TeX.', true),
      text('intervals', 'How low and high are made; empty where it has none.'),
      text('works_cited', 'What it rests on, one to a line, with DOI.', true),
    ],
  },
  country_indicators: {
    title: 'Indicators of countries',
    description:
      'Every indicator of a country by layer, source and year, with the limits of its interval, or its bounds where the source lists only part of the partners. A country without a row has no value: it is not defined or not reported.',
    made: 'publish',
    from: {
      'cepii-geodist': "indicator LIKE 'average%distance'",
      'country-groups': "indicator LIKE 'own_region%'",
      'uis-student-totals': "layer = 'students'",
      'world-bank-wdi':
        "indicator LIKE '%income%' OR indicator IN ('works_per_million', 'works_per_thousand_researchers', 'inbound_per_thousand', 'outbound_per_thousand')",
    },
    primaryKey: ['country', 'layer', 'source', 'indicator', 'year'],
    references: { source: 'sources', country: 'countries', indicator: 'indicators' },
    fields: [
      iso3('country', 'Country'),
      layer,
      source,
      year,
      text('indicator', 'Id of the indicator.', true),
      real('value', 'the unit of the indicator', 'Value.'),
      real('low', 'the unit of the indicator', 'Lower limit of its 95 % interval, or lower bound.', false),
      real('high', 'the unit of the indicator', 'Upper limit, or upper bound.', false),
      flag,
    ],
  },
  stored_pair_indicators: {
    title: 'Indicators of pairs that are stored',
    description:
      'The indicators of pairs that a browser would take too long over: breaks of ties, and pairs of organisations that outlived a programme. The SQL view pair_indicators has them with all others.',
    made: 'model',
    primaryKey: ['layer', 'source', 'origin', 'destination', 'indicator', 'year'],
    references: {
      source: 'sources',
      origin: 'countries',
      destination: 'countries',
      indicator: 'indicators',
    },
    fields: [
      layer,
      source,
      iso3('origin', 'Country of origin'),
      iso3('destination', 'Country of destination'),
      year,
      text('indicator', 'Id of the indicator.', true),
      real('value', 'the unit of the indicator', 'Value.'),
      real('low', 'the unit of the indicator', 'Lower limit of its 95 % interval.', false),
      real('high', 'the unit of the indicator', 'Upper limit.', false),
      flag,
    ],
  },
  gravity_coefficients: {
    title: 'Gravity: coefficients',
    description:
      'How distance, a common border, a common official language and a colonial tie go with flows: coefficients of a gravity model with effects of origins and destinations, fitted by Poisson pseudo-maximum likelihood for every layer, source and year. An association, never an effect. Projects are pooled over their years.',
    made: 'model',
    from: { 'cepii-geodist': 'TRUE' },
    primaryKey: ['layer', 'source', 'from_year', 'term'],
    references: { source: 'sources' },
    fields: [
      layer,
      source,
      edgeYear('from_year'),
      edgeYear('to_year'),
      choice('term', 'Term of the model.', GRAVITY_TERMS),
      real('coefficient', 'log points', 'Coefficient; of log_distance, an elasticity.'),
      real('standard_error', 'log points', 'Robust standard error, clustered by pair of countries.'),
      real(
        'standard_error_dyadic',
        'log points',
        'Robust standard error that also allows pairs with a country in common to go together; empty where its variance would not be positive: limits then rest on the other, with the flag e.',
        false,
      ),
      real('low', 'log points', 'Lower limit of the 95 % interval, from the dyadic standard error.'),
      real('high', 'log points', 'Upper limit of the 95 % interval.'),
      count('pairs', 'pairs', 'Pairs of countries in the fit, zeros among them.'),
      count('countries', 'countries and territories', 'Countries in the fit.'),
      flag,
    ],
  },
  gravity_effects: {
    title: 'Gravity: effects of countries',
    description:
      'The effects of origins and destinations in the gravity model, as logarithms, so that what is expected of a pair is the exponential of both effects and of the coefficients times what lies between the two. The SQL view gravity_pairs reckons that.',
    made: 'model',
    from: { 'cepii-geodist': 'TRUE' },
    primaryKey: ['layer', 'source', 'from_year', 'country', 'role'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      layer,
      source,
      edgeYear('from_year'),
      edgeYear('to_year'),
      iso3('country', 'Country'),
      choice('role', "As origin or destination; 'both' in undirected layers.", [
        'origin',
        'destination',
        'both',
      ]),
      real('effect', 'log of the unit of the layer', 'Effect.'),
    ],
  },
  network_measures: {
    title: 'Places in the network',
    description:
      'Centralities of a country in the network of a layer, source and year, by measures that SQL cannot reckon, from 0 to 1; the page of each indicator says how. Moves of scholars in both directions are added up. Not of students, whose lists of ten are no network.',
    made: 'model',
    primaryKey: ['layer', 'source', 'year', 'country', 'measure'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      layer,
      source,
      year,
      iso3('country', 'Country'),
      choice('measure', 'Measure.', NETWORK_MEASURES),
      real('value', 'the unit of the indicator', 'Value.'),
      flag,
    ],
  },
} as const satisfies Record<string, TableSchema>;
