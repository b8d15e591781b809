import { make } from '../../components/grid/dom.ts';

export type Heights = readonly (readonly [width: number, height: number])[];

/**
 * Widths at which a page is measured for a snippet, in CSS pixels. Between them a host reckons, so those on both sides of a step stand here: the
 * drawing for wide places comes at 640 pixels of a figure, and its words go beside it at 1088; a page is 24 wider than its figure.
 */
export const MEASURED = [
  280, 320, 360, 400, 440, 480, 560, 620, 639, 640, 663, 664, 700, 760, 900, 1111, 1112, 1200,
] as const;

/** Those that matter for a figure that is never wider than asked for, and that width itself. */
export const widthsUpTo = (most: number | null): readonly number[] =>
  most === null ? MEASURED : [...MEASURED.filter((width) => width < most), most];

/** How long a page may take to say its height before it is measured as it stands, in milliseconds. */
const PATIENCE = 8000;
/** What a figure that draws itself anew for another width takes for that. */
const REDRAW = 160;
/** So high that no scroll bar takes of its width. */
const TALL = 4000;

/** How high the page of an embed is at many widths: asked in a frame that nobody sees, so that what is seen stays still. */
export class BuilderHeights {
  /** In the page, but beside the window of the builder: it is no part of what is read there. */
  private readonly box = make('div', { className: 'builder-unseen', inert: true }, { 'aria-hidden': 'true' });
  private frame: HTMLIFrameElement | null = null;
  private standing: Promise<void> = Promise.resolve();
  private turn = 0;
  private readonly known = new Map<string, Heights>();

  constructor() {
    document.body.append(this.box);
  }

  /**
   * Null where others are asked for meanwhile, or the page does not come.
   * @param redrawn whether the page draws itself anew for another width, which takes its time
   */
  async of(address: string, widths: readonly number[], redrawn: boolean): Promise<Heights | null> {
    const turn = ++this.turn;
    const key = `${address} ${widths.join()}`;
    const known = this.known.get(key);
    if (known) return known;
    this.open(address);
    await this.standing;
    await this.letters();
    const heights: [number, number][] = [];
    for (const width of widths) {
      if (turn !== this.turn || !this.frame) return null;
      this.frame.width = String(width);
      // A pause in any case: whoever chooses something meanwhile is not held up.
      await new Promise((resolve) => setTimeout(resolve, redrawn ? REDRAW : 0));
      heights.push([width, this.height()]);
    }
    if (turn !== this.turn || heights.some(([, height]) => height === 0)) return null;
    this.known.set(key, heights);
    return heights;
  }

  end(): void {
    this.turn++;
    this.box.remove();
  }

  /** A frame of its own for each address: one that goes on to another would be a step of the reader's way back. */
  private open(address: string): void {
    if (this.frame?.src === address) return;
    this.frame?.remove();
    const frame = make('iframe', { title: 'Measured', tabIndex: -1, src: address, height: String(TALL) });
    this.frame = frame;
    this.standing = new Promise((resolve) => {
      const patience = setTimeout(done, PATIENCE);
      addEventListener('message', heard);
      function heard({ source, data }: MessageEvent<{ type?: unknown } | null>): void {
        if (source === frame.contentWindow && data?.type === 'crosscurrents:height') done();
      }
      function done(): void {
        clearTimeout(patience);
        removeEventListener('message', heard);
        resolve();
      }
    });
    this.box.append(frame);
  }

  /** Letters are asked for when they are laid out first, which a page that nobody sees may not have been. */
  private async letters(): Promise<void> {
    this.height();
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    await Promise.race([this.frame?.contentDocument?.fonts.ready, patience]);
  }

  private height(): number {
    const root = this.frame?.contentDocument?.documentElement;
    return Math.ceil(root?.getBoundingClientRect().height ?? 0);
  }
}
