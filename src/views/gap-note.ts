import { list, years } from '../charts/format.ts';
import { causesOf, known, type Series } from '../charts/series.ts';
import { hasFlag } from '../model/flag.ts';
import type { LayerId } from '../model/layer.ts';

/**
 * What the gaps of some lines of a layer mean, for those that occur; null where no line has one. Years in which a funding
 * programme began or ended are partly filled for a reason of their own.
 */
export function gapNote(series: readonly Pick<Series, 'points'>[], layer: LayerId): string | null {
  const causes = causesOf(series);
  const programme = layer === 'projects' && causes.has('partly');
  const gaps = [
    ...(causes.has('missing') || causes.has('break')
      ? [
          layer === 'students' ? 'a year that was not reported' : 'a year without a number',
          'a break in the series',
        ]
      : []),
    ...(causes.has('definition') ? ['a change of definition'] : []),
    ...(causes.has('partly') && !programme
      ? ['the step between years reported in part and years reported whole']
      : []),
  ];
  const parts = [
    gaps.length ? `A gap in a line is ${either(gaps)}: no line is drawn across it.` : null,
    programme ? betweenProgrammes(series) : null,
  ].filter((part) => part !== null);
  return parts.length ? parts.join(' ') : null;
}

/** "a, b or c"; a comma stands before the last of two as well, each of which is long. */
const either = (gaps: readonly string[]): string =>
  gaps.length < 2 ? list(gaps) : `${gaps.slice(0, -1).join(', ')}, or ${gaps.at(-1) ?? ''}`;

function betweenProgrammes(series: readonly Pick<Series, 'points'>[]): string {
  const partly = series.flatMap(({ points }) =>
    known(points)
      .filter(({ flag }) => hasFlag(flag, 'u'))
      .map(({ year }) => year),
  );
  const [said, hold] = [years(partly), new Set(partly).size === 1 ? 'holds' : 'hold'];
  return `${said} ${hold} only projects with which Horizon 2020 began or ended. Those of the programmes before and after it are not counted here, so no line joins ${hold === 'hold' ? 'these years' : 'this year'} with the others.`;
}
