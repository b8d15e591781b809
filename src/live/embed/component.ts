import { figureAddress } from './figure-address.ts';
import { keptHeight, placeHeight, toldHeight } from './figure-height.ts';

/**
 * `<crosscurrents-figure src="https://host/embed/ranking/ken/" height="690">`, for other people's pages: a figure in a sandboxed frame, as high
 * as it is. What the element holds, a picture as a rule, is seen without scripts and where the figure does not come. Documented in
 * docs/embedding.md; published as embed/figure.js, a classic script, as a module would need leave to be read from another host.
 */

/** How long a frame that has loaded may say nothing, in milliseconds. */
const SILENCE = 5000;

const STYLE =
  ':host{display:block}:host([hidden]),[hidden]{display:none}iframe{display:block;width:100%;border:0}';

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="/embed/figure.js"]');
/** Folder that this script came from; no address begins with what is no address. */
const folder = script?.src ? new URL('.', script.src).href : ' ';

class CrosscurrentsFigure extends HTMLElement {
  static readonly observedAttributes = ['src', 'origin', 'theme', 'plain', 'height', 'label'];

  readonly #box = document.createElement('div');
  readonly #fallback = document.createElement('slot');
  #frame: HTMLIFrameElement | null = null;
  #from = '';
  #kept = 0;
  /** Width of the place that `#kept` was for. */
  #width = 0;
  #silence = 0;
  /** Attributes that the element came with are told before it is told that it is there. */
  #there = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    root.append(this.#box, this.#fallback);
  }

  connectedCallback(): void {
    addEventListener('message', this.#hear);
    this.#there = true;
    this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    this.#there = false;
    this.#close();
  }

  attributeChangedCallback(name: string): void {
    if (!this.#there) return;
    if (name === 'label' && this.#frame) this.#frame.title = this.#title;
    else if (name !== 'label') this.#open();
  }

  get #title(): string {
    return this.getAttribute('label') || this.querySelector('img')?.alt || 'Figure of Crosscurrents';
  }

  #open(): void {
    this.#close();
    const url = figureAddress(
      this.getAttribute('src'),
      { folder, origin: this.getAttribute('origin'), page: document.baseURI },
      { theme: this.getAttribute('theme'), plain: this.hasAttribute('plain') },
    );
    this.#show(url !== null);
    if (!url)
      return console.warn(
        'crosscurrents-figure: its src is not in an embed folder that this page may show.',
        this,
      );
    this.#from = url.origin;
    this.#width = this.clientWidth;
    this.#kept = keptHeight(this.getAttribute('height'), this.#width);
    const frame = document.createElement('iframe');
    frame.title = this.#title;
    frame.loading = 'lazy';
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    );
    frame.src = url.href;
    frame.addEventListener('load', () => {
      frame.contentWindow?.postMessage({ type: 'crosscurrents:ask-height' }, '*');
      this.#silence = window.setTimeout(() => this.#show(false), SILENCE);
    });
    this.#frame = frame;
    this.#give(this.#kept, this.#kept);
    this.#box.append(frame);
  }

  #close(): void {
    clearTimeout(this.#silence);
    this.#frame?.remove();
    this.#frame = null;
  }

  /** Shows the frame, or what the element holds in its place. */
  #show(frame: boolean): void {
    this.#box.hidden = !frame;
    this.#fallback.hidden = frame;
  }

  #give(height: number, place: number): void {
    if (this.#frame) this.#frame.style.height = `${height}px`;
    this.#box.style.minHeight = `${place}px`;
  }

  readonly #hear = ({ source, origin, data }: MessageEvent): void => {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#from) return;
    const height = toldHeight(data);
    if (height === null && (data as { type?: unknown } | null)?.type !== 'crosscurrents:waiting') return;
    clearTimeout(this.#silence);
    this.#show(true);
    if (height === null) return;
    this.#give(height, this.clientWidth === this.#width ? placeHeight(this.#kept, height) : height);
  };
}

if (!customElements.get('crosscurrents-figure'))
  customElements.define('crosscurrents-figure', CrosscurrentsFigure);
