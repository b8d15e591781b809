import { importAnew } from '../engine/browser/import-anew.ts';
import type { IndicatorLabel } from '../model/indicator.ts';
import type { AtlasFile } from '../model/atlas.ts';
import type { IndicatorRows } from '../views/indicator-lines.ts';
import { settle } from '../views/settle.ts';
import { openAtlas, type Atlas } from '../views/view.ts';
import { Answers } from './answers.ts';
import { lazyEngine } from './engine.ts';
import { fetchJson } from './fetch-json.ts';
import { choose, type Choice } from './indicator-choice.ts';
import { LiveFigure } from './live-figure.ts';
import { message } from './message.ts';
import { progressWords } from './progress-words.ts';
import { say } from './say.ts';

const FIELDS = ['indicator', 'layer', 'country', 'partner'] as const;
type Field = (typeof FIELDS)[number];

/** Brings to life the figures of indicators on a page (src/components/IndicatorFigure.astro). */
export function startIndicatorFigures(page: ParentNode): void {
  for (const part of page.querySelectorAll<HTMLElement>('[data-indicator-figure]')) new IndicatorFigure(part);
}

/** A figure whose countries and layer a reader can choose. Until one is chosen, nothing is fetched for it. */
class IndicatorFigure {
  private readonly form: HTMLFormElement;
  private readonly figure: HTMLElement;
  private readonly status: HTMLElement;
  private readonly manifest: string;
  /** Address of the release's folder, relative to the page, with a slash. */
  private readonly release: string;
  private readonly indicator: string;
  private readonly ofPairs: boolean;
  private choice: Choice;
  private opened: Promise<{ readonly atlas: Atlas; readonly live: LiveFigure<Field, IndicatorRows> }> | null =
    null;

  constructor(part: HTMLElement) {
    const find = <E extends HTMLElement>(selector: string): E => {
      const found = part.querySelector<E>(selector);
      if (!found) throw new Error(`The figure of an indicator has no ${selector}.`);
      return found;
    };
    this.form = find<HTMLFormElement>('form');
    this.figure = find('figure');
    this.status = find('[data-figure-status]');
    this.manifest = part.dataset['manifestUrl'] ?? '';
    this.release = this.manifest.slice(0, this.manifest.lastIndexOf('/') + 1);
    this.indicator = part.dataset['indicatorFigure'] ?? '';
    this.ofPairs = part.dataset['subject'] === 'pair';
    this.choice = {
      layer: part.dataset['layer'] ?? '',
      country: this.select('country')?.value ?? '',
      partner: this.select('partner')?.value ?? '',
    };
    this.form.inert = false;
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', ({ target }) => {
      const { name, value } = target as HTMLSelectElement;
      this.choice = choose(this.choice, name, value);
      for (const [field, chosen] of Object.entries(this.choice)) {
        const select = this.select(field);
        if (select && select.value !== chosen) select.value = String(chosen);
      }
      void this.show();
    });
  }

  private select(name: string): HTMLSelectElement | null {
    return this.form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  }

  /** Shows what is chosen by the time that the atlas is there. */
  private async show(): Promise<void> {
    const wait = setTimeout(() => say(this.status, this.figure, 'Fetching the data …'), 250);
    try {
      const { atlas, live } = await (this.opened ??= this.open());
      clearTimeout(wait);
      const asked = { indicator: this.indicator, ...this.choice };
      await live.show(settle(FIELDS, asked, { indicator: this.indicator }, atlas).state);
    } catch (error) {
      this.opened = null;
      say(this.status, this.figure, message(error), () => void this.show());
    } finally {
      clearTimeout(wait);
    }
  }

  private async open() {
    const [file, indicators] = await Promise.all(
      ['atlas.json', 'indicators.json'].map((name) => fetchJson(`${this.release}${name}`)),
    );
    const atlas = openAtlas(file as AtlasFile, this.release, { indicators: indicators as IndicatorLabel[] });
    const engine = lazyEngine(this.manifest, (progress) => live.progress(progressWords(progress)));
    const live = new LiveFigure<Field, IndicatorRows>(
      this.figure,
      this.ofPairs ? viewOfPairs : viewOfCountries,
      new Answers(atlas, this.release, engine),
      atlas,
      this.release.replace(/[^/]+\/$/, ''),
    );
    return { atlas, live };
  }
}

/** The charts and their library are fetched when a figure is first drawn anew. */
const viewOfPairs = async () =>
  (await importAnew(() => import('../views/pair-indicator/index.ts'))).pairIndicatorView;
const viewOfCountries = async () =>
  (await importAnew(() => import('../views/country-indicator/index.ts'))).countryIndicatorView;
