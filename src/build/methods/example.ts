import type { Markup } from '../../charts/svg.ts';
import type { Example, Indicator, WriteNumber } from '../../model/indicator.ts';
import type { Places } from '../../model/country.ts';
import type { LayerId } from '../../model/layer.ts';
import { literal } from '../../model/sql-literal.ts';
import { one, openRelease } from '../atlas.ts';
import { mathOf } from './math.ts';
import { inTex, inText } from './numbers.ts';

type ExampleRow = Parameters<Example['compute']>[0];

/** A worked example as a page shows it. */
export interface WorkedExample {
  readonly says: string;
  readonly formula: Markup;
  readonly sql: string;
  /** What the figure beside it opens with: the countries and the layer of the example, as far as it names them. */
  readonly figure: { layer?: LayerId; country?: string; partner?: string };
}

/** Works an indicator's example with the numbers of the release. One that does not come out stops the build. */
export async function workExample(indicator: Indicator): Promise<WorkedExample> {
  const { sql } = indicator.example;
  const row = await one<ExampleRow>(sql);
  const { atlas } = await openRelease();
  return { ...writeExample(indicator, row), sql, figure: figureOf(indicator, row, atlas.places) };
}

/** Countries are named in a row as sentences name them, the first first; the layer stands in the query. */
export function figureOf(
  { layers, subject, example }: Pick<Indicator, 'layers' | 'subject' | 'example'>,
  row: ExampleRow,
  places: Places,
): WorkedExample['figure'] {
  const layer = layers.find((id) => example.sql.includes(literal(id)));
  const byName = new Map([...places.values()].map(({ in_text, iso3 }) => [in_text, iso3]));
  const [country, partner] = Object.values(row).flatMap((name) => byName.get(String(name)) ?? []);
  return {
    ...(layer && { layer }),
    ...(country && { country }),
    ...(partner && subject === 'pair' && { partner }),
  };
}

/**
 * @throws Error that names the indicator, where its own formula does not give the value that its view has, or where the
 *   row lacks a number that the example writes
 */
export function writeExample(
  { id, example }: Indicator,
  row: ExampleRow,
): Pick<WorkedExample, 'says' | 'formula'> {
  const { value } = row;
  const again = example.compute(row);
  if (typeof value !== 'number' || !agree(value, again))
    throw new Error(
      `The example of ${id} gives ${again} by its formula and ${String(value)} by its view: ${JSON.stringify(row)}`,
    );
  const says = example.says(row, orMissing(inText));
  const tex = example.tex(row, orMissing(inTex));
  if ((says + tex).includes(MISSING))
    throw new Error(`The example of ${id} writes a number that its row has not: ${JSON.stringify(row)}`);
  return { says, formula: mathOf(tex, { display: true }) };
}

/** Stands where a number is missing. An example may reckon with words that it does not use: only what it says counts. */
const MISSING = '\ufffd';
const orMissing =
  (write: WriteNumber): WriteNumber =>
  (value, digits) =>
    value === null || value === undefined ? MISSING : write(value, digits);

/** Equal but for rounding: views round to six decimals. */
const agree = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(5e-7, 1e-6 * Math.abs(a));
