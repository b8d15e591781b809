import { count, list } from '../../charts/format.ts';
import { measuredNumber } from '../../charts/measured.ts';
import { flagWords } from '../../model/flag.ts';
import type { State } from '../params.ts';
import { capital, inText, shortName, sourceName } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { ScatterField } from './index.ts';
import { measureOf, scattered, type Axis } from './dots.ts';
import type { ScatterRows } from './sql.ts';

export function words(rows: ScatterRows, state: Pick<State, ScatterField>, atlas: Atlas): Words {
  const { x, y, dots } = scattered(rows, state, atlas);
  const both = dots.filter((dot) => dot.x && dot.y);
  const [across, up] = [measureOf(x, atlas), measureOf(y, atlas)];
  const title = `${up.title} and ${lower(across.title)}, by country`;
  const own = state.country ? dots.find(({ iso3 }) => iso3 === state.country) : undefined;
  const highest = [...both].sort((a, b) => (b.y?.value ?? 0) - (a.y?.value ?? 0)).slice(0, 3);
  const years = [x, y].filter((axis) => axis.year !== null && axis.year !== state.year);
  return {
    title,
    takeaway:
      state.country && own?.x && own.y
        ? `${capital(inText(state.country, atlas))}: ${lower(across.title)} ${measuredNumber(own.x.value, across.digits)}; ${lower(up.title)} ${measuredNumber(own.y.value, up.digits)} (${sourcesInWords([x, y], atlas)}).`
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
        { key: 'x', label: across.title, numeric: true },
        { key: 'y', label: up.title, numeric: true },
        { key: 'flag', label: 'Note' },
      ],
      rows: both
        .map((dot) => ({
          country: shortName(dot.iso3, atlas),
          x: rounded(dot.x?.value, across.digits),
          y: rounded(dot.y?.value, up.digits),
          flag: [dot.x?.flag, dot.y?.flag]
            .map((flag) => flagWords(flag ?? null))
            .filter(Boolean)
            .join('; '),
        }))
        .sort((a, b) => a.country.localeCompare(b.country, 'en')),
    },
  };
}

const lower = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
const rounded = (value: number | undefined, digits: number): number | null =>
  value === undefined ? null : Number(value.toFixed(digits));
const sourcesInWords = (axes: readonly Axis[], atlas: Atlas): string =>
  [...new Set(axes.flatMap(({ source }) => (source === null ? [] : [sourceName(source, atlas)])))].join('; ');
