import type { Cell } from '../../engine/engine.ts';
import { isNumeric, isWhole, type ResultTable } from '../../engine/result-table.ts';
import { sampleOf } from '../../components/grid/cell-words.ts';

/** What a column is to a chart. */
export interface ChartColumn {
  readonly index: number;
  readonly name: string;
  /** Points in time: years as numbers, or dates. `other` is nothing that a chart draws. */
  readonly kind: 'time' | 'number' | 'text' | 'other';
  /** Dates and timestamps, as text in the result. */
  readonly isDate: boolean;
  /** Whole numbers of at least zero whose sum has a meaning, as far as name and values tell. Ratios, ranks and years have none. */
  readonly isCount: boolean;
  /** Texts are codes of countries. */
  readonly isCountry: boolean;
  /** Whether some values differ. */
  readonly varies: boolean;
}

const YEAR_NAME = /(?:^|_)(?:year|yr|years|annee|jahr|ano)(?:$|_)/i;
/** Names of numbers that name, rank or limit something and count nothing. */
const NO_COUNT =
  /(?:^|_)(?:rank|row|no|nr|id|code|m49|lat|lon|year|share|rate|ratio|percent|pct|avg|mean|median|min|max|index|score|low|high|per|position|decile|quartile|ventile|age)(?:$|_)/i;

/** What each column of a result is, from its type, its name and some of its values. */
export function chartColumns(table: ResultTable): ChartColumn[] {
  return table.columns.map(({ name, type }, index) => {
    const values = sampleOf(table, index, 400).filter((value) => value !== null);
    const isDate = /^(?:DATE|TIMESTAMP)/.test(type);
    const kind = isDate
      ? 'time'
      : isNumeric(type)
        ? isYears(name, type, values)
          ? 'time'
          : 'number'
        : type === 'VARCHAR' || type === 'BOOLEAN'
          ? 'text'
          : 'other';
    return {
      index,
      name,
      kind,
      isDate,
      isCount:
        kind === 'number' && isWhole(type) && !NO_COUNT.test(name) && values.every((v) => Number(v) >= 0),
      isCountry: kind === 'text' && isCountries(values),
      varies: new Set(values).size > 1,
    };
  });
}

function isYears(name: string, type: string, values: readonly Cell[]): boolean {
  const between = (low: number, high: number) =>
    values.length > 0 &&
    values.every((value) => Number.isInteger(value) && Number(value) >= low && Number(value) <= high);
  if (!isWhole(type) && !values.every(Number.isInteger)) return false;
  return YEAR_NAME.test(name)
    ? between(1000, 2500)
    : /^(?:y|time|period|from|to|since|until)$/i.test(name) && between(1500, 2200);
}

const isCountries = (values: readonly Cell[]): boolean =>
  values.length > 0 &&
  values.filter((value) => /^[A-Z]{3}$/.test(String(value))).length >= 0.9 * values.length;
