import { list, percent, quantity } from '../../charts/format.ts';
import { measured } from '../../charts/measured.ts';
import { flagWords } from '../../model/flag.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import type { LayerId } from '../../model/layer.ts';
import type { Direction } from '../params.ts';
import { capital, inText, largestTitle, sourceName, SUM_UNITS, THINGS, theOther } from '../phrases.ts';
import { placesInText } from '../ties/places.ts';
import {
  emptyWords,
  coverageOf,
  otherLabel,
  limitsWords,
  methodOf,
  sourcesOf,
  tiesNotes,
} from '../ties/words.ts';
import { scopeOf, tiesTitle, whenOf } from '../ties/titles.ts';
import type { TieRows } from '../ties/rows.ts';
import type { TieState } from '../ties/state.ts';
import type { Atlas, Words } from '../view.ts';
import { ranked, type Ranking } from './ranked.ts';

export function words(rows: TieRows, state: TieState, atlas: Atlas): Words {
  const ranking = ranked(rows, state, atlas);
  const { selection, scale, rest } = ranking;
  const title = titleOf(state, ranking, atlas);
  const named = ranking.rows.slice(0, 5).map(({ name, tie }) => `${name} ${measured(tie.value, scale)}`);
  const others = rest
    ? `${capital(theOther(rest.partners, rest.noun))}${rest.value === null || scale.unit === '%' ? '' : `: ${quantity(rest.value, SUM_UNITS[state.layer])}`}. `
    : '';
  const limits = ranking.rows.some(({ tie }) => tie.low !== null);
  const counted = state.by !== 'count' || scale.unit === '%';
  return {
    title,
    takeaway: takeaway(ranking, state, atlas),
    alt: named.length
      ? `Rows, largest first: ${list(named)}. ${others}All values are in the table.`
      : `No rows. ${emptyWords(selection, state, atlas)}`,
    coverage: coverageOf(selection, atlas),
    notes: tiesNotes(selection, state, atlas),
    sources: sourcesOf(selection),
    table: {
      caption: title,
      columns: [
        { key: 'name', label: state.country ? 'Partner' : 'Countries' },
        {
          key: 'value',
          label:
            scale.unit === '%' && state.by === 'count'
              ? `${capital(THINGS[state.layer])}, %`
              : valueLabel(state, scale.title, atlas),
          numeric: true,
        },
        ...(limits
          ? [
              { key: 'low', label: 'Lower limit', numeric: true },
              { key: 'high', label: 'Upper limit', numeric: true },
            ]
          : []),
        ...(counted
          ? [{ key: 'count', label: capital(atlas.layers.get(state.layer)?.unit ?? ''), numeric: true }]
          : [
              {
                key: 'share',
                label: `Share of ${state.layer === 'students' ? 'listed' : 'all'} ${SUM_UNITS[state.layer]}`,
                numeric: true,
              },
            ]),
        ...(selection.other
          ? [
              {
                key: 'other',
                label: `${otherLabel(selection, atlas)}${scale.unit === '%' ? ', %' : ''}`,
                numeric: true,
              },
            ]
          : []),
        { key: 'flag', label: 'Note' },
      ],
      rows: ranking.rows.map(({ name, tie, other }) => ({
        name,
        value: rounded(tie.value, scale.digits),
        ...(limits ? { low: rounded(tie.low, scale.digits), high: rounded(tie.high, scale.digits) } : {}),
        ...(counted ? { count: tie.count } : { share: percent(tie.count / (selection.all.sum || 1)) }),
        ...(selection.other ? { other: rounded(other ?? null, scale.digits) } : {}),
        flag: flagWords(tie.flag),
      })),
    },
    ...methodOf(selection),
  };
}

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));

const valueLabel = ({ by, layer }: TieState, title: string, atlas: Atlas): string =>
  by === 'count' ? capital(atlas.layers.get(layer)?.unit ?? 'value') : title;

