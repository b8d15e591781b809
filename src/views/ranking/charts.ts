import type { Frame } from '../../charts/chart.ts';
import { measuredRows as rowsChart } from '../../charts/measured-rows.ts';
import { pairedRanking, type PairedValue } from '../../charts/paired-ranking.ts';
import { quantity } from '../../charts/format.ts';
import type { Markup } from '../../charts/svg.ts';
import { capital, shortName, sourceName, THINGS, theOther } from '../phrases.ts';
import type { TieState } from '../ties/state.ts';
import { emptyWords, otherLabel } from '../ties/words.ts';
import type { Atlas } from '../view.ts';
import type { Ranked, Ranking } from './ranked.ts';

/** What scripts find a row by: its partner, or the two ends of its tie. */
export const dataOf = ({ partner, tie }: Ranked): Record<string, string> =>
  partner ? { c: partner } : { o: tie.origin, d: tie.destination };

/** Rows of a ratio or a net flow, with limits. */
export function measuredRows(shown: Ranking, state: TieState, atlas: Atlas, frame: Frame): Markup {
  const unit = atlas.layers.get(state.layer)?.unit ?? '';
  return rowsChart(
    {
      layer: state.layer,
      scale: shown.scale,
      rows: shown.rows.map((row) => ({
        name: row.name,
        value: row.tie.value,
        low: row.tie.low,
        high: row.tie.high,
        flag: row.tie.flag,
        detail: quantity(row.tie.count, unit),
        data: dataOf(row),
      })),
      rest: shown.rest && `Not shown: ${theOther(shown.rest.partners, shown.rest.noun)}.`,
      empty: emptyWords(shown.selection, state, atlas),
    },
    frame,
  );
}

/** Rows with two values each: of two years, countries, sources or layers. */
export function comparedRows(shown: Ranking, state: TieState, atlas: Atlas, frame: Frame): Markup {
  const { selection, scale, rows, rest } = shown;
  const { against, other, side } = selection;
  return pairedRanking(
    {
      sides: [
        { name: ownLabel(shown, state, atlas), layer: side.layer },
        { name: otherLabel(selection, atlas), layer: other?.side.layer ?? side.layer },
      ],
      relation: against?.kind === 'year' && against.year < side.year ? 'time' : 'side',
      scale,
      rows: rows.map((row) => ({
        iso3: row.partner ?? [row.tie.origin, row.tie.destination],
        name: row.name,
        a: { value: row.tie.value, flag: row.tie.flag },
        b: otherValue(row, shown, state),
        incomparable: row.incomparable ?? null,
      })),
      rest: rest && { name: capital(theOther(rest.partners, rest.noun)), a: rest.value, b: null },
      empty: emptyWords(selection, state, atlas),
    },
    frame,
  );
}

const ownLabel = ({ selection: { against, side } }: Ranking, { country }: TieState, atlas: Atlas): string => {
  switch (against?.kind) {
    case 'year':
      return String(side.year);
    case 'country':
      return shortName(country ?? '', atlas);
    case 'source':
      return sourceName(side.source, atlas);
    default:
      return capital(THINGS[side.layer]);
  }
};

/** Why a row has no other value: a country has none with itself; students are listed for the ten largest only, by hosts that reported. */
function otherValue(
  { other, otherFlag, partner }: Ranked,
  { selection }: Ranking,
  { direction }: TieState,
): PairedValue {
  if (other != null) return { value: other, flag: otherFlag ?? null };
  const side = selection.other?.side;
  if (partner !== null && partner === side?.country) return { absent: 'inapplicable' };
  if (side?.layer !== 'students') return { absent: 'missing' };
  const silent = (place: string | null): boolean =>
    selection.other?.missing.some(({ country }) => country === place) ?? false;
  const hosts = { in: [side.country], out: [partner], both: [side.country, partner] }[direction];
  return { absent: hosts.some(silent) ? 'unreported' : 'outside' };
}
