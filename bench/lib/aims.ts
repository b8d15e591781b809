import type { ColdSummary, RepaintSummary } from './summary.ts';

/** What the explorer is to reach. */
export interface Aim {
  readonly what: string;
  readonly aim: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Milliseconds within which a filter shows on the map. */
const REPAINT = 40;
/** At most this share of Mosaic's time. */
const SHARE = 0.5;
/** Bytes before the first interaction. */
const BYTES = 300_000;

export function repaintAims({ explorer, mosaic }: RepaintSummary): Aim[] {
  const share = (a: number, b: number) => Number((a / b).toFixed(2));
  const [first, all] = [share(explorer.first.p95, mosaic.first.p95), share(explorer.all.p95, mosaic.all.p95)];
  return [
    {
      what: 'filter change to the map repainted, p95',
      aim: `≤ ${REPAINT} ms`,
      measured: `${explorer.first.p95} ms`,
      met: explorer.first.p95 <= REPAINT,
    },
    {
      what: 'to the first part repainted, p95, as a share of that of Mosaic',
      aim: `≤ ${SHARE}`,
      measured: String(first),
      met: first <= SHARE,
    },
    {
      what: 'to every part repainted, p95, as a share of that of Mosaic',
      aim: `≤ ${SHARE}`,
      measured: String(all),
      met: all <= SHARE,
    },
  ];
}

export const coldAims = (cold: readonly ColdSummary[]): Aim[] =>
  [...new Set(cold.map(({ network }) => network))].flatMap((network) => {
    const of = (page: string) => cold.find((one) => one.network === network && one.page === page);
    const [explorer, still] = [of('explorer'), of('country page')];
    if (!explorer || !still) return [];
    return [
      {
        what: `first picture of the explorer, ${network}`,
        aim: `≤ ${still.ground} ms, that of a country page`,
        measured: `${explorer.ground} ms`,
        met: explorer.ground <= still.ground,
      },
      {
        what: `bytes before the first interaction, ${network}`,
        aim: `≤ ${BYTES / 1000} kB`,
        measured: `${(explorer.bytes / 1000).toFixed(0)} kB`,
        met: explorer.bytes <= BYTES,
      },
    ];
  });
