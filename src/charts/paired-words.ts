import type { TieScale } from '../model/tie.ts';
import { decimal } from './decimal.ts';
import { percent } from './format.ts';
import { measuredNumber } from './measured.ts';

/** Why a side has no number. None of these is a zero, and each is another thing. */
export const ABSENT = {
  missing: 'no value',
  suppressed: 'suppressed',
  outside: 'outside the ten largest',
  unreported: 'not reported',
  inapplicable: 'not applicable',
} as const;
export type Absence = keyof typeof ABSENT;

/**
 * How the first value differs from the second, in words. Through time "up 2,479 (+26%)"; side by side "2,479 more (+26%)";
 * of shares in points; of ratios as a multiple: "1.3 times".
 */
export function differenceWords(a: number, b: number, scale: TieScale, relation: 'time' | 'side'): string {
  if (a === b) return 'the same';
  if (Math.abs(a - b) < 10 ** -scale.digits / 2) return 'about the same';
  if (scale.kind === 'ratio' && b > 0) return `${decimal(a / b, 2)} times`;
  const size = measuredNumber(Math.abs(a - b), scale.digits);
  const unit = scale.unit === '%' ? '\u00a0points' : '';
  const said =
    relation === 'time'
      ? `${a > b ? 'up' : 'down'} ${size}${unit}`
      : `${size}${unit} ${a > b ? 'more' : scale.kind === 'size' && scale.unit !== '%' && scale.digits === 0 ? 'fewer' : 'less'}`;
  const share = scale.kind === 'size' && scale.unit !== '%' && b > 0 ? changeWords(a / b - 1) : null;
  return share ? `${said} (${share})` : said;
}

/** "+26%", "−4.1%"; from twice on as a multiple, which is easier to grasp: "3.4 times". */
function changeWords(share: number): string {
  if (share >= 1) return `${decimal(share + 1, share < 9 ? 1 : 0)} times`;
  return share > 0 ? `+${percent(share)}` : percent(share);
}
