import { count, list, percent, quantity } from '../../charts/format.ts';
import { flagWords } from '../../model/flag.ts';
import { coverageLine, noRow } from '../coverage.ts';
import type { LayerId } from '../../model/layer.ts';
import type { Direction, State } from '../params.ts';
import {
  capital,
  COUNTING,
  largestTitle,
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
import type { RankingField } from './index.ts';
import type { Ranked, RankingRows } from './sql.ts';

export function words(rows: RankingRows, params: Pick<State, RankingField>, atlas: Atlas): Words {
  const { layer, source, year, country, direction } = params;
  const title = country
    ? largestTitle(layer, country, direction, year, atlas)
    : worldTitle(layer, rows.largest.length, year);
  const named = rows.largest.slice(0, 5).map((r) => `${nameOf(r, params, atlas)} ${count(r.value)}`);
  const rest = restOf(rows, params, atlas);
  return {
    title,
    takeaway: takeaway(rows, params, atlas),
    alt: named.length
      ? `Bars, largest first: ${list(named)}. ${rest ? `${capital(theOther(rest.partners, rest.noun))}: ${quantity(rest.value, SUM_UNITS[layer])}. ` : ''}All values are in the table.`
      : `No bars. ${noRow(rows.missing, params, atlas)}`,
    coverage: coverageLine(rows.missing, year, atlas),
    notes: [COUNTING[layer], territories(country)].filter((n) => n !== null),
    sources: [source],
    table: {
      caption: title,
      columns: [
        { key: 'name', label: country ? 'Partner' : 'Countries' },
        { key: 'value', label: capital(atlas.layers.get(layer)?.unit ?? 'value'), numeric: true },
        { key: 'share', label: `Share of all ${SUM_UNITS[layer]}`, numeric: true },
        { key: 'flag', label: 'Note' },
      ],
      rows: rows.largest.map((r) => ({
        name: nameOf(r, params, atlas),
        value: r.value,
        share: percent(r.value / (rows.all[0]?.links || 1)),
        flag: flagWords(r.flag),
      })),
    },
  };
}

/** What the largest leave: how many others, and their sum. Null where all are shown. */
export function restOf(
  { largest, all }: RankingRows,
  { layer, country }: Pick<State, RankingField>,
  atlas: Atlas,
) {
  const partners = (all[0]?.partners ?? 0) - largest.length;
  if (partners <= 0) return null;
  const value = (all[0]?.links ?? 0) - largest.reduce((sum, r) => sum + r.value, 0);
  return { partners, value, noun: nounOf(atlas.layers.get(layer)?.directed ?? false, country, false) };
}

/** A partner by its name; a pair by both, with an arrow where direction has a meaning. */
export function nameOf(row: Ranked, { layer, country }: Pick<State, RankingField>, atlas: Atlas): string {
  if (country) return shortName(row.partner, atlas);
  return `${shortName(row.country, atlas)} ${atlas.layers.get(layer)?.directed ? 'to' : 'and'} ${shortName(row.partner, atlas)}`;
}

/** Below this sum a share says more than is known. */
const WORTH_A_SHARE = 50;

function takeaway(
  { largest, all }: RankingRows,
  params: Pick<State, RankingField>,
  atlas: Atlas,
): string | null {
  const { layer, source, year, country, direction } = params;
  const links = all[0]?.links ?? 0;
  const three = largest.slice(0, 3);
  // Three of many that tie are no finding, and neither is a share of next to nothing.
  if (!country || links < WORTH_A_SHARE || !largest[3] || three[2]?.value === largest[3].value) return null;
  const share = three.reduce((sum, r) => sum + r.value, 0) / links;
  return `${capital(list(three.map((r) => inText(r.partner, atlas))))} make up ${percent(share)} of ${whole(layer, direction, inText(country, atlas))} in ${year} (${sourceName(source, atlas)}).`;
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