function titleOf(state: TieState, { rows }: Ranking, atlas: Atlas): string {
  const { layer, country, direction, year, by, from, among, against } = state;
  const plain = by === 'count' && from === null && against === null;
  if (!country)
    return plain && among === 'world'
      ? tiesTitle(state, rows.length, atlas)
      : worldTitle(state, rows.length, atlas);
  if (plain && among === 'world') return largestTitle(layer, country, direction, year, atlas);
  const partners = { out: 'Destinations', in: 'Origins', both: 'Partners' }[direction];
  const where = among === 'world' ? '' : ` in ${placesInText(among, atlas)}`;
  const things = {
    students: { out: 'of students from', in: 'of students in', both: 'in students of' },
    scholars: {
      out: 'of scholars who left',
      in: 'of scholars who moved to',
      both: 'in moves of scholars of',
    },
    papers: { out: 'in papers of', in: 'in papers of', both: 'in papers of' },
    projects: {
      out: 'in Horizon 2020 projects of',
      in: 'in Horizon 2020 projects of',
      both: 'in Horizon 2020 projects of',
    },
  }[layer][direction];
  return `${partners}${where} ${things} ${inText(country, atlas)} ${byWords(by)}, ${whenOf(state, atlas)}`;
}

const worldTitle = (state: TieState, n: number, atlas: Atlas): string =>
  state.by === 'count' || state.by === 'share'
    ? tiesTitle(state, n, atlas)
    : `${atlas.layers.get(state.layer)?.directed ? `Flows of ${THINGS[state.layer]}` : `Pairs that share ${THINGS[state.layer]}`} ${scopeOf(state, atlas)} ${byWords(state.by)}, ${whenOf(state, atlas)}`;

const byWords = (by: TieState['by']): string =>
  by === 'count'
    ? 'by number'
    : by === 'share'
      ? 'by share'
      : by === 'per_million'
        ? 'per million inhabitants'
        : `by ${/RIC/.test(ABOUT_MEASURE[by].title) ? 'relative intensity (RIC)' : ABOUT_MEASURE[by].title.toLowerCase()}`;

/** Below this sum a share says more than is known. */
const WORTH_A_SHARE = 50;

function takeaway({ rows, selection, scale }: Ranking, state: TieState, atlas: Atlas): string | null {
  const { layer, source, year, country, direction, by, from, among, against } = state;
  const named = `(${sourceName(source, atlas)})`;
  const links = selection.all.sum;
  const three = rows.slice(0, 3);
  const [first, second] = rows;
  if (by !== 'count' || from !== null || among !== 'world' || against !== null) {
    if (!first || first.tie.value === second?.tie.value) return null;
    const compared =
      selection.other && first.other != null
        ? `; ${otherLabel(selection, atlas)}: ${measured(first.other, scale)}`
        : '';
    const who = first.partner
      ? `${capital(inText(first.partner, atlas))} stands`
      : `${capital(inText(first.tie.origin, atlas))} ${selection.directed ? 'to' : 'and'} ${inText(first.tie.destination, atlas)} ${selection.directed ? 'stands' : 'stand'}`;
    return `${who} first with ${measured(first.tie.value, scale)}${limitsWords(first.tie, scale)} in ${from === null ? year : `${from}–${year}`}${compared} ${named}.`;
  }
  // Three of many that tie are no finding, and neither is a share of next to nothing.
  if (!country || links < WORTH_A_SHARE || !rows[3] || three[2]?.tie.value === rows[3].tie.value) return null;
  const share = three.reduce((sum, { tie }) => sum + tie.value, 0) / links;
  return `${capital(list(three.map(({ partner }) => inText(partner ?? '', atlas))))} make up ${percent(share)} of ${whole(layer, direction, inText(country, atlas))} in ${year} ${named}.`;
}

/** What a share is a share of. */
function whole(layer: LayerId, direction: Direction, place: string): string {
  switch (layer) {
    case 'students':
      return {
        out: `the students from ${place} at its listed destinations`,
        in: `the students in ${place} from its listed origins`,
        both: `the students from and in ${place} at its listed partners`,
      }[direction];
    case 'scholars':
      return {
        out: `the scholars who left ${place}`,
        in: `the scholars who moved to ${place}`,
        both: `the moves to and from ${place}`,
      }[direction];
    case 'papers':
      return `the links of ${place} in papers`;
    case 'projects':
      return `the links of ${place} in Horizon 2020 projects`;
  }
}
