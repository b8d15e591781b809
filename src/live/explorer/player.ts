/** How long a year stands before the next, in milliseconds; longer where drawing takes longer. */
const PACE = 900;

/** Plays the years of a state, one after another, from the one shown to the last. */
export class Player {
  private readonly button: HTMLElement;
  private readonly step: (year: number, first: boolean) => Promise<void>;
  private years: readonly [number, number] = [0, 0];
  private year = 0;
  /** The play that is on; a new one for each press, so that one that was stopped never wakes into another. */
  private playing: symbol | null = null;

  /** @param step shows a year; `first` is true for the first step of a play */
  constructor(button: HTMLElement, step: (year: number, first: boolean) => Promise<void>) {
    this.button = button;
    this.step = step;
    button.addEventListener('click', () => (this.playing ? this.stop() : void this.play()));
    this.label();
  }

  /** The years that can be played and the one now shown. */
  follow(years: readonly [number, number], year: number): void {
    this.years = years;
    this.year = year;
  }

  stop(): void {
    if (!this.playing) return;
    this.playing = null;
    this.label();
  }

  private async play(): Promise<void> {
    const [first, last] = this.years;
    const play = (this.playing = Symbol('play'));
    this.label();
    await this.step(this.year >= last ? first : this.year + 1, true);
    while (this.playing === play && this.year < last) {
      await new Promise((resolve) => setTimeout(resolve, PACE));
      if (this.playing === play) await this.step(this.year + 1, false);
    }
    if (this.playing === play) this.stop();
  }

  private label(): void {
    this.button.textContent = this.playing ? 'Stop' : 'Play';
    this.button.setAttribute('aria-pressed', String(this.playing !== null));
  }
}
