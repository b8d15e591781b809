/** What the page keeps with an entry of the browser's history. */
interface Kept {
  readonly step: number;
}

/** What `settled` tells: whether there is something to undo and to redo. */
export interface Ways {
  readonly back: boolean;
  readonly on: boolean;
}

/**
 * The states that a reader went through. They are kept once, in the browser's own history: undo is back, redo is forward, and
 * a reload forgets neither.
 */
export class Travel {
  private step: number;
  private last: number;
  private readonly moved: () => void;
  private readonly ways: (ways: Ways) => void;

  /**
   * @param moved is told when the address has changed under the page: the reader went back or forward
   * @param ways is told after each step where one can go
   */
  constructor(moved: () => void, ways: (ways: Ways) => void) {
    this.moved = moved;
    this.ways = ways;
    this.step = keptStep();
    this.last = Math.max(this.step, Number(sessionValue('explorer-last') ?? this.step));
    if (history.state === null) this.begin();
    addEventListener('popstate', () => {
      // A link within the page makes an entry of its own: it stands where the page stood.
      if (history.state === null) this.begin();
      this.step = keptStep();
      this.tell();
      this.moved();
    });
    this.tell();
  }

  /** Writes a state: as a new step, or in place of the one that stands. */
  record(address: string, how: 'push' | 'replace'): void {
    if (address === `${location.pathname}${location.search}`) return;
    if (how === 'replace') return history.replaceState({ step: this.step } satisfies Kept, '', address);
    this.step += 1;
    this.last = this.step;
    history.pushState({ step: this.step } satisfies Kept, '', address);
    keep('explorer-last', String(this.last));
    this.tell();
  }

  undo(): void {
    if (this.step > 0) history.back();
  }

  redo(): void {
    if (this.step < this.last) history.forward();
  }

  /** An entry without a step is new: nothing comes after it, whatever an earlier visit left. */
  private begin(): void {
    this.last = this.step;
    history.replaceState({ step: this.step } satisfies Kept, '');
    keep('explorer-last', String(this.last));
  }

  private tell(): void {
    this.ways({ back: this.step > 0, on: this.step < this.last });
  }
}

const keptStep = (): number => (history.state as Kept | null)?.step ?? 0;

/** Some readers' browsers refuse all storage: then a reload forgets that there was a way forward, and no more. */
function sessionValue(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}
function keep(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // See above.
  }
}
