import { sourceName } from '../views/phrases.ts';
import type { Asked } from '../views/params.ts';
import type { Atlas } from '../views/view.ts';
import type { ExplorerState } from './explorer-state.ts';

/** The form of the explorer: it says what the reader chose, and shows what the state is. State is kept by neither. */
export class Controls {
  private readonly form: HTMLFormElement;
  private readonly atlas: Atlas;

  constructor(element: HTMLElement, atlas: Atlas, chosen: (asked: Asked, dragging: boolean) => void) {
    if (!(element instanceof HTMLFormElement)) throw new Error('The controls are no form.');
    this.form = element;
    this.atlas = atlas;
    this.form.inert = false;
    this.form.addEventListener('submit', (event) => event.preventDefault());
    // A slider tells every step on its way; all steps after the first of one pull are `dragging`.
    let dragging = false;
    this.form.addEventListener('input', (event) => {
      const field = event.target as HTMLInputElement | HTMLSelectElement;
      chosen({ [field.name]: field.value || null }, dragging);
      dragging = field.type === 'range';
    });
    this.form.addEventListener('change', () => (dragging = false));
  }

  /** First and last year of the source that is chosen. */
  years({ layer, source }: ExplorerState): readonly [number, number] {
    const series = this.atlas.flows.find((f) => f.layer === layer && f.source === source);
    return [series?.first_year ?? 0, series?.last_year ?? 0];
  }

  /** Whether the chosen source has a year. */
  has(state: ExplorerState, year: number): boolean {
    const [first, last] = this.years(state);
    return year >= first && year <= last;
  }

  show(state: ExplorerState): void {
    const { layer, source, year, country, partner, direction, top } = state;
    const sources = this.atlas.flows.filter((f) => f.layer === layer).map((f) => f.source);
    const directed = this.atlas.layers.get(layer)?.directed ?? false;
    this.choose('layer', layer);
    this.fill(
      'source',
      sources.map((id) => [id, sourceName(id, this.atlas)]),
    );
    this.choose('source', source);
    this.part('source', sources.length > 1);
    this.choose('country', country ?? '');
    this.choose('partner', partner ?? '');
    this.part('partner', country !== null);
    this.choose('direction', direction);
    this.part('direction', directed && country !== null);
    this.choose('top', String(top));
    const [first, last] = this.years(state);
    const slider = this.field('year') as HTMLInputElement;
    [slider.min, slider.max, slider.value] = [String(first), String(last), String(year)];
    const shown = this.form.querySelector('output');
    if (shown) shown.textContent = String(year);
  }

  private field(name: string): Element | RadioNodeList {
    const found = this.form.elements.namedItem(name);
    if (!found) throw new Error(`The controls have no field ${name}.`);
    return found;
  }

  private choose(name: string, value: string): void {
    const field = this.field(name) as RadioNodeList | HTMLSelectElement;
    // A number that the list lacks (from a link) still has to be shown as what it is.
    if (field instanceof HTMLSelectElement && ![...field.options].some((o) => o.value === value))
      field.add(new Option(value, value));
    field.value = value;
  }

  private fill(name: string, options: readonly (readonly [string, string])[]): void {
    const select = this.field(name) as HTMLSelectElement;
    // The same list again would cost the frame a layout.
    if ([...select.options].map((o) => o.value).join() === options.map(([value]) => value).join()) return;
    select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
  }

  private part(name: string, shown: boolean): void {
    const part = this.form.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part) part.hidden = !shown;
  }
}
