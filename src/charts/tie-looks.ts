import type { ShownTie, TieScale } from '../model/tie.ts';
import { classOf, classWords, quantileLimits } from './bins.ts';
import { niceFloor } from './nice.ts';

/** How a tie is drawn beside its width: a class of colour, and whether its line is broken. */
export interface TieLook {
  /** `t1` … `t5` from far below to far above the neutral value, `q4` … `q6` from little to much, or none: the layer's hue. */
  readonly className: string;
  /** The second cue, for eyes that tell no colours apart: below the neutral value lines are dashed, arrows hollow. */
  readonly broken: boolean;
}

export interface TieLooks {
  readonly of: (value: number) => TieLook;
  /** What the looks mean, from little to much; empty where there is one look only. */
  readonly key: readonly { readonly words: string; readonly look: TieLook }[];
  /** What the width of a tie shows. */
  readonly width: (tie: ShownTie) => number;
}

const PLAIN: TieLook = { className: '', broken: false };

/** Looks of the ties of one figure by its measure. A size is a width alone; a ratio colours the width of the count. */
export function tieLooks({ kind, neutral }: TieScale, ties: readonly ShownTie[]): TieLooks {
  if (kind === 'size') return { of: () => PLAIN, key: [], width: ({ value }) => value };
  const values = ties.map(({ value }) => value);
  if (kind === 'signed') {
    const looks = [look('t2', true), look('t4', false)];
    return {
      ...classes([neutral ?? 0], looks),
      width: ({ value }) => Math.abs(value - (neutral ?? 0)),
    };
  }
  const width = ({ count }: ShownTie): number => count;
  if (neutral === null) {
    const limits = quantileLimits(values, 3);
    return {
      ...classes(
        limits,
        ['q4', 'q5', 'q6'].slice(2 - limits.length).map((name) => look(name, false)),
      ),
      width,
    };
  }
  const looks = ['t1', 't2', 't3', 't4', 't5'].map((name, i) => look(name, i < 2));
  return { ...classes(limitsAround(neutral, values), looks), width };
}

const look = (className: string, broken: boolean): TieLook => ({ className, broken });

/** Half and twice, four fifths and five fourths of a ratio's neutral value; of a difference, round steps to both sides. */
function limitsAround(neutral: number, values: readonly number[]): number[] {
  if (neutral > 0) return [1 / 2, 4 / 5, 5 / 4, 2].map((times) => neutral * times);
  const most = Math.max(...values.map((value) => Math.abs(value - neutral)), 1e-9);
  const far = niceFloor(most / 2);
  return [-far, -far / 5, far / 5, far].map((step) => neutral + step);
}

function classes(limits: readonly number[], looks: readonly TieLook[]): Pick<TieLooks, 'of' | 'key'> {
  const words = classWords(limits, (value) =>
    value.toLocaleString('en-GB', { maximumSignificantDigits: 3 }).replace('-', '\u2212'),
  );
  return {
    of: (value) => looks[classOf(value, limits)] ?? PLAIN,
    key: words.map((said, i) => ({ words: said, look: looks[i] ?? PLAIN })),
  };
}
