import { addressOf, readAddress } from './address.ts';
import { need } from './lab-dom.ts';

interface Options {
  readonly text: () => string;
  readonly show: (sql: string) => void;
  readonly say: (words: string) => void;
}

const CAME = 'This query came with the link. Read it, then press Run.';

/** The query in the page's address: shown when it comes, written when it is run, copied when the reader asks. */
export class Link {
  readonly #page: HTMLElement;
  readonly #options: Options;
  #came: string | null = null;

  constructor(page: HTMLElement, options: Options) {
    this.#page = page;
    this.#options = options;
    need(page, '[data-copy]').addEventListener('click', () => void this.#copy());
    // Back, forward, or another link to this page followed here.
    addEventListener('popstate', () => void this.follow());
  }

  /** Shows the query that the address names; never runs it. @returns whether the address names one, sound or not */
  async follow(): Promise<boolean> {
    const { sql, problem } = await readAddress(location.hash);
    if (sql === null && problem === null) return false;
    this.#options.show(sql ?? '');
    this.#came = isOwn(history.state) ? null : sql;
    // An address that this page wrote holds the reader's own query.
    this.#tell(problem ?? (isOwn(history.state) ? null : CAME));
    return true;
  }

  /** The query that came with a link, as it came; null for one that the reader wrote. */
  get came(): string | null {
    return this.#came;
  }

  /** The reader has gone on: what was said of the link goes. */
  done(): void {
    this.#tell(null);
    need(this.#page, '[data-link]').hidden = true;
  }

  /** Writes the query to the address, so that reload, back and forward have it. One that is too long is left out. */
  async record(): Promise<void> {
    try {
      const address = await addressOf(this.#options.text());
      if (address !== location.hash) history.pushState({ own: true }, '', address);
    } catch {
      // It stays in the history beside the editor.
    }
  }

  async #copy(): Promise<void> {
    try {
      const address = await addressOf(this.#options.text());
      const link = new URL(address, location.href).href;
      history.replaceState({ own: true }, '', address);
      if (await copied(link))
        this.#options.say(`Link copied, ${link.length.toLocaleString('en-GB')} characters`);
      else this.#offer(link);
    } catch (error) {
      this.#options.say((error as Error).message);
    }
  }

  /** Where a page may not write to the clipboard, the reader takes the link from a field. */
  #offer(link: string): void {
    const place = need(this.#page, '[data-link]');
    const label = document.createElement('label');
    const field = document.createElement('input');
    field.readOnly = true;
    field.value = link;
    label.append('Copy the link from here ', field);
    place.replaceChildren(label);
    place.hidden = false;
    field.select();
    this.#options.say('The link stands below');
  }

  #tell(words: string | null): void {
    const notice = need(this.#page, '[data-notice]');
    notice.textContent = words;
    notice.hidden = words === null;
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const isOwn = (state: unknown): boolean => typeof state === 'object' && state !== null && 'own' in state;
