import { sourceName } from '../phrases.ts';
import type { State } from '../params.ts';
import type { Atlas, Words } from '../view.ts';
import { factor, nameOf, namesOf, oneOf, orderWords, than, timesAsMany, unitOf } from './phrases.ts';
import { isMeasured, sorted, type Measured } from './rows.ts';
import type { AgreementRows, Comparison } from './sql.ts';

export const TITLE = 'Where sources that count the same thing disagree';
/** Heads the comparisons of two things. */
export const ORDER_HEAD = 'Two different things: only the order can be compared';

export function words(rows: AgreementRows, _: Pick<State, never>, atlas: Atlas): Words {
  const { same, different } = sorted(rows);
  const all = [...same, ...different];
  const most = same.find(isMeasured);
  return {
    title: TITLE,
    takeaway: most ? takeaway(most, atlas) : null,
    alt: all.length
      ? `Rows, those furthest apart first: ${all.map((c) => inWords(c, atlas)).join('; ')}. All values are in the table.`
      : 'No row: no two sources are compared.',
    coverage: null,
    notes: [...(same.length ? SAME : []), ...(different.length ? DIFFERENT : [])],
    sources: [...new Set(all.flatMap((c) => [c.second_source, c.first_source]))],
    table: {
      caption: TITLE,
      columns: [
        { key: 'title', label: 'What is compared' },
        { key: 'first', label: 'First source' },
        { key: 'second', label: 'Second source' },
        { key: 'year', label: 'Year', numeric: true },
        { key: 'compared', label: 'Compared', numeric: true },
        { key: 'unit', label: 'Unit' },
        { key: 'median', label: 'Second for each 1 of the first: typical', numeric: true },
        { key: 'low', label: 'one in ten is lower than', numeric: true },
        { key: 'high', label: 'one in ten is higher than', numeric: true },
        { key: 'order', label: 'Order (rank correlation)', numeric: true },
      ],
      rows: all.map((c) => ({
        title: c.title,
        first: sourceName(c.first_source, atlas),
        second: sourceName(c.second_source, atlas),
        year: c.year,
        compared: c.compared,
        unit: c.unit_of_comparison,
        median: c.median_ratio,
        low: c.ratio_low,
        high: c.ratio_high,
        order: c.rank_correlation,
      })),
    },
  };
}

const SAME = [
  'How to read it: if one source counts 100 for a country, the dot shows whether the other counts 100 too (“as many”), 50 (“half”) or 200 (“twice”) for the typical country or pair; the bar holds eight in ten of them, and “order” says how alike both sources rank them, 1 being the very same.',
  'Compared is what both sources have with more than zero, in the latest year that both have, or over a whole period up to that year. How far two sources lie apart is the error bar of either.',
];
const DIFFERENT = [
  'A stock is all who are there, a flow those who come in a year: their sizes differ by nature, so only the order of countries can be compared.',
];

function takeaway(c: Measured, atlas: Atlas): string {
  const { first, second } = namesOf(c, atlas);
  return `Sources disagree most on “${nameOf(c)}”: in ${c.year} ${second} counted ${timesAsMany(c.median_ratio)} ${than(c.median_ratio)} ${first} for the typical ${oneOf(c)}, and for eight ${unitOf(c)} in ten between ${factor(c.ratio_low)} and ${factor(c.ratio_high)} times as many (${sourceName(c.second_source, atlas)}; ${sourceName(c.first_source, atlas)}).`;
}

function inWords(c: Comparison, atlas: Atlas): string {
  const { second } = namesOf(c, atlas);
  const size = isMeasured(c) ? `${second} counts ${timesAsMany(c.median_ratio)}, ` : '';
  return `${nameOf(c)}, ${c.year}: ${size}${orderWords(c.rank_correlation)}`;
}
