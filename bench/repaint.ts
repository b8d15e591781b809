import { join } from 'node:path';
import { launchBrowser } from '../tests/support/browser.ts';
import { serveFolder } from '../tests/support/server.ts';

/**
 * From a change of a control to the painted figure, in a real browser on the built site: `node bench/repaint.ts [rounds]`.
 * Ten scripted interactions a round. The first round is also told apart, because it fetches code and slices. As a ratio to a bare
 * frame (a change of one word, painted), the figure holds on machines of another speed.
 */
const INTERACTIONS: readonly (readonly [name: string, control: string, value: string])[] = [
  ['year', 'year', '2015'],
  ['year back', 'year', '2021'],
  ['country', 'country', 'DEU'],
  ['top', 'top', '200'],
  ['layer, undirected', 'layer', 'projects'],
  ['layer, directed', 'layer', 'scholars'],
  ['source', 'source', 'scholarly-migration/openalex'],
  ['direction', 'direction', 'out'],
  ['partner', 'partner', 'USA'],
  ['country again', 'country', 'IND'],
];

const rounds = Number(process.argv[2] ?? 10);
const server = await serveFolder(join(import.meta.dirname, '../dist'), { base: '/' });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(`${server.url}explore/?country=FRA`);
await page.waitForSelector('[data-explorer][data-ready]');

/** Milliseconds from the change of a control until the map that answers it is painted, the other figures included or not. */
const measure = (control: string, value: string) =>
  page.evaluate(
    async ([name, wanted]) => {
      const form = document.querySelector<HTMLFormElement>('[data-controls]');
      const field = form?.elements.namedItem(name ?? '');
      if (!form || !field) throw new Error(`No control ${name}.`);
      const map = document.querySelector('#map');
      const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const started = performance.now();
      const target =
        field instanceof RadioNodeList
          ? ([...field] as HTMLInputElement[]).find((f) => f.value === wanted)
          : (field as HTMLInputElement);
      if (!target) throw new Error(`No ${wanted} in ${name}.`);
      if (target.type === 'radio') target.checked = true;
      else target.value = wanted ?? '';
      target.dispatchEvent(new Event('input', { bubbles: true }));
      target.dispatchEvent(new Event('change', { bubbles: true }));
      const busy = () => document.querySelector('[aria-busy]') !== null;
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        if (map) observer.observe(map, { attributeFilter: ['data-state'] });
      });
      await new Promise((r) => setTimeout(r));
      await painted();
      const first = performance.now() - started;
      while (busy()) await new Promise((r) => setTimeout(r));
      await painted();
      return { map: first, all: performance.now() - started };
    },
    [control, value],
  );

/** A bare frame: one word changed, painted. */
const frame = () =>
  page.evaluate(async () => {
    const started = performance.now();
    const output = document.querySelector('.controls output');
    if (output) output.textContent = String(performance.now());
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - started;
  });

const times: { round: number; name: string; map: number; all: number }[] = [];
const frames: number[] = [];
for (let round = 0; round < rounds; round++) {
  for (const [name, control, value] of INTERACTIONS) {
    times.push({ round, name, ...(await measure(control, value)) });
    frames.push(await frame());
  }
  for (const [control, value] of [
    ['layer', 'papers'],
    ['country', 'FRA'],
    ['top', '60'],
  ] as const)
    await measure(control, value);
}
await browser.close();
await server.close();

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;
const line = (name: string, values: readonly number[]) =>
  console.log(
    `${name.padEnd(34)} p50 ${quantile(values, 0.5).toFixed(1).padStart(7)} ms   p95 ${quantile(values, 0.95).toFixed(1).padStart(7)} ms   p95 in bare frames ${(quantile(values, 0.95) / quantile(frames, 0.5)).toFixed(1)}`,
  );
const warm = times.filter((t) => t.round > 0);
line('bare frame', frames);
line(
  'first round, map painted',
  times.filter((t) => t.round === 0).map((t) => t.map),
);
line(
  'map painted',
  warm.map((t) => t.map),
);
line(
  'all figures painted',
  warm.map((t) => t.all),
);
for (const [name] of INTERACTIONS)
  line(
    `  ${name}: all figures`,
    warm.filter((t) => t.name === name).map((t) => t.all),
  );
