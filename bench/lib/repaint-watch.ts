/**
 * What an observed page knows of its own repaints; on `globalThis.repaints`. Times are in milliseconds since
 * navigation began.
 */
export interface RepaintWatch {
  /** Begins a new interaction: forgets what was repainted before. */
  reset(): void;
  /**
   * Whether a figure was repainted since, all of them have come to rest, and all that was drawn has been
   * shown.
   */
  settled(): boolean;
  /** Whether nothing on the page works or waits. */
  idle(): boolean;
  /** When the key went down. */
  readonly key: number;
  /** By id of the figure, when its last change was on the screen. */
  readonly shown: Readonly<Record<string, number>>;
  /**
   * The browser's own measure of the same key: to the next paint, whatever it shows, in steps of 8 ms; null
   * below 16.
   */
  readonly event: number | null;
  /** When the first picture of the page was on the screen, with its ground (the land of a map) and without. */
  readonly first: { readonly picture: number | null; readonly ground: number | null };
}

export interface Watched {
  /** A key at which nothing but one letter changes: how long the screen takes by itself. */
  readonly floorKey: string;
  /** Elements all of which must be there, in sight. */
  readonly picture: readonly string[];
  /** An element that has a size once what lies under the picture has come; null where nothing does. */
  readonly ground: string | null;
}

declare global {
  var repaints: RepaintWatch;
  /** A page that works without a mark in its markup says so here. */
  var stillBusy: (() => boolean) | undefined;
}

/**
 * Runs in the page, before its own scripts: watches the figures (`[data-figure-body]`) and tells when each
 * change was on the screen.
 *
 * A change is followed by a mark, one letter of new text with `elementtiming`, written in the same turn: the
 * browser reports when the frame that has it was presented (Element Timing), and the same frame has the
 * change. That holds for changes made at once, after a worker's answer, or inside an animation frame, so it
 * is the same measure for pages that work in different ways.
 */
export function watchRepaints({ picture, ground, floorKey }: Watched): void {
  // How long a page is watched for a further change before it counts as settled.
  const quiet = 250;
  let waiting = 0;
  let serial = 0;
  let last = 0;
  let marks: HTMLElement | null = null;
  const toTell = new Map<string, (time: number) => void>();
  const log = {
    key: NaN,
    shown: {} as Record<string, number>,
    event: null as number | null,
    first: { picture: null as number | null, ground: null as number | null },
    reset() {
      [log.key, log.shown, log.event] = [NaN, {}, null];
    },
    idle: () => !waiting && !document.querySelector('[aria-busy]') && !globalThis.stillBusy?.(),
    settled: () => Object.keys(log.shown).length > 0 && log.idle() && performance.now() - last > quiet,
  };
  globalThis.repaints = log;

  /** When the frame that is drawn next is on the screen. */
  const presented = (tell: (time: number) => void) => {
    if (!marks) {
      marks = document.createElement('div');
      Object.assign(marks.style, { position: 'fixed', top: '0', right: '0', font: '8px sans-serif' });
      Object.assign(marks.style, { width: '10px', height: '10px', overflow: 'hidden', contain: 'strict' });
      marks.ariaHidden = 'true';
      document.body.append(marks);
    }
    const mark = document.createElement('p');
    const name = `repaint-${(serial += 1)}`;
    mark.setAttribute('elementtiming', name);
    mark.textContent = 'o';
    Object.assign(mark.style, { position: 'absolute', margin: '0' });
    marks.append(mark);
    waiting += 1;
    toTell.set(name, (time) => {
      toTell.delete(name);
      mark.remove();
      waiting -= 1;
      tell(time);
    });
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry &
      Record<'identifier' | 'renderTime', never>)[])
      toTell.get(entry.identifier)?.(entry.renderTime);
  }).observe({ type: 'element', buffered: true });

  const onKey = (event: KeyboardEvent) => {
    log.key = event.timeStamp;
    if (event.key === floorKey) presented((time) => (log.shown['floor'] = time));
  };
  addEventListener('keydown', onKey, { capture: true });
  new PerformanceObserver((list) => {
    for (const { name, duration, startTime } of list.getEntries())
      if (name === 'keydown' && startTime >= log.key) log.event = Math.max(log.event ?? 0, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);

  const observer = new MutationObserver((records) => {
    last = performance.now();
    const ids = new Set(
      records.map(({ target }) => (target as Element).parentElement?.closest('figure')?.id ?? ''),
    );
    presented((time) => {
      for (const id of ids) log.shown[id] = time;
    });
  });
  addEventListener('DOMContentLoaded', () => {
    for (const figure of document.querySelectorAll('[data-figure-body]'))
      observer.observe(figure, { subtree: true, childList: true, attributes: true, characterData: true });
  });

  const inSight = (selector: string) =>
    [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0);
  const hasSize = (selector: string) =>
    [...document.querySelectorAll<SVGGraphicsElement>(selector)].some(
      (element) => element.getBBox().width > 0,
    );
  const look = () => {
    if (log.first.picture === null && picture.every(inSight)) {
      log.first.picture = NaN;
      presented((time) => (log.first.picture = time));
    }
    if (log.first.picture !== null && log.first.ground === null && (ground === null || hasSize(ground))) {
      log.first.ground = NaN;
      presented((time) => (log.first.ground = time));
    }
    if (log.first.ground === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
