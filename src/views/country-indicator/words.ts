import { list } from '../../charts/format.ts';
import { bySource, type IndicatorPoint, type Line } from '../indicator-lines.ts';
import { amountOf, besideOf, indicatorOf, inLayer, numberOf, whenOf } from '../indicator-phrases.ts';
import { indicatorWords } from '../indicator-words.ts';
import type { State } from '../params.ts';
import { inText, shortName } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { CountryIndicatorField } from './index.ts';
import type { CountryIndicatorRows } from './sql.ts';

type Params = Pick<State, CountryIndicatorField>;

/** A line a country. */
export const linesOf = ({ country, partner }: Params, atlas: Atlas): Line[] =>
  [country, partner].flatMap((iso3) => (iso3 ? [{ id: iso3, name: shortName(iso3, atlas) }] : []));

export function words({ points }: CountryIndicatorRows, params: Params, atlas: Atlas): Words {
  const { indicator, layer } = params;
  const label = indicatorOf(indicator, atlas);
  const lines = linesOf(params, atlas);
  const names = list(lines.map(({ id }) => inText(id, atlas)));
  return indicatorWords(
    bySource(points, lines, layer, atlas),
    {
      indicator,
      layer,
      title: `${label.title}${inLayer(label, layer)}${names ? `: ${names}` : ''}`,
      sentence: (point, others) => sentenceOf([point, ...others], params, atlas),
      whose: ({ line }) => (lines.length > 1 ? `for ${inText(line, atlas)} ` : ''),
      empty: emptyOf(params, atlas),
      notes: [],
    },
    atlas,
  );
}

export function emptyOf(params: Params, atlas: Atlas): string {
  const names = linesOf(params, atlas).map(({ id }) => inText(id, atlas));
  return names.length
    ? `Nothing can be reckoned for ${list(names)}: not reported, or not defined.`
    : 'Choose a country.';
}

/** The values in a year. The head is the indicator's name, which holds for every indicator that there is or will be. */
function sentenceOf(
  points: readonly IndicatorPoint[],
  { indicator, layer }: Params,
  atlas: Atlas,
): { words: string; limits: string | null } {
  const label = indicatorOf(indicator, atlas);
  const alone = points.length === 1;
  const values = points.map((point, i) => {
    const limits = alone ? null : besideOf(point, label);
    return `${(i === 0 ? amountOf : numberOf)(point.value, label)}${limits ? ` (${limits})` : ''} for ${inText(point.line, atlas)}`;
  });
  const [first] = points;
  return {
    words: `${label.title}${inLayer(label, layer)}, ${first ? whenOf(first.year, label, layer).replace(/^in /, '') : ''}: ${list(values)}`,
    limits: alone && first ? besideOf(first, label) : null,
  };
}
