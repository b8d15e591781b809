import { list } from '../../charts/format.ts';
import { BrushButton } from './brush-button.ts';
import { areaBegun, areaBetween, codesIn, moved, resized, type Area, type Spot } from './brush-math.ts';
import { BrushedPlot } from './brushed-plot.ts';
import { dragRectangle } from './drag-rectangle.ts';
import type { Linking } from './linking.ts';
import { countriesMarked } from './marked-chip.ts';

export interface Brushed {
  mark(codes: readonly string[]): void;
  /** Those who came by key want to go on there. Answers whether there is anything to go to. */
  goOn(): boolean;
  name(code: string): string;
  say(words: string): void;
}

/** So many countries are named when an area is told. */
const NAMED = 4;
/** What takes Escape before an area does. */
const BEFORE = 'dialog[open], [role=dialog], .take-panel, [data-workspace] .current';

/**
 * A rectangle over the dots of a scatter plot marks the countries in it, in every part at once. While it is pulled they are
 * held by `linking`; once it is let go they are the state's. It stands as long as it says what is marked.
 */
export class Brush {
  private readonly figure: HTMLElement;
  private readonly linking: Linking;
  private readonly brushed: Brushed;
  private readonly plot: BrushedPlot;
  private readonly button: BrushButton;
  private area: Area | null = null;
  private marked: readonly string[] = [];
  /** Whether the area is still being chosen. */
  private held = false;

  constructor(figure: HTMLElement, linking: Linking, brushed: Brushed) {
    [this.figure, this.linking, this.brushed] = [figure, linking, brushed];
    this.plot = new BrushedPlot(figure);
    const place = figure.querySelector<HTMLElement>('[data-area-tools]');
    if (!place) throw new Error('The scatter plot has no place for its button.');
    this.button = new BrushButton(place, {
      step: (steps, how) => this.step(steps, how),
      press: (keys) => this.press(keys),
      leave: () => this.held && this.keep(),
    });
    dragRectangle(figure, this.plot, {
      may: (pointer) => pointer === 'mouse' || this.button.isOn,
      pull: (from, to) => this.pull(from, to),
      keep: () => this.keep(),
      cancel: () => this.cancel(),
      press: () => this.area && this.clear(),
    });
    document.addEventListener('keydown', (event) => this.key(event), { capture: true });
    figure.addEventListener('drawn', () => this.redrawn());
    linking.follow((marked) => {
      this.marked = marked;
      if (!this.held) this.stand();
    });
    this.redrawn();
  }

  /** Takes the area and its marks away. */
  clear(): void {
    this.held = false;
    this.lay(null);
    this.linking.hold(null);
    this.turn(false);
    this.brushed.mark([]);
    this.brushed.say(countriesMarked(0));
  }

  focus(): boolean {
    if (!this.plot.edges) return false;
    this.button.focus();
    return true;
  }

  private step(steps: Spot, how: 'move' | 'resize'): void {
    const { edges } = this.plot;
    if (!edges) return;
    const { area } = this;
    this.turn(true);
    if (!area) this.hold(areaBegun(edges));
    else this.hold(how === 'move' ? moved(area, steps, edges) : resized(area, steps, edges));
    this.brushed.say(this.told());
  }

  private press(keys: boolean): void {
    if (!this.button.isOn) {
      this.turn(true);
      if (keys) this.step([0, 0], 'move');
      return;
    }
    const chosen = this.held;
    this.keep();
    if (keys && chosen) this.brushed.goOn();
  }

  private pull(from: Spot, to: Spot): void {
    const { edges } = this.plot;
    if (edges) this.hold(areaBetween(from, to, edges));
  }

  private hold(area: Area): void {
    this.held = true;
    this.lay(area);
    this.linking.hold(this.codes());
  }

  /** What was chosen stands. */
  private keep(): void {
    this.turn(false);
    if (!this.held) return;
    const codes = this.codes();
    this.held = false;
    if (codes.join() !== this.marked.join()) this.brushed.mark(codes);
    this.linking.hold(null);
    this.brushed.say(this.told());
    this.stand();
  }

  /** What was marked before is marked again. */
  private cancel(): void {
    this.held = false;
    this.turn(false);
    this.linking.hold(null);
    this.lay(null);
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !(this.area || this.button.isOn) || !this.plot.edges) return;
    if ([...document.querySelectorAll(BEFORE)].some((one) => one.getClientRects().length > 0)) return;
    event.preventDefault();
    if (this.area && !this.held) this.clear();
    else this.cancel();
  }

  /** Something was drawn anew, perhaps other dots, perhaps none. */
  private redrawn(): void {
    this.button.show(this.plot.edges !== null);
    if (this.held) this.cancel();
    this.stand();
  }

  /** An area that no longer says what is marked goes; one that does is drawn again. */
  private stand(): void {
    this.lay(
      this.area && this.codes().join() === this.marked.join() && this.marked.length ? this.area : null,
    );
  }

  private lay(area: Area | null): void {
    this.area = area;
    this.plot.draw(area);
  }

  private turn(on: boolean): void {
    this.button.turn(on);
    this.figure.classList.toggle('area-on', on);
  }

  private codes(): string[] {
    return this.area ? codesIn(this.plot.dots, this.area) : [];
  }

  /** "7 countries marked: Brazil, Chile, France, Ghana and 3 others". */
  private told(): string {
    const codes = this.codes();
    const more = codes.length - NAMED;
    const names = codes.slice(0, NAMED).map((code) => this.brushed.name(code));
    const others = more > 0 ? [more === 1 ? '1 other' : `${more} others`] : [];
    const all = names.length ? `: ${list([...names, ...others])}` : '';
    return `${countriesMarked(codes.length)}${all}`;
  }
}
