import type { LayerId } from './layer.ts';

/**
 * What ties can be measured by. Counts, shares and rates are reckoned from flows; the others are indicators of pairs
 * (src/indicators/pairs/), of which each tie has a value of its own.
 */
export const TIE_MEASURES = [
  'count',
  'share',
  'per_million',
  'ric',
  'affinity',
  'preference',
  'observed_over_expected',
  'net_flow',
  'asymmetry',
] as const;
export type TieMeasure = (typeof TIE_MEASURES)[number];

interface About {
  /** In a control and at the head of a legend. */
  readonly title: string;
  readonly layers: readonly LayerId[];
  /** `size` is a width, `ratio` a colour, `signed` a width with two senses. */
  readonly kind: 'size' | 'ratio' | 'signed';
  readonly neutral: number | null;
  readonly digits: number;
  /** Whether it is an indicator of pairs, which has a page of method and is asked of `pair_indicators`. */
  readonly indicator: boolean;
  /** Whether both orders of a pair have the same value. */
  readonly symmetric: boolean;
}

const ALL: readonly LayerId[] = ['students', 'scholars', 'papers', 'projects'];
const MOVES: readonly LayerId[] = ['students', 'scholars'];
const LINKS: readonly LayerId[] = ['papers', 'projects'];

export const ABOUT_MEASURE: Readonly<Record<TieMeasure, About>> = {
  count: about('Count', ALL, 'size', null, 0, false, true),
  share: about('Share', ALL, 'size', null, 3, false, true),
  per_million: about('Per million inhabitants', ALL, 'ratio', null, 1, false, false),
  ric: about('Relative intensity (RIC)', LINKS, 'ratio', 1, 2, true, false),
  affinity: about('Affinity', LINKS, 'ratio', 1, 2, true, true),
  preference: about('Preference', MOVES, 'ratio', 1, 2, true, false),
  observed_over_expected: about(
    'Observed over expected',
    ['papers', 'scholars', 'projects'],
    'ratio',
    1,
    2,
    true,
    false,
  ),
  net_flow: about('Net flow', MOVES, 'signed', null, 0, true, false),
  asymmetry: about('Balance', MOVES, 'ratio', 0, 2, true, false),
};

/** Measures that say how strong a tie is for its size: colours, never widths, and unsafe for small counts. */
export const isRatio = (by: TieMeasure): boolean => ABOUT_MEASURE[by].kind === 'ratio';

function about(
  title: string,
  layers: readonly LayerId[],
  kind: About['kind'],
  neutral: number | null,
  digits: number,
  indicator: boolean,
  symmetric: boolean,
): About {
  return { title, layers, kind, neutral, digits, indicator, symmetric };
}
