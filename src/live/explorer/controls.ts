import { ABOUT_MEASURE, TIE_MEASURES } from '../../model/tie-measures.ts';
import type { FlowSeries } from '../../model/atlas.ts';
import type { Atlas } from '../../views/view.ts';
import { ChosenSet } from './chosen-set.ts';
import { comparisonOptions, indicatorOptions, rangeOptions, sourceOptions, type Options } from './options.ts';
import { DEFAULTS, type ExplorerState, type Wish } from './state.ts';

/** The form of the explorer: it says what the reader chose, and shows what the state is. State is kept by neither. */
export class Controls {
  private readonly form: HTMLFormElement;
  private readonly atlas: Atlas;
  private readonly set: ChosenSet;
  private readonly more: HTMLDetailsElement;

  constructor(element: HTMLElement, atlas: Atlas, chosen: (wish: Wish, dragging: boolean) => void) {
    if (!(element instanceof HTMLFormElement)) throw new Error('The controls are no form.');
    this.form = element;
    this.atlas = atlas;
    const more = element.querySelector('details');
    if (!more) throw new Error('The controls have no further filters.');
    this.more = more;
    this.form.inert = false;
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.set = new ChosenSet(this.part('chosen'), atlas, (codes) =>
      chosen({ among: codes.join('.') }, false),
    );
    // A slider tells every step on its way; all steps after the first of one pull are `dragging`.
    let dragging = false;
    this.form.addEventListener('input', (event) => {
      const field = event.target as HTMLInputElement | HTMLSelectElement;
      if (field.name === 'add') return;
      if (field.name === 'among' && field.value === 'chosen') return this.set.open();
      chosen({ [field.name]: field.value || null }, dragging);
      dragging = field.type === 'range';
    });
    this.form.addEventListener('change', () => (dragging = false));
    // Long lists behind a closed door are not worth a frame: they are written when it opens.
    this.more.addEventListener('toggle', () => this.last && this.show(this.last));
  }

  /** What one more key would choose at the control that has the focus: the choices before and after its own. */
  beside(): Wish[] {
    const field = document.activeElement;
    if (!(field instanceof HTMLElement) || !this.form.contains(field)) return [];
    const [name, values, value] = choicesOf(field);
    const at = values.indexOf(value);
    return [values[at + 1], values[at - 1]]
      .filter((beside) => beside !== undefined)
      .map((beside) => ({ [name]: beside || null }));
  }

  /** First and last year of the source that is chosen. */
  years(state: ExplorerState): readonly [number, number] {
    const span = this.spanOf(state);
    return [span?.first_year ?? 0, span?.last_year ?? 0];
  }

  /** Whether the chosen source has a year. */
  has(state: ExplorerState, year: number): boolean {
    const [first, last] = this.years(state);
    return year >= first && year <= last;
  }

  private last: ExplorerState | null = null;

  show(state: ExplorerState): void {
    this.last = state;
    const { layer, year, country, partner, direction, among } = state;
    const directed = this.atlas.layers.get(layer)?.directed ?? false;
    this.choose('layer', layer);
    this.measures(state);
    const sources = sourceOptions(layer, this.atlas);
    this.fill('source', layer, () => sources);
    this.choose('source', state.source);
    this.toggle('source', sources.length > 1);
    this.choose('country', country ?? '');
    this.choose('partner', partner ?? '');
    this.toggle('partner', country !== null);
    this.choose('direction', direction);
    this.toggle('direction', directed && country !== null);
    const group = among === 'world' || this.atlas.groups.has(among);
    this.choose('among', group ? among : 'chosen');
    this.set.show(group ? null : among.split('.'));
    this.choose('ends', state.ends);
    this.toggle('ends', among !== 'world' && country === null);
    if (this.more.open)
      this.fill('from', `${layer} ${state.source} ${year}`, () => rangeOptions(state, this.spanOf(state)));
    this.choose('from', String(state.from ?? ''));
    this.toggle('from', !ABOUT_MEASURE[state.by].indicator);
    const compared = [layer, state.source, year, country, state.from].join(' ');
    if (this.more.open)
      this.fill('against', compared, () => comparisonOptions(state, this.spanOf(state), this.atlas));
    this.choose('against', state.against ?? '');
    this.choose('min', String(state.min));
    this.choose('top', String(state.top));
    this.choose('order', state.order);
    this.toggle('order', state.show.includes('matrix') || state.show.includes('chord'));
    this.axes(state);
    const [first, last] = this.years(state);
    const slider = this.field('year') as HTMLInputElement;
    [slider.min, slider.max, slider.value] = [String(first), String(last), String(year)];
    const shown = this.form.querySelector('output');
    if (shown) shown.textContent = state.from === null ? String(year) : `${state.from}–${year}`;
    const more = this.form.querySelector('[data-chosen]');
    const n = this.extra(state);
    if (more) more.textContent = n ? ` (${n} set)` : '';
  }

  /** How many of the filters behind the door differ from their standard. */
  private extra(state: ExplorerState): number {
    return [
      state.source !== this.atlas.layers.get(state.layer)?.default_source,
      state.among !== 'world',
      state.from !== null,
      state.against !== null,
      state.top !== DEFAULTS.top,
    ].filter(Boolean).length;
  }

  private spanOf({ layer, source }: ExplorerState): FlowSeries | undefined {
    return this.atlas.flows.find((f) => f.layer === layer && f.source === source);
  }

  private measures({ layer, by }: ExplorerState): void {
    this.fill('by', layer, () =>
      TIE_MEASURES.filter((id) => ABOUT_MEASURE[id].layers.includes(layer)).map((id) => [
        id,
        ABOUT_MEASURE[id].title,
      ]),
    );
    this.choose('by', by);
  }

  private axes(state: ExplorerState): void {
    const shown = state.show.includes('scatter');
    this.toggle('axes', shown);
    if (!shown) return;
    for (const axis of ['x', 'y'] as const) {
      this.fill(axis, 'all', () => indicatorOptions(this.atlas));
      this.choose(axis, state[axis]);
    }
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

  /** What each list was last made of: to make the same again would cost the frame more than to draw the map. */
  private readonly filled = new Map<string, string>();

  /** @param from what the options depend on */
  private fill(name: string, from: string, options: () => Options): void {
    if (this.filled.get(name) === from) return;
    this.filled.set(name, from);
    const select = this.field(name) as HTMLSelectElement;
    select.replaceChildren(
      ...options().map((one) => {
        if (!('options' in one)) return new Option(one[1], one[0]);
        const group = document.createElement('optgroup');
        group.label = one.label;
        group.append(...one.options.map(([value, label]) => new Option(label, value)));
        return group;
      }),
    );
  }

  private part(name: string): HTMLElement {
    const found = this.form.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The controls have no part ${name}.`);
    return found;
  }

  private toggle(name: string, shown: boolean): void {
    for (const part of this.form.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)) part.hidden = !shown;
  }
}

/** The name of a list or a set of buttons, its values in order, and the one chosen; no values where it has no order. */
function choicesOf(field: HTMLElement): [name: string, values: string[], value: string] {
  if (field instanceof HTMLSelectElement)
    return [field.name, [...field.options].map((option) => option.value), field.value];
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return ['', [], ''];
  const buttons = [...(field.form?.querySelectorAll<HTMLInputElement>(`input[name="${field.name}"]`) ?? [])];
  return [field.name, buttons.map((button) => button.value), field.value];
}
