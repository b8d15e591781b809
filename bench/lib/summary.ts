import { INTERACTIONS } from './interactions.ts';
import type { ColdSample } from './part-cold.ts';
import type { RepaintSamples } from './part-repaint.ts';
import { quantile, spread, type Spread } from './statistics.ts';
import { EXPLORER, MOSAIC } from './subjects.ts';

/** Milliseconds from a key to what it changed, of one page. */
export interface PageSpread {
  /** To the first part that changed: of the explorer the map, of Mosaic what is quickest. */
  readonly first: Spread;
  /** To the last part. */
  readonly all: Spread;
  /** What the screen takes by itself: of a key that changes one letter. */
  readonly floor: Spread;
  /**
   * The browser's own measure of the key, to its next paint. Of Mosaic, which paints later, it says nothing.
   */
  readonly event: Spread;
  /** To the first part, by interaction. */
  readonly interactions: Readonly<Record<string, Spread>>;
  /** By part. */
  readonly parts: Readonly<Record<string, Spread>>;
  /** The round that does not count, in which code is fetched: to the first part. */
  readonly firstRound: Spread;
}

export interface RepaintSummary {
  readonly explorer: PageSpread;
  readonly mosaic: PageSpread;
}

export const summariseRepaints = (samples: RepaintSamples): RepaintSummary => ({
  explorer: ofPage(samples, EXPLORER.name),
  mosaic: ofPage(samples, MOSAIC.name),
});

function ofPage({ changes, floors }: RepaintSamples, name: string): PageSpread {
  const samples = changes.filter(({ page }) => page === name);
  const warm = samples.filter(({ round }) => round > 0);
  const parts = [...new Set(warm.flatMap((sample) => Object.keys(sample.parts)))].sort();
  return {
    first: spread(warm.map(({ first }) => first)),
    all: spread(warm.map(({ all }) => all)),
    floor: spread(floors.filter(({ page }) => page === name).map(({ ms }) => ms)),
    event: spread(warm.map(({ event }) => event ?? 8)),
    interactions: Object.fromEntries(
      INTERACTIONS.map(({ name }) => [
        name,
        spread(warm.filter(({ interaction }) => interaction === name).map(({ first }) => first)),
      ]),
    ),
    parts: Object.fromEntries(
      parts.map((part) => [part, spread(warm.flatMap((sample) => sample.parts[part] ?? []))]),
    ),
    firstRound: spread(samples.filter(({ round }) => round === 0).map(({ first }) => first)),
  };
}

/** Medians of the visits to a page over a network, in milliseconds. */
export interface ColdSummary extends Omit<ColdSample, 'answer'> {
  readonly runs: number;
  readonly answer: number | null;
}

export function summariseCold(samples: readonly ColdSample[]): ColdSummary[] {
  const groups = Map.groupBy(samples, ({ page, network }) => `${network} ${page}`);
  return [...groups.values()].map((runs): ColdSummary => {
    const [{ page, network }] = runs as [ColdSample];
    const median = (key: 'picture' | 'ground' | 'bytes' | 'requests') =>
      Math.round(
        quantile(
          runs.map((run) => run[key]),
          0.5,
        ),
      );
    const maybe = (key: 'ready' | 'answered' | 'answer') =>
      runs.some((run) => run[key] === null)
        ? null
        : Math.round(
            quantile(
              runs.map((run) => run[key] ?? NaN),
              0.5,
            ),
          );
    return {
      page,
      network,
      runs: runs.length,
      picture: median('picture'),
      ground: median('ground'),
      ready: maybe('ready'),
      answered: maybe('answered'),
      answer: maybe('answer'),
      bytes: median('bytes'),
      requests: median('requests'),
    };
  });
}
