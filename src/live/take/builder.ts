import { freshId, make } from '../../components/grid/dom.ts';
import { altAlone } from '../../embed/alt.ts';
import type { Edition } from '../../embed/address.ts';
import {
  pageAddress,
  pictureAddress,
  snippetOf,
  type EmbedPlace,
  type SnippetOf,
  type Way,
} from '../../embed/snippets.ts';
import { rightsLine } from '../../files/rights.ts';
import style from '../../styles/builder.css?url';
import { bringStyle } from './bring-style.ts';
import { BuilderChoices } from './builder-choices.ts';
import { editionsOf, type Editions } from './builder-editions.ts';
import { BuilderHeights, widthsUpTo, type Heights } from './builder-heights.ts';
import { BuilderPreview } from './builder-preview.ts';
import type { Embeddable } from './embeddable.ts';
import { copied } from './hand-over.ts';
import { TakeError } from './taken.ts';

/**
 * Opens the window in which a reader makes an embed of a figure. Resolves when it is open.
 * @param back what the focus goes back to when it is closed
 * @throws {TakeError} where the figure has no page that could be embedded
 */
export async function openBuilder(figure: Embeddable, back: HTMLElement): Promise<void> {
  const [editions] = await Promise.all([editionsOf(figure), bringStyle(style)]);
  const { latest } = editions;
  if (!latest)
    throw new TakeError('This figure has no page of its own to embed. Take its picture, or copy its link.');
  new Builder(figure, { ...editions, latest }, back);
}

class Builder {
  private readonly figure: Embeddable;
  private readonly editions: Editions & { readonly latest: EmbedPlace };
  private readonly choices: BuilderChoices;
  private readonly preview = new BuilderPreview();
  private readonly measure = new BuilderHeights();
  private readonly dialog: HTMLDialogElement;
  private readonly kind = make('p', { className: 'builder-kind' });
  private readonly field = make('textarea', { readOnly: true, rows: 7, spellcheck: false });
  private readonly copy = make('button', { type: 'button', className: 'builder-copy' }, {}, 'Copy');
  private readonly said = make('p', { className: 'builder-said' }, { role: 'status' });
  /** Null while the page that is embedded is being measured. */
  private heights: Heights | null = null;
  /** Sizes of pictures by their address. */
  private readonly sizes = new Map<string, SnippetOf['picture']>();
  /** Counts choices: what was asked for an earlier one comes too late. */
  private turn = 0;

  constructor(figure: Embeddable, editions: Editions & { readonly latest: EmbedPlace }, back: HTMLElement) {
    [this.figure, this.editions] = [figure, editions];
    this.choices = new BuilderChoices({
      alt: altAlone(figure.title, figure.alt),
      release: figure.release,
      frozen: editions.frozen !== null,
      year: editions.pinned?.year ?? null,
      changed: () => this.follow(),
    });
    this.dialog = this.window();
    this.dialog.addEventListener('close', () => {
      this.preview.end();
      this.measure.end();
      this.dialog.remove();
      back.focus();
    });
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.follow();
  }

  private window(): HTMLDialogElement {
    const id = freshId('builder');
    const close = make(
      'button',
      { type: 'button', className: 'builder-close' },
      { 'aria-label': 'Close' },
      '×',
    );
    close.addEventListener('click', () => this.dialog.close());
    this.copy.addEventListener('click', () => void this.take());
    const snippet = make(
      'label',
      { className: 'builder-words' },
      {},
      make('span', {}, {}, 'To paste into your page'),
      this.field,
    );
    const rights = rightsLine(this.figure.sources);
    const how = make(
      'a',
      { href: `${this.figure.root}data/embedding/`, target: '_blank' },
      {},
      'How embeds work: ways in, attributes, what your page must allow',
    );
    return make(
      'dialog',
      { className: 'builder no-print' },
      { 'aria-labelledby': id },
      make('div', { className: 'builder-head' }, {}, make('h2', { id }, {}, 'Embed this figure'), close),
      make('p', { className: 'builder-title' }, {}, this.figure.title),
      make(
        'div',
        { className: 'builder-parts' },
        {},
        this.choices.element,
        make(
          'div',
          { className: 'builder-result' },
          {},
          this.kind,
          snippet,
          make('div', { className: 'builder-hand' }, {}, this.copy, this.said),
          ...(rights ? [make('p', { className: 'builder-rights' }, {}, rights)] : []),
          make('p', { className: 'builder-more' }, {}, how),
        ),
        this.preview.element,
      ),
    );
  }

