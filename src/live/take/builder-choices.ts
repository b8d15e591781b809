import { make } from '../../components/grid/dom.ts';
import { WAYS, type Looks, type Way } from '../../embed/snippets.ts';

/** What a reader chooses of an embed. */
export interface Choices {
  readonly way: Way;
  readonly frozen: boolean;
  /** Whether the year that is the newest now is to stay. */
  readonly pinned: boolean;
  readonly looks: Looks;
  /** CSS pixels; null for as wide as there is room. */
  readonly width: number | null;
  readonly alt: string;
}

export interface ChoicesOf {
  readonly alt: string;
  /** Version of the release. */
  readonly release: string;
  /** Whether the release is kept for good on this site. */
  readonly frozen: boolean;
  /** The year that is shown because it is the newest; null where there is no choice between the two. */
  readonly year: number | null;
  readonly changed: () => void;
}

const WAY_WORDS: readonly (readonly [way: Way, label: string, hint: string])[] = [
  ['component', 'Web component', 'as high as its figure; with one small script for all figures of a page'],
  ['iframe', 'Frame', 'as high as its figure; with a few lines of script in your page'],
  ['bare', 'Frame without a script', 'its height is fixed: it may leave room, or have to be scrolled'],
  ['static', 'Picture in HTML', 'no script, with source and licence'],
  ['svg', 'Address of the picture, SVG', 'sharp at any size'],
  ['png', 'Address of the picture, PNG', 'for places that take no SVG'],
  ['link', 'Link', 'to the figure alone'],
];

/** Widths that a page can be asked for. The narrowest is the one that figures are drawn for at least. */
const WIDTHS = { least: 280, most: 1600, first: 640 };

/** The form of the builder: reads what is chosen, and shows only what the chosen way takes. */
export class BuilderChoices {
  readonly element: HTMLFormElement;
  private readonly width: HTMLInputElement;
  private readonly alt: HTMLTextAreaElement;
  private readonly year: HTMLElement;
  private readonly yearChosen: boolean;
  private readonly theme: HTMLElement;
  private readonly plain: HTMLElement;
  private readonly size: HTMLElement;
  private readonly words: HTMLElement;

  constructor({ alt, release, frozen, year, changed }: ChoicesOf) {
    const ways = group('How', 'way', WAY_WORDS, WAYS[0]);
    const edition = group(
      'Release',
      'edition',
      [
        ['latest', 'Newest', 'follows the data: numbers may change'],
        ['frozen', `Kept as ${release}`, frozen ? 'stays as it is for good' : 'not frozen on this site'],
      ],
      'latest',
    );
    radio(edition, 'frozen').disabled = !frozen;
    radio(ways, WAYS[0]).autofocus = true;
    this.year = group(
      'Year',
      'year',
      [
        ['newest', 'The newest year, whenever it is', 'title and text in the snippet are of today'],
        ['pinned', `This year: ${year ?? ''}`, 'also in later releases; drawn live'],
      ],
      'newest',
    );
    this.yearChosen = year !== null;
    this.theme = group(
      'Colours',
      'theme',
      [
        ['auto', 'As each reader’s device', ''],
        ['light', 'Light', ''],
        ['dark', 'Dark', ''],
      ],
      'auto',
    );
    this.plain = make(
      'label',
      { className: 'builder-check' },
      {},
      make('input', { type: 'checkbox', name: 'plain' }),
      make('span', {}, {}, 'Plain: title, picture and source alone'),
    );
    this.width = make('input', {
      type: 'number',
      name: 'pixels',
      min: String(WIDTHS.least),
      max: String(WIDTHS.most),
      value: String(WIDTHS.first),
    });
    this.width.setAttribute('aria-label', 'Width in pixels');
    this.size = group(
      'Width',
      'width',
      [
        ['responsive', 'As wide as there is room', ''],
        ['fixed', 'In pixels', ''],
      ],
      'responsive',
    );
    radio(this.size, 'fixed').closest('label')?.after(this.width);
    this.alt = make('textarea', { name: 'alt', rows: 4, value: alt });
    this.words = make(
      'label',
      { className: 'builder-words' },
      {},
      make('span', {}, {}, 'Text for those who do not see the picture'),
      this.alt,
    );
    this.element = make(
      'form',
      { className: 'builder-choices', autocomplete: 'off' },
      { 'aria-label': 'What is embedded' },
      ...[ways, edition, this.year, this.theme, this.plain, this.size, this.words],
    );
    this.element.addEventListener('submit', (event) => event.preventDefault());
    this.element.addEventListener('input', ({ target }) => {
      // Whoever writes a number means it.
      if (target === this.width) radio(this.size, 'fixed').checked = true;
      changed();
    });
  }

  read(): Choices {
    const data = new FormData(this.element);
    const of = (name: string): string => String(data.get(name) ?? '');
    return {
      way: of('way') as Way,
      frozen: of('edition') === 'frozen',
      pinned: of('edition') !== 'frozen' && of('year') === 'pinned',
      looks: { theme: of('theme') as Looks['theme'], plain: of('plain') === 'on' },
      width: of('width') === 'fixed' ? this.pixels() : null,
      alt: this.alt.value,
    };
  }

  /** Takes ways out of the choice, or gives them back, and shows what the chosen one takes. */
  offer(can: (way: Way) => boolean): void {
    const ways = [...this.element.querySelectorAll<HTMLInputElement>('input[name=way]')];
    for (const one of ways) one.disabled = !can(one.value as Way);
    if (ways.some((one) => one.checked && one.disabled)) radio(this.element, WAYS[0]).checked = true;
    const { way, frozen } = this.read();
    // The data of a release that is kept stay, and so does its newest year.
    this.year.hidden = frozen || !this.yearChosen;
    const picture = way === 'svg' || way === 'png';
    this.theme.hidden = picture;
    this.plain.hidden = picture;
    this.size.hidden = picture || way === 'link';
    this.words.hidden = picture || way === 'link';
  }

  private pixels(): number {
    const asked = Math.round(this.width.valueAsNumber);
    return Number.isFinite(asked) ? Math.min(WIDTHS.most, Math.max(WIDTHS.least, asked)) : WIDTHS.first;
  }
}

/** A group of radio buttons under a heading. */
export function group(
  legend: string,
  name: string,
  options: readonly (readonly [value: string, label: string, hint: string])[],
  chosen: string,
): HTMLFieldSetElement {
  const labels = options.map(([value, label, hint]) =>
    make(
      'label',
      {},
      {},
      make('input', { type: 'radio', name, value, checked: value === chosen }),
      make('span', {}, {}, label, ...(hint ? [' ', make('small', {}, {}, hint)] : [])),
    ),
  );
  return make('fieldset', {}, {}, make('legend', {}, {}, legend), ...labels);
}

function radio(inside: HTMLElement, value: string): HTMLInputElement {
  const found = inside.querySelector<HTMLInputElement>(`input[type=radio][value="${value}"]`);
  if (!found) throw new Error(`There is no choice ${value}.`);
  return found;
}
