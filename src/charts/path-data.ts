import type { Point } from './projection.ts';

/** Tenths of a pixel as a short number: 5 → ".5", -12 → "-1.2", 30 → "3". */
function short(tenths: number): string {
  const sign = tenths < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(tenths) / 10);
  const part = Math.abs(tenths) % 10;
  return `${sign}${whole || !part ? whole : ''}${part ? `.${part}` : ''}`;
}

/**
 * Writes SVG path data to a tenth of a pixel, with relative commands and no separator that can be spared: about half
 * of what d3.path writes. Positions are rounded before they are subtracted, so errors do not add up.
 */
export class PathData {
  #out = '';
  #command = '';
  /** Whether the last number written has a point: only then may the next begin with one. */
  #pointed = false;
  #x = 0;
  #y = 0;

  #numbers(command: string, tenths: readonly number[]): void {
    let open = this.#command !== command;
    if (open) this.#out += command;
    this.#command = command === 'm' ? 'l' : command;
    for (const value of tenths) {
      const next = short(value);
      const joins = open || next[0] === '-' || (next[0] === '.' && this.#pointed);
      this.#out += joins ? next : ` ${next}`;
      this.#pointed = value % 10 !== 0;
      open = false;
    }
  }

  move(to: Point): this {
    const [x, y] = tenths(to);
    // The first position is absolute by definition; a later one is shorter relative to where the pen was.
    this.#command = '';
    this.#numbers('m', [x - this.#x, y - this.#y]);
    [this.#x, this.#y] = [x, y];
    return this;
  }

  line(to: Point): this {
    const [x, y] = tenths(to);
    const [dx, dy] = [x - this.#x, y - this.#y];
    if (dx || dy) {
      if (!dy) this.#numbers('h', [dx]);
      else if (!dx) this.#numbers('v', [dy]);
      else this.#numbers('l', [dx, dy]);
    }
    [this.#x, this.#y] = [x, y];
    return this;
  }

  curve(c1: Point, c2: Point, to: Point): this {
    const [x, y] = tenths(to);
    const around = [...tenths(c1), ...tenths(c2), x, y];
    this.#numbers(
      'c',
      around.map((v, i) => v - (i % 2 ? this.#y : this.#x)),
    );
    [this.#x, this.#y] = [x, y];
    return this;
  }

  /** Ends a ring that began at `start`, which is where the pen then stands. */
  close(start: Point): this {
    this.#out += 'z';
    this.#command = '';
    [this.#x, this.#y] = tenths(start);
    return this;
  }

  toString(): string {
    return this.#out;
  }
}

const tenths = ([x, y]: Point): [number, number] => [Math.round(x * 10), Math.round(y * 10)];
