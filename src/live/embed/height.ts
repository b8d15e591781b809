import { loaded } from './loaded.ts';

/** What an embed says to the page around it. Part of the public contract: other people's listeners read it (docs/embedding.md). */
export interface HeightMessage {
  readonly type: 'crosscurrents:height';
  /** CSS pixels. */
  readonly height: number;
}
/** Said in its place while the figure is not there yet: the height that the page has now would be that of another one. */
export interface WaitingMessage {
  readonly type: 'crosscurrents:waiting';
}
/** What the page around an embed may ask of it. */
export interface AskMessage {
  readonly type: 'crosscurrents:ask-height';
}

/** Longest wait for letters: those that come later move the page once more. */
const FOR_FONTS = 3000;

/**
 * Tells the page around an embed its height once the figure stands, whenever it changes, and when that page asks. It is no secret, so
 * any page may hear it; who listens must check the origin and the frame it came from.
 */
export function tellHeight(standing: Promise<unknown>): void {
  const { parent } = window;
  if (parent === window) return;
  const root = document.documentElement;
  let [stands, told] = [false, 0];
  const post = (message: HeightMessage | WaitingMessage): void => parent.postMessage(message, '*');
  const tell = (again: boolean): void => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told && !again) return;
    told = height;
    post({ type: 'crosscurrents:height', height });
  };

  addEventListener('message', ({ source, data }: MessageEvent<Partial<AskMessage> | null>) => {
    if (source !== parent || data?.type !== 'crosscurrents:ask-height') return;
    if (stands) tell(true);
    else post({ type: 'crosscurrents:waiting' });
  });
  // A page around that gives what was told needs no scroll bar here: one that came before it did would stay, and take its width.
  addEventListener('resize', () => root.toggleAttribute('data-sized', window.innerHeight === told));
  void Promise.all([standing, loaded()])
    .then(fonts)
    .then(() => {
      stands = true;
      new ResizeObserver(() => tell(false)).observe(root);
    });
}

/** Asked for by name: the letters of a frame that is out of sight are not laid out, and so are not waited for. */
const fonts = (): Promise<unknown> =>
  Promise.race([document.fonts.load('1em Inter'), new Promise((resolve) => setTimeout(resolve, FOR_FONTS))]);
