import { count, list, percent, quantity, span } from '../../charts/format.ts';
import { measured } from '../../charts/measured.ts';
import { JOINED } from '../../charts/tie-titles.ts';
import { flagWords } from '../../model/flag.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import type { LayerId } from '../../model/layer.ts';
import type { Direction } from '../params.ts';
import { capital, inText, largestTitle, sourceName, SUM_UNITS, THINGS, theOther } from '../phrases.ts';
import { readingOf } from '../ties/reading.ts';
import {
  emptyWords,
  coverageOf,
  otherLabel,
  limitsWords,
  methodOf,
  netSentence,
  sourcesOf,
  tiesNotes,
  yearsColumn,
} from '../ties/words.ts';
import { onlyWith, pairNoun, scopeOf, tiesTitle, whenOf } from '../ties/titles.ts';
import type { Selection } from '../ties/select.ts';
import type { TieRows } from '../ties/rows.ts';
import type { TieState } from '../ties/state.ts';
import type { Atlas, Words } from '../view.ts';
import { ranked, type Ranked, type Ranking } from './ranked.ts';

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
        ...yearsColumn(ranking.rows.map(({ tie }) => tie)),
        { key: 'flag', label: 'Note' },
      ],
      rows: ranking.rows.map(({ name, tie, other, otherFlag, incomparable }) => ({
        name,
        value: rounded(tie.value, scale.digits),
        ...(limits ? { low: rounded(tie.low, scale.digits), high: rounded(tie.high, scale.digits) } : {}),
        ...(counted ? { count: tie.count } : { share: percent(tie.count / (selection.all.sum || 1)) }),
        ...(selection.other ? { other: rounded(other ?? null, scale.digits) } : {}),
        ...(tie.years === undefined ? {} : { years: tie.years }),
        flag: noteOf(tie.flag, otherFlag ?? null, incomparable, otherLabel(selection, atlas)),
      })),
    },
    ...methodOf(selection),
  };
}

/** What is to be said of a row: of its value, of the other one by its name, and why the two cannot be compared. */
function noteOf(
  flag: string | null,
  other: string | null,
  incomparable: string | undefined,
  name: string,
): string {
  const own = flagWords(flag);
  const theirs = other && other !== flag ? `${name}: ${flagWords(other)}` : '';
  const why = incomparable ? `not comparable: ${incomparable}` : '';
  return [own, theirs, why].filter(Boolean).join('; ');
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
  const [partners, what] = PARTNERS[layer][direction];
  return `${partners} ${inText(country, atlas)}${what}${onlyWith(state, atlas)} ${byWords(by)}, ${whenOf(state, atlas)}`;
}

/** What stands before the country, and after it. */
const PARTNERS: Readonly<Record<LayerId, Readonly<Record<Direction, readonly [string, string]>>>> = {
  students: {
    out: ['Destinations of students from', ''],
    in: ['Origins of students in', ''],
    both: ['Partners of', ' in students'],
  },
  scholars: {
    out: ['Destinations of scholars who left', ''],
    in: ['Origins of scholars who moved to', ''],
    both: ['Partners of', ' in moves of scholars'],
  },
  papers: of('papers'),
  projects: of('Horizon 2020 projects'),
};

function of(things: string): Record<Direction, readonly [string, string]> {
  const partners = ['Partners of', ` in ${things}`] as const;
  return { out: partners, in: partners, both: partners };
}

function worldTitle(state: TieState, n: number, atlas: Atlas): string {
  const { by, layer } = state;
  if (by === 'count' || by === 'share') return tiesTitle(state, n, atlas);
  const when = whenOf(state, atlas);
  const scope = scopeOf(state, atlas);
  if (by === 'net_flow') return `Net flows of ${THINGS[layer]} ${scope}, ${when}`;
  const what = atlas.layers.get(layer)?.directed
    ? `Flows of ${THINGS[layer]} ${scope}`
    : `${capital(pairNoun(state, 2))}${state.among === 'world' ? '' : ` ${scope}`} that share ${THINGS[layer]}`;
  return `${what} ${byWords(by)}, ${when}`;
}

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
        ? `; ${otherLabel(selection, atlas)}: ${measured(first.other, scale)}${first.incomparable ? `, not comparable (${first.incomparable})` : ''}`
        : '';
    const years = from === null ? String(year) : span(from, year);
    if (by === 'net_flow')
      return `${netSentence(layer, first.tie, years, atlas)}, the largest net flow here${netBeside(first, selection)} ${named}.`;
    const reads = readingOf(selection, atlas);
    const who = first.partner
      ? `${capital(inText(first.partner, atlas))} stands`
      : `${capital(inText(first.tie.origin, atlas))} ${JOINED[reads]} ${inText(first.tie.destination, atlas)} ${reads === 'pair' ? 'stand' : 'stands'}`;
    return `${who} first with ${measured(first.tie.value, scale)}${limitsWords(first.tie, scale)} in ${years}${compared} ${named}.`;
  }
  // Three of many that tie are no finding, and neither is a share of next to nothing.
  if (!country || links < WORTH_A_SHARE || !rows[3] || three[2]?.tie.value === rows[3].tie.value) return null;
  const share = three.reduce((sum, { tie }) => sum + tie.value, 0) / links;
  return `${capital(list(three.map(({ partner }) => inText(partner ?? '', atlas))))} make up ${percent(share)} of ${whole(layer, direction, inText(country, atlas))} in ${year} ${named}.`;
}

/** "; in 2010, 161 more", "; in 2010, 12 more the other way": of the same two countries, in another year. */
function netBeside({ tie, other, incomparable }: Ranked, { against }: Selection): string {
  if (against?.kind !== 'year' || other == null || other === 0) return '';
  const way = Math.sign(other) === Math.sign(tie.value) ? '' : ' the other way';
  return `; in ${against.year}, ${count(Math.abs(other))} more${way}${incomparable ? `, not comparable (${incomparable})` : ''}`;
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
