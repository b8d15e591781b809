import { make } from '../../components/grid/dom.ts';
import { group } from './builder-choices.ts';

/** Widths at which a figure is looked at, in CSS pixels: a narrow column, a phone held wide, a page. */
const TRIED = [280, 480, 760] as const;

/** How long a page may take to say its height before it is shown as it stands, in milliseconds. */
const PATIENCE = 8000;
/** Of the box around what is shown, both sides. */
const BORDERS = 2;
/** So high that no scroll bar takes of the frame's width while its page is measured. */
const TALL = 4000;

/** What is embedded, at a width of choice: the real page in a frame, or the picture. */
export class BuilderPreview {
  readonly element: HTMLElement;
  private readonly frame: HTMLIFrameElement;
  private readonly image: HTMLImageElement;
  private readonly stage: HTMLElement;
  private readonly scale: HTMLElement;
  private readonly observer: ResizeObserver;
  private readonly listen = (event: MessageEvent): void => this.heard(event);
  private address = '';
  private stands: (() => void) | null = null;
  private standing: Promise<void> = Promise.resolve();

  constructor() {
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

  /** Shows a page in the frame. Resolves when it stands, or has taken too long to say so. */
  page(address: string): Promise<void> {
    this.image.hidden = true;
    this.frame.hidden = false;
    if (address === this.address) {
      this.fit();
      return this.standing;
    }
    this.address = address;
    this.stage.classList.add('waiting');
    this.frame.src = address;
    const standing = new Promise<void>((resolve) => (this.stands = resolve));
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    this.standing = Promise.race([standing, patience]).then(() => {
      if (address !== this.address) return;
      this.stands = null;
      this.stage.classList.remove('waiting');
      this.fit();
    });
    return this.standing;
  }

  /** Shows a picture. */
  async picture(address: string): Promise<void> {
    this.frame.hidden = true;
    this.image.hidden = false;
    if (this.image.src !== address) this.image.src = address;
    // One that does not come leaves an empty place.
    await this.image.decode().catch(() => undefined);
    this.fit();
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

  /** Of the page in the frame, which is one of ours. */
  private height(): number {
    const root = this.frame.contentDocument?.documentElement;
    return Math.ceil(root?.getBoundingClientRect().height ?? 0);
  }

  /** Shows it at the chosen width; where that is wider than the window has room for, smaller. */
  private fit(): void {
    if (this.image.hidden && this.stage.classList.contains('waiting')) return;
    const chosen = this.element.querySelector<HTMLInputElement>('input[name=preview]:checked');
    const width = Number(chosen?.value ?? TRIED[0]);
    const room = this.element.clientWidth - BORDERS;
    const factor = Math.min(1, room / width);
    const shown = this.image.hidden ? this.frame : this.image;
    this.stage.style.width = `${width}px`;
    this.stage.style.transform = factor < 1 ? `scale(${factor})` : '';
    if (this.image.hidden) {
      if (this.frame.width !== String(width)) this.frame.height = String(TALL);
      this.frame.width = String(width);
      this.frame.height = String(this.height());
    }
    this.stage.style.height = '';
    this.stage.style.marginBottom = `${Math.round(((factor - 1) * shown.getBoundingClientRect().height) / factor)}px`;
    this.scale.hidden = factor === 1;
    this.scale.textContent = `Shown at ${Math.round(100 * factor)} % of its size.`;
  }
}
