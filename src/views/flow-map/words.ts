import { count, list, quantity } from '../../charts/format.ts';
import { flagWords } from '../../model/flag.ts';
import { coverageLine, noRow } from '../coverage.ts';
import type { State } from '../params.ts';
import {
  capital,
  COUNTING,
  countryTitle,
  flowSentence,
  inText,
  nounOf,
  shortName,
  sourceName,
  SUM_UNITS,
  territories,
  theOther,
  worldTitle,
} from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { FlowMapField } from './index.ts';
import type { FlowMapRows } from './sql.ts';

type Params = Pick<State, FlowMapField>;

export function words(rows: FlowMapRows, params: Pick<State, FlowMapField>, atlas: Atlas): Words {
  const { layer, source, year, country, direction } = params;
  const { arcs } = rows;
  const directed = atlas.layers.get(layer)?.directed ?? false;
  const title = country
    ? countryTitle(layer, country, direction, year, atlas)
    : worldTitle(layer, arcs.length, year);
  const [largest] = arcs;
  const names = arcs
    .slice(0, 5)
    .map(
      (a) =>
        `${shortName(a.origin, atlas)} ${directed ? 'to' : 'and'} ${shortName(a.destination, atlas)} ${count(a.value)}`,
    );
  return {
    title,
    takeaway: takeaway(rows, params, atlas),
    alt: largest
      ? `World map of ${arcs.length} flows; wider is more. The largest: ${list(names)}. All values are in the table.`
      : `World map without flows. ${noRow(rows.missing, params, atlas)}`,
    coverage: coverageLine(rows.missing, year, atlas),
    notes: [
      remainder(rows, params, directed),
      largest ? null : noRow(rows.missing, params, atlas),
      COUNTING[layer],
      territories(country),
    ].filter((note) => note !== null),
    sources: [source],
    table: {
      caption: title,
      columns: [
        { key: 'origin', label: directed ? 'From' : 'Country' },
        { key: 'destination', label: directed ? 'To' : 'Partner' },
        { key: 'value', label: capital(atlas.layers.get(layer)?.unit ?? 'value'), numeric: true },
        { key: 'flag', label: 'Note' },
      ],
      rows: arcs.map((a) => ({
        origin: shortName(a.origin, atlas),
        destination: shortName(a.destination, atlas),
        value: a.value,
        flag: flagWords(a.flag),
      })),
    },
  };
}

/** The largest flow, said from the country's side where the map has one; nothing where others are as large. */
function takeaway(
  { arcs }: FlowMapRows,
  { layer, source, year, country, direction }: Params,
  atlas: Atlas,
): string | null {
  const [largest, second] = arcs;
  if (!largest || largest.value === second?.value) return null;
  const by = `(${sourceName(source, atlas)})`;
  const [from, to] =
    country && largest.destination === country && !atlas.layers.get(layer)?.directed
      ? [largest.destination, largest.origin]
      : [largest.origin, largest.destination];
  const said = flowSentence(layer, from, to, largest.value, year, atlas);
  if (!country) return `${said}, the largest number between two countries ${by}.`;
  if (!atlas.layers.get(layer)?.directed)
    return `${said}, more than ${inText(country, atlas)} shared with any other country ${by}.`;
  const others = {
    out: `, more than ${layer === 'students' ? 'in' : 'to'} any other country`,
    in: ', more than from any other country',
    both: ', the largest flow here',
  }[direction];
  return `${said}${others} ${by}.`;
}

/** Top N is always followed by what the rest sums to. */
function remainder(
  { arcs, all }: FlowMapRows,
  { layer, country, direction }: Pick<State, FlowMapField>,
  directed: boolean,
): string | null {
  const total = all[0];
  const rest = (total?.pairs ?? 0) - arcs.length;
  if (!total || rest <= 0) return null;
  const left = total.links - arcs.reduce((sum, a) => sum + a.value, 0);
  const noun = nounOf(directed, country, direction === 'both');
  return `Not drawn: ${theOther(rest, noun)}, ${quantity(left, SUM_UNITS[layer])}.`;
}
