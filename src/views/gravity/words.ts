import { fixed } from '../../charts/decimal.ts';
import { list, span } from '../../charts/format.ts';
import type { State, TermId } from '../params.ts';
import { COUNTING, sourceName } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { GravityField } from './index.ts';
import { linesOf, pointOf, type Line } from './lines.ts';
import type { Fit, GravityRows } from './sql.ts';

type Params = Pick<State, GravityField>;

interface TermWords {
  readonly title: string;
  /** What the axis measures. */
  readonly unit: string;
  /** Where ties are counted: "with a common border". */
  readonly where: string;
  readonly note: string;
}

/** The English of the four terms. */
export const TERM_WORDS: Readonly<Record<TermId, TermWords>> = {
  log_distance: {
    title: 'Has distance died? How many ties go with twice the distance',
    unit: 'Times as many ties at twice the distance',
    where: 'at twice the distance',
    note: 'Distance is the mean over the largest cities of both countries, weighted by their people. The coefficient in the table is an elasticity; times as many is two to its power.',
  },
  contiguous: {
    title: 'How much closer are neighbours? How many ties go with a common border',
    unit: 'Times as many ties with a common border',
    where: 'with a common border',
    note: 'This is what a common border goes with beside a short distance, which most neighbours have anyway. The coefficient in the table is a logarithm; times as many is its exponential.',
  },
  common_language: {
    title: 'Does a common language tie? How many ties go with a common official language',
    unit: 'Times as many ties with a common language',
    where: 'with a common official language',
    note: 'A language counts as common where it is official in both countries. The coefficient in the table is a logarithm; times as many is its exponential.',
  },
  colonial_tie: {
    title: 'Do old empires still show? How many ties go with a colonial past',
    unit: 'Times as many ties with a colonial past',
    where: 'with a colonial past',
    note: 'A colonial past counts where one of the two countries was ever a colony of the other. The coefficient in the table is a logarithm; times as many is its exponential.',
  },
};

/** Whose distances, borders, languages and colonial ties the model takes. */
const TERMS_SOURCE = 'cepii-geodist';

export const EMPTY = 'The gravity model has no result in this release.';

/** A ratio with two decimals, as its interval warrants. */
export const ratio = (value: number): string => fixed(value, 2);

export function words({ fits }: GravityRows, { term }: Params, atlas: Atlas): Words {
  const said = TERM_WORDS[term];
  const lines = linesOf(fits, atlas);
  const years = fits.flatMap(({ from_year, to_year }) => [from_year, to_year]);
  const title = years.length ? `${said.title}, ${span(Math.min(...years), Math.max(...years))}` : said.title;
  return {
    title,
    takeaway: lines[0] ? takeaway(lines[0], term, atlas) : null,
    alt: lines.length
      ? `Lines through time with bands, on a logarithmic scale around one, at which there is no difference: ${lines.map((line) => lineInWords(line, term)).join('; ')}. All values are in the table.`
      : `No line: ${EMPTY}`,
    coverage: null,
    notes: lines.length ? notesOf(lines, term) : [],
    sources: lines.length ? [...lines.map(({ source }) => source), TERMS_SOURCE] : [],
    table: {
      caption: title,
      columns: [
        { key: 'line', label: 'Layer' },
        { key: 'years', label: 'Years' },
        { key: 'value', label: 'Times as many', numeric: true },
        { key: 'low', label: 'Lower limit', numeric: true },
        { key: 'high', label: 'Upper limit', numeric: true },
        { key: 'coefficient', label: 'Coefficient', numeric: true },
        { key: 'pairs', label: 'Pairs', numeric: true },
        { key: 'countries', label: 'Countries', numeric: true },
        { key: 'source', label: 'Source' },
      ],
      rows: lines.flatMap(({ label, source, fits: of }) =>
        of.map((fit) => {
          const { value, low, high } = pointOf(term, fit);
          return {
            line: label,
            years: span(fit.from_year, fit.to_year),
            value: ratio(value),
            low: ratio(low),
            high: ratio(high),
            coefficient: fixed(fit.coefficient, 3),
            pairs: fit.pairs,
            countries: fit.countries,
            source: sourceName(source, atlas),
          };
        }),
      ),
    },
  };
}

const inYears = ({ from_year, to_year }: Fit): string =>
  from_year === to_year ? `in ${from_year}` : `in ${from_year} to ${to_year} taken together`;

/** First and last fit of the first line, each with its interval. */
function takeaway({ label, source, fits }: Line, term: TermId, atlas: Atlas): string | null {
  const [first, last] = [fits[0], fits.at(-1)];
  if (!first || !last) return null;
  const of = (fit: Fit, ties: string, interval: string): string => {
    const { value, low, high } = pointOf(term, fit);
    return `${ratio(value)} times as many${ties} ${inYears(fit)} (${interval}${ratio(low)} to ${ratio(high)})`;
  };
  const when = [of(first, ' ties', '95% interval '), ...(first === last ? [] : [of(last, '', '')])];
  return `${label} (${sourceName(source, atlas)}): ${TERM_WORDS[term].where} there were ${list(when)}, all else in the model equal.`;
}

function lineInWords({ label, fits }: Line, term: TermId): string {
  const [first, last] = [fits[0], fits.at(-1)];
  if (!first || !last) return label;
  const of = (fit: Fit): string => {
    const { value, low, high } = pointOf(term, fit);
    return `${ratio(value)} (${ratio(low)} to ${ratio(high)}) ${inYears(fit)}`;
  };
  return `${label}, ${first === last ? of(last) : `${of(first)}, ${of(last)}`}`;
}

function notesOf(lines: readonly Line[], term: TermId): string[] {
  const layers = new Set(lines.map(({ layer }) => layer));
  const spans = lines.filter(({ fits }) => fits.some((fit) => fit.from_year < fit.to_year));
  return [
    'An association, not an effect: the model tells what goes with what, once the sizes of both countries and the other terms are held equal, and not what would change if a border or a language did.',
    TERM_WORDS[term].note,
    'A gravity model with an effect of every origin and destination, fitted to each year by itself by Poisson pseudo-maximum likelihood. The band is the 95% interval, which allows pairs that have a country in common to go together. Most pairs are the same from year to year, so that intervals which overlap do not say that nothing changed.',
    ...spans.map(
      ({ label }) =>
        `${label}: all years in one fit, as a single one is too thin. The bar shows which years, the upright its interval.`,
    ),
    ...(layers.size < lines.length
      ? ['Two bases for one thing are two lines: how far they lie apart is the error bar.']
      : []),
    COUNTING.papers,
    'Students are left out: their source lists the ten largest partners only, so that zeros are not known.',
  ];
}
