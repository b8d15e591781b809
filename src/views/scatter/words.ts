import { count, list } from '../../charts/format.ts';
import type { DotValue } from '../../charts/country-scatter.ts';
import { measured, measuredNumber } from '../../charts/measured.ts';
import type { AxisMeasure } from '../../charts/pixel-axis.ts';
import { flagWords } from '../../model/flag.ts';
import type { State } from '../params.ts';
import { capital, inText, shortName, sourceName } from '../phrases.ts';
import type { Atlas, Table, Words } from '../view.ts';
import type { ScatterField } from './index.ts';
import { measureOf, scattered, type Axis } from './dots.ts';
import type { ScatterRows } from './sql.ts';

export function words(rows: ScatterRows, state: Pick<State, ScatterField>, atlas: Atlas): Words {
  const { x, y, dots } = scattered(rows, state, atlas);
  const both = dots.filter((dot) => dot.x && dot.y);
  const [across, up] = [measureOf(x, atlas), measureOf(y, atlas)];
  const limited = { x: both.some((dot) => hasLimits(dot.x)), y: both.some((dot) => hasLimits(dot.y)) };
  const title = `${up.title} and ${lower(across.title)}, by country`;
  const own = state.country ? dots.find(({ iso3 }) => iso3 === state.country) : undefined;
  const highest = [...both].sort((a, b) => (b.y?.value ?? 0) - (a.y?.value ?? 0)).slice(0, 3);
  const years = [x, y].filter((axis) => axis.year !== null && axis.year !== state.year);
  return {
    title,
    takeaway:
      state.country && own?.x && own.y
        ? takeaway(state.country, { axis: x, value: own.x.value }, { axis: y, value: own.y.value }, atlas)
        : null,
    alt: both.length
      ? `${count(both.length)} countries as dots. Highest: ${list(highest.map(({ iso3 }) => shortName(iso3, atlas)))}. All values are in the table.`
      : 'No country has both.',
    coverage: null,
    notes: [
      ...years.map(
        (axis) => `${measureOf(axis, atlas).title}: the last year up to ${state.year} that has values.`,
      ),
      'Dots that lie along a line go together; that one brings about the other does not follow.',
      ...new Set([x, y].map(({ indicator }) => atlas.indicators.get(indicator)?.says ?? '')),
    ],
    sources: [
      ...new Set([x.source, y.source].filter((id): id is string => id !== null && atlas.sources.has(id))),
    ],
    table: {
      caption: title,
      columns: [
        { key: 'country', label: 'Country' },
        ...columnsOf('x', across, nameOf(x, atlas), limited.x),
        ...columnsOf('y', up, nameOf(y, atlas), limited.y),
        { key: 'flag', label: 'Note' },
      ],
      rows: both
        .map((dot) => ({
          country: shortName(dot.iso3, atlas),
          ...cellsOf('x', dot.x, across, limited.x),
          ...cellsOf('y', dot.y, up, limited.y),
          flag: [dot.x?.flag, dot.y?.flag]
            .map((flag) => flagWords(flag ?? null))
            .filter(Boolean)
            .join('; '),
        }))
        .sort((a, b) => a.country.localeCompare(b.country, 'en')),
    },
  };
}

interface Standing {
  readonly axis: Axis;
  readonly value: number;
}

/** Both values of the country as a sentence that can be quoted: each with its year and unit, which stand once where they are the same. */
function takeaway(country: string, x: Standing, y: Standing, atlas: Atlas): string {
  const one = x.axis.year === y.axis.year;
  const [unit, other] = [unitOf(x.axis, atlas), unitOf(y.axis, atlas)];
  const both = unit !== '' && unit === other;
  const part = ({ axis, value }: Standing, own: string) => {
    const { digits } = measureOf(axis, atlas);
    const number = both ? measuredNumber(value, digits) : measured(value, { unit: own, digits });
    return `${number} for ${lower(measureOf(one ? { ...axis, year: null } : axis, atlas).title)}`;
  };
  const place = inText(country, atlas);
  return `${one ? `In ${x.axis.year}, ${place}` : capital(place)} stood at ${part(x, unit)}${one ? '' : ','} and at ${part(y, other)}${both ? `, both in ${unit}` : ''} (${sourcesInWords([x.axis, y.axis], atlas)}).`;
}

/** The unit of an axis, where its title does not say it, or what it is per: "moves per 1,000 researchers". */
function unitOf(axis: Axis, atlas: Atlas): string {
  const { title, unit } = measureOf(axis, atlas);
  const per = unit.slice(Math.max(0, unit.indexOf('per ')));
  return unit === '%' || !lower(title).includes(per) ? unit : '';
}

type Key = 'x' | 'y';

/** The indicator of an axis within a line of words. */
const nameOf = ({ indicator }: Axis, atlas: Atlas): string =>
  lower(atlas.indicators.get(indicator)?.title ?? indicator);

/** An axis in the table: its value, and its limits where any value shown has some. */
const columnsOf = (key: Key, { title }: AxisMeasure, of: string, limited: boolean): Table['columns'] => [
  { key, label: title, numeric: true },
  ...(limited
    ? [
        { key: `${key}_low`, label: `Lower limit (${of})`, numeric: true },
        { key: `${key}_high`, label: `Upper limit (${of})`, numeric: true },
      ]
    : []),
];

const cellsOf = (
  key: Key,
  of: DotValue | null,
  { digits }: AxisMeasure,
  limited: boolean,
): Table['rows'][number] => ({
  [key]: rounded(of?.value, digits),
  ...(limited
    ? { [`${key}_low`]: rounded(of?.low, digits), [`${key}_high`]: rounded(of?.high, digits) }
    : {}),
});

const hasLimits = (of: DotValue | null): boolean => of !== null && (of.low !== null || of.high !== null);

const lower = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
const rounded = (value: number | null | undefined, digits: number): number | null =>
  value == null ? null : Number(value.toFixed(digits));
const sourcesInWords = (axes: readonly Axis[], atlas: Atlas): string =>
  [...new Set(axes.flatMap(({ source }) => (source === null ? [] : [sourceName(source, atlas)])))].join('; ');