  /** Something else was chosen. */
  private follow(): void {
    this.choices.offer((way) => isOffered(way, this.place));
    this.kind.textContent = kindWords(this.place);
    this.said.textContent = '';
    const { here } = this;
    const turn = ++this.turn;
    this.heights = null;
    void this.complete(here, turn);
    void this.sizePicture(here);
    this.write();
  }

  /** Shows what is chosen; once it stands, measures it for the snippet. */
  private async complete(here: SnippetOf, turn: number): Promise<void> {
    const { way } = this.choices.read();
    if (isPicture(way))
      return this.preview.picture(pictureAddress(here, way === 'png' ? 'png' : 'svg') ?? '');
    const address = pageAddress(here);
    const standing = this.preview.page(address);
    if (!isFramed(way)) return standing;
    this.said.textContent = MEASURING;
    await standing;
    if (turn !== this.turn) return;
    const heights = await this.measure.of(address, widthsUpTo(here.width), here.place.slug === null);
    if (turn !== this.turn) return;
    this.heights = heights ?? [];
    if (this.said.textContent === MEASURING) this.said.textContent = '';
    this.write();
  }

  /** Every snippet that holds a picture has its size. */
  private async sizePicture(here: SnippetOf): Promise<void> {
    const address = pictureAddress(here, 'svg');
    if (address === null || this.sizes.has(address)) return;
    const image = Object.assign(new Image(), { src: address });
    const size = await image.decode().then(
      () => ({ width: image.naturalWidth, height: image.naturalHeight }),
      () => null,
    );
    this.sizes.set(address, size);
    this.write();
  }

  /** As this page has it: what is shown and measured is of this site, whatever address the snippet names. */
  private get here(): SnippetOf {
    return { ...this.of(), root: new URL(this.figure.root, document.baseURI).href };
  }

  /** What the chosen edition has of the figure. */
  private get place(): EmbedPlace {
    const { latest, pinned, frozen } = this.editions;
    const chosen = this.choices.read();
    return (chosen.frozen ? frozen : chosen.pinned ? pinned?.place : null) ?? latest;
  }

  private of(): SnippetOf {
    const { title, sources, release, root } = this.figure;
    const { frozen, looks, width, alt } = this.choices.read();
    const edition: Edition = frozen ? { release } : 'latest';
    const { place } = this;
    return {
      ...{ place, root: publicAddress(root), edition, looks, title, alt, sources, release, width },
      heights: this.heights ?? [],
      picture: null,
    };
  }

  private write(): void {
    const picture = this.sizes.get(pictureAddress(this.here, 'svg') ?? '') ?? null;
    this.field.value = snippetOf(this.choices.read().way, { ...this.of(), picture }) ?? '';
  }

  private async take(): Promise<void> {
    if (await copied(this.field.value)) {
      const early = isFramed(this.choices.read().way) && this.heights === null;
      this.said.textContent = early ? COPIED_EARLY : 'Copied.';
      return;
    }
    this.field.focus();
    this.field.select();
    this.said.textContent = 'The browser does not allow copying. The words are selected: copy them by hand.';
  }
}

const MEASURING = 'Measuring the figure: its heights will stand in the snippet in a moment.';
const COPIED_EARLY = 'Copied, without the heights: they are still being measured. Copy again in a moment.';

/** Whether a snippet holds a frame, whose height is written in it. */
const isFramed = (way: Way): boolean => way === 'component' || way === 'iframe' || way === 'bare';
const isPicture = (way: Way): boolean => way === 'static' || way === 'svg' || way === 'png';

/** Ways that need a picture are there for states that have one. */
const isOffered = (way: Way, { slug }: EmbedPlace): boolean => slug !== null || !isPicture(way);

const kindWords = ({ slug }: EmbedPlace): string =>
  slug === null
    ? 'This state is drawn live in the reader’s browser, so there is no picture of it to link to. Where scripts are off, a frame shows the standard figure of its kind.'
    : 'This is a static page with a picture: both are there with scripts off.';

/** Address of the root of the site as the page says it for all: by its canonical link where it has one, else as it is read here. */
function publicAddress(root: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return new URL(root, canonical ?? document.baseURI).href;
}
