import { make } from '../../components/grid/dom.ts';
import { group } from './builder-choices.ts';

/** Widths at which a figure is tried out, in CSS pixels: a narrow column, a phone held wide, a page. */
export const TRIED = [280, 480, 760] as const;

/** How long a page may take to say its height before it is measured as it stands, in milliseconds. */
const PATIENCE = 8000;
/** What a figure that draws itself anew for another width takes for that. */
const REDRAW = 160;
/** Of the box around what is shown, both sides. */
const BORDERS = 2;
/** While it is measured, the frame is so high that no scroll bar takes of its width. */
const TALL = 4000;

type Heights = readonly (readonly [width: number, height: number])[];

/** What is embedded, at a width of choice: the real page in a frame, or the picture. */
export class BuilderPreview {
  readonly element: HTMLElement;
  private readonly frame: HTMLIFrameElement;
  private readonly image: HTMLImageElement;
  private readonly stage: HTMLElement;
  private readonly scale: HTMLElement;
  private readonly told: (heights: Heights) => void;
  private readonly observer: ResizeObserver;
  private readonly listen = (event: MessageEvent): void => this.heard(event);
  private address = '';
  private widths: readonly number[] = TRIED;
  private stands: (() => void) | null = null;

  /** @param told hears how high the page is at the widths asked for, whenever that is known anew */
  constructor(told: (heights: Heights) => void) {
    this.told = told;
    this.frame = make('iframe', { title: 'Preview', tabIndex: -1 });
    this.image = make('img', { alt: '', hidden: true });
    this.stage = make('div', { className: 'builder-stage' }, {}, this.frame, this.image);
    this.scale = make('p', { className: 'builder-scale', hidden: true });
    const widths = group(
      'Preview at',
      'preview',
      TRIED.map((width) => [String(width), `${width} pixels`, ''] as const),
      String(innerWidth < 700 ? TRIED[0] : TRIED[1]),
    );
    widths.addEventListener('input', () => this.fit());
    // A picture of the embed, not a part of the page: nothing in it is pressed or walked through.
    const box = make('div', { className: 'builder-box', inert: true }, {}, this.stage);
    this.element = make(
      'section',
      { className: 'builder-preview' },
      { 'aria-label': 'Preview' },
      widths,
      box,
      this.scale,
    );
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.element);
    addEventListener('message', this.listen);
  }

  /**
   * Shows a page in the frame, and measures it once it stands.
   * @param widths at which it will be shown
   */
  page(address: string, widths: readonly number[]): void {
    this.image.hidden = true;
    this.frame.hidden = false;
    const sized = widths.join() === this.widths.join();
    if (!sized) this.widths = widths;
    if (address === this.address) {
      if (sized) this.fit();
      // A page that does not stand yet is measured when it does.
      else if (!this.stands) void this.measure();
      return;
    }
    this.address = address;
    this.stage.classList.add('waiting');
    this.frame.src = address;
    const standing = new Promise<void>((resolve) => (this.stands = resolve));
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    void Promise.race([standing, patience]).then(() => {
      if (address !== this.address) return;
      this.stands = null;
      void this.measure();
    });
  }

  /** Shows a picture, and answers with its size; null where it does not come. */
  async picture(address: string): Promise<{ width: number; height: number } | null> {
    this.frame.hidden = true;
    this.image.hidden = false;
    this.stage.classList.remove('waiting');
    if (this.image.src !== address) this.image.src = address;
    try {
      await this.image.decode();
      return { width: this.image.naturalWidth, height: this.image.naturalHeight };
    } catch {
      return null;
    } finally {
      this.fit();
    }
  }

  end(): void {
    removeEventListener('message', this.listen);
    this.observer.disconnect();
  }

  private heard({ origin, source, data }: MessageEvent): void {
    const { contentWindow } = this.frame;
    if (origin !== location.origin || source !== contentWindow) return;
    // One that was sent before the frame went on to another page says nothing of that.
    if (contentWindow?.location.href !== this.address) return;
    if ((data as { type?: unknown } | null)?.type !== 'crosscurrents:height') return;
    this.stands?.();
    this.stands = null;
    this.fit();
  }

  private async measure(): Promise<void> {
    const { address, widths } = this;
    const heights: [number, number][] = [];
    for (const width of widths) {
      this.size(width, TALL);
      await new Promise((resolve) => setTimeout(resolve, REDRAW));
      if (address !== this.address || widths !== this.widths) return;
      heights.push([width, this.height()]);
    }
    this.stage.classList.remove('waiting');
    this.fit();
    this.told(heights);
  }

  /** Of the page in the frame, which is one of ours. */
  private height(): number {
    const root = this.frame.contentDocument?.documentElement;
    return Math.ceil(root?.getBoundingClientRect().height ?? 0);
  }

  private size(width: number, height: number): void {
    this.frame.width = String(width);
    this.frame.height = String(height);
  }

  /** Shows it at the chosen width; where that is wider than the window has room for, smaller. */
  private fit(): void {
    if (this.stage.classList.contains('waiting')) return;
    const chosen = this.element.querySelector<HTMLInputElement>('input[name=preview]:checked');
    const width = Number(chosen?.value ?? TRIED[0]);
    const room = this.element.clientWidth - BORDERS;
    const factor = Math.min(1, room / width);
    const shown = this.image.hidden ? this.frame : this.image;
    this.stage.style.width = `${width}px`;
    this.stage.style.transform = factor < 1 ? `scale(${factor})` : '';
    if (this.image.hidden) {
      this.frame.width = String(width);
      this.frame.height = String(this.height());
    }
    this.stage.style.height = '';
    this.stage.style.marginBottom = `${Math.round(((factor - 1) * shown.getBoundingClientRect().height) / factor)}px`;
    this.scale.hidden = factor === 1;
    this.scale.textContent = `Shown at ${Math.round(100 * factor)} % of its size.`;
  }
}
