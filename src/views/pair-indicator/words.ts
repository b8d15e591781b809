import { bySource, type IndicatorPoint } from '../indicator-lines.ts';
import { amountOf, besideOf, indicatorOf, inLayer, whenOf } from '../indicator-phrases.ts';
import { indicatorWords } from '../indicator-words.ts';
import type { IndicatorLabel } from '../../model/indicator.ts';
import type { State } from '../params.ts';
import { capital, inText, THINGS } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { PairIndicatorField } from './index.ts';
import { linesOf } from './lines.ts';
import type { PairIndicatorRows } from './sql.ts';

type Params = Pick<State, PairIndicatorField>;

export function words({ points }: PairIndicatorRows, params: Params, atlas: Atlas): Words {
  const { indicator, layer, country, partner } = params;
  const label = indicatorOf(indicator, atlas);
  const lines = linesOf(points, params, atlas);
  const sources = bySource(points, lines, layer, atlas);
  return indicatorWords(
    sources,
    {
      indicator,
      layer,
      title:
        country && partner
          ? `${nameOf(label)} between ${inText(country, atlas)} and ${inText(partner, atlas)}${inLayer(label, layer)}`
          : `${label.title}${inLayer(label, layer)}`,
      sentence: (point) => ({
        words: sentenceOf(point, lines.length === 1, params, atlas),
        limits: besideOf(point, label),
      }),
      whose: () => '',
      empty: emptyOf(params, atlas),
      notes: [],
    },
    atlas,
  );
}

/** What is said where the pair has no row. */
export function emptyOf({ layer, country, partner }: Params, atlas: Atlas): string {
  if (!country || !partner) return 'Choose two countries.';
  const pair = `${inText(country, atlas)} and ${inText(partner, atlas)}`;
  return layer === 'students'
    ? `Nothing can be reckoned for ${pair}: not reported, or not among the ten largest partners.`
    : `Nothing can be reckoned for ${pair}: one of them has no ${THINGS[layer]} in the source.`;
}

/** The value in a year as a statement. Those of which more can be said than "was 1.9" have a sentence of their own. */
function sentenceOf(point: IndicatorPoint, oneLine: boolean, params: Params, atlas: Atlas): string {
  const { indicator, layer, country, partner } = params;
  const label = indicatorOf(indicator, atlas);
  const ends = point.line === 'in' ? [partner, country] : [country, partner];
  const [a, b] = ends.map((iso3) => (iso3 ? inText(iso3, atlas) : '')) as [string, string];
  const value = amountOf(point.value, label);
  const own = SENTENCES[indicator];
  const when = whenOf(point.year, label, layer);
  const directed = atlas.layers.get(layer)?.directed ?? false;
  if (own)
    return `${capital(when)} ${own({ a, b, value, things: THINGS[layer], directed, none: point.value === 0 })}`;
  // Without a direction and with one line, both see the same: the indicator may tell the ways apart in other layers only.
  const pair =
    label.symmetric || (oneLine && !directed)
      ? `between ${a} and ${b}`
      : directed
        ? `from ${a} to ${b}`
        : `between ${a} and ${b}, seen from ${a},`;
  return `${nameOf(label)} ${pair}${inLayer(label, layer)} was ${value} ${when}`;
}

/** Without "between two countries", which the title then names. */
const nameOf = ({ title }: IndicatorLabel): string => title.replace(/ between two countries$/, '');

interface Parts {
  readonly a: string;
  readonly b: string;
  readonly value: string;
  readonly things: string;
  readonly directed: boolean;
  /** Whether there was nothing between the two, which is said as that. */
  readonly none: boolean;
}

/** "scholars who went from China to the United States were 2.1 times as many as …", "no scholars went …, 0 times what …" */
const went = ({ a, b, value, things, none }: Parts, as: string): string =>
  none
    ? `no ${things} went from ${a} to ${b}, ${value} times what ${as}`
    : `${things} who went from ${a} to ${b} were ${value} times as many as ${as}`;
const shared = ({ a, b, value, none }: Parts, things: string, as: string): string =>
  `${a} and ${b} shared ${none ? `no ${things}, ${value} times what` : `${value} times as many ${things} as`} ${as}`;

const SENTENCES: Readonly<Partial<Record<string, (parts: Parts) => string>>> = {
  affinity: (parts) => shared(parts, 'links', 'their sizes let one expect'),
  ric: ({ a, b, value }) =>
    `the share of ${b} in the links of ${a} was ${value} times its share in the links of all others`,
  preference: (parts) => went(parts, 'the totals of both let one expect'),
  observed_over_expected: (parts) =>
    parts.directed
      ? went(parts, 'the gravity model expects')
      : shared(parts, parts.things, 'the gravity model expects'),
};
