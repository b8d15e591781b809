import * as z from 'zod/mini';
import { FLAGS } from '../flag.ts';
import { COVERAGE_STATUSES } from '../flow.ts';
import { LAYER_IDS } from '../layer.ts';
import type { Field } from '../release.ts';

/** What answers of the API are made of. Names are those of the tables' columns; a cell that is empty there is null here. */

/** A schema that says what it is. */
export const about = <S extends z.ZodMiniType>(schema: S, description: string): S =>
  schema.check(z.describe(description)) as S;

export const text = (description: string) => about(z.string(), description);
export const whole = (description: string) => about(z.int().check(z.nonnegative()), description);
export const year = (description = 'Calendar year.') =>
  about(z.int().check(z.gte(1900), z.lte(2100)), description);
export const iso3 = (description: string) =>
  about(z.string().check(z.regex(/^[A-Z]{3}$/)), `${description} (ISO 3166-1 alpha-3; XKX is Kosovo).`);
export const layer = () => about(z.enum(LAYER_IDS), 'Id of the layer; layers.json says what it counts.');
export const source = () =>
  text('Id of the source, as sources.json lists it. Never add up two sources of one layer.');
export const link = (description: string) => text(`${description} An address relative to this file.`);

export const flag = () =>
  about(
    z.nullable(
      z.string().check(
        z.minLength(1),
        z.regex(
          new RegExp(
            `^${Object.keys(FLAGS)
              .map((letter) => `${letter}?`)
              .join('')}$`,
          ),
        ),
      ),
    ),
    `Observation status, one or more letters of SDMX's CL_OBS_STATUS, or null for a normal value: ${Object.entries(
      FLAGS,
    )
      .map(([letter, { label }]) => `${letter} ${label}`)
      .join(', ')}.`,
  );

export const SourceOfFile = about(
  z.object({
    id: source(),
    title: text('Title.'),
    publisher: text('Publisher.'),
    licence: text('Licence: its SPDX id where there is one.'),
    licence_url: text('Its text.'),
    share_alike: about(z.boolean(), 'Whether what is made from it must carry the same licence.'),
    citation: text('How its publisher wants it cited.'),
  }),
  'A source that values of the file rest on.',
);

/** What every JSON file of the API begins with. */
export const HEAD = {
  api: about(z.literal('v1'), 'Version of the API.'),
  release: about(
    z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
    'Release of the data that the file was made from; a date.',
  ),
  licence: text('What the licences of its sources come to, in words.'),
  sources: about(z.array(SourceOfFile), 'The sources that its values rest on.'),
} as const;

export const Value = about(
  z.object({
    year: year(),
    value: about(z.number(), 'Value.'),
    flag: flag(),
  }),
  'What was observed in a year. A year that is not listed has no row in the release.',
);

/** A value of an indicator, without what it is of. */
export const INDICATED = {
  indicator: text('Id of the indicator, as indicators.json lists it.'),
  layer: layer(),
  source: source(),
  year: year(),
  value: about(z.number(), 'Value, in the unit of the indicator.'),
  low: about(
    z.nullable(z.number()),
    'Lower limit of its 95 % interval, or lower bound; null where it has none.',
  ),
  high: about(z.nullable(z.number()), 'Upper limit, or upper bound; null where it has none.'),
  flag: flag(),
} as const;

export const complete = () =>
  about(
    z.boolean(),
    'True: a pair or year that is not listed is zero. False: the source lists only the largest partners that hosts reported, so that what is not listed is not known.',
  );

export const Coverage = about(
  z.object({
    layer: layer(),
    source: source(),
    year: year(),
    status: about(z.enum(COVERAGE_STATUSES), 'What follows from the ratio.'),
    reported: whole('Sum of what the country reported by origin.'),
    expected: about(z.nullable(z.int()), 'Its inbound total in expected_year; null where it published none.'),
    expected_year: about(z.nullable(z.int()), 'The year itself, or the nearest that has a total.'),
    ratio: about(z.nullable(z.number()), 'reported / expected.'),
  }),
  'How much of what a country hosted is there by origin.',
);

/** The schema of a column of a table of the release. */
export function ofField({ type, description, unit, constraints = {} }: Field): z.ZodMiniType {
  const { required, enum: values, pattern, minimum, maximum } = constraints;
  const base =
    type === 'string'
      ? values
        ? z.enum(values as readonly [string, ...string[]])
        : pattern
          ? z.string().check(z.regex(new RegExp(`^(?:${pattern})$`)))
          : z.string()
      : type === 'boolean'
        ? z.boolean()
        : (type === 'integer' ? z.int() : z.number()).check(
            ...(minimum === undefined ? [] : [z.gte(minimum)]),
            ...(maximum === undefined ? [] : [z.lte(maximum)]),
          );
  return about(required ? base : z.nullable(base), unit ? `${description} Unit: ${unit}.` : description);
}

/** Schemas of all columns of a table, or of those that are wanted. */
export const ofFields = (
  fields: readonly Field[],
  wanted: (name: string) => boolean = () => true,
): Record<string, z.ZodMiniType> =>
  Object.fromEntries(fields.filter(({ name }) => wanted(name)).map((field) => [field.name, ofField(field)]));
