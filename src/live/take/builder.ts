import { freshId, make } from '../../components/grid/dom.ts';
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
import { BuilderPreview, TRIED } from './builder-preview.ts';
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
  private readonly preview: BuilderPreview;
  private readonly dialog: HTMLDialogElement;
  private readonly kind = make('p', { className: 'builder-kind' });
  private readonly field = make('textarea', { readOnly: true, rows: 7, spellcheck: false });
  private readonly copy = make('button', { type: 'button', className: 'builder-copy' }, {}, 'Copy');
  private readonly said = make('p', { className: 'builder-said' }, { role: 'status' });
  private heights: SnippetOf['heights'] = [];
  private size: { readonly width: number; readonly height: number } | null = null;

  constructor(figure: Embeddable, editions: Editions & { readonly latest: EmbedPlace }, back: HTMLElement) {
    [this.figure, this.editions] = [figure, editions];
    this.choices = new BuilderChoices({
      alt: figure.alt,
      release: figure.release,
      frozen: editions.frozen !== null,
      changed: () => this.follow(),
    });
    this.preview = new BuilderPreview((heights) => {
      this.heights = heights;
      this.write();
    });
    this.dialog = this.window();
    this.dialog.addEventListener('close', () => {
      this.preview.end();
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
        ),
        this.preview.element,
      ),
    );
  }

  /** Something else was chosen. */
  private follow(): void {
    this.choices.offer((way) => isOffered(way, this.place));
    const { way, width } = this.choices.read();
    this.kind.textContent = kindWords(this.place);
    this.said.textContent = '';
    // The preview is of this site, whatever address the snippet names.
    const here = { ...this.of(), root: new URL(this.figure.root, document.baseURI).href };
    if (way === 'static' || way === 'svg' || way === 'png') {
      const address = pictureAddress(here, way === 'png' ? 'png' : 'svg') ?? '';
      void this.preview.picture(address).then((size) => {
        this.size = size;
        this.write();
      });
    } else this.preview.page(pageAddress(here), width === null ? TRIED : [width]);
    this.write();
  }

  /** What the chosen edition has of the figure. */
  private get place(): EmbedPlace {
    const { latest, frozen } = this.editions;
    return (this.choices.read().frozen ? frozen : null) ?? latest;
  }

  private of(): SnippetOf {
    const { title, sources, release, root } = this.figure;
    const { frozen, looks, width, alt } = this.choices.read();
    const edition: Edition = frozen ? { release } : 'latest';
    const { place, heights, size: picture } = this;
    return {
      ...{ place, root: publicAddress(root), edition, looks, title, alt, sources, release, width, heights },
      picture,
    };
  }

  private write(): void {
    this.field.value = snippetOf(this.choices.read().way, this.of()) ?? '';
  }

  private async take(): Promise<void> {
    if (await copied(this.field.value)) {
      this.said.textContent = 'Copied.';
      return;
    }
    this.field.focus();
    this.field.select();
    this.said.textContent = 'The browser does not allow copying. The words are selected: copy them by hand.';
  }
}

/** Ways that need a picture are there for states that have one. */
const isOffered = (way: Way, { slug }: EmbedPlace): boolean =>
  slug !== null || way === 'iframe' || way === 'component' || way === 'link';

const kindWords = ({ slug }: EmbedPlace): string =>
  slug === null
    ? 'This state is drawn live in the reader’s browser, so there is no picture of it to link to. Where scripts are off, a frame shows the standard figure of its kind.'
    : 'This is a static page with a picture: both are there with scripts off.';

/** Address of the root of the site as the page says it for all: by its canonical link where it has one, else as it is read here. */
function publicAddress(root: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return new URL(root, canonical ?? document.baseURI).href;
}
