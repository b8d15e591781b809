import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Player } from './player.ts';

/** As much of a button as the player needs: Node has no document. */
class Button extends EventTarget {
  textContent = '';
  readonly attributes = new Map<string, string>();
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  click(): void {
    this.dispatchEvent(new Event('click'));
  }
}

let button: Button;
let player: Player;
let shown: [year: number, first: boolean][];
/** Resolves the drawing of a step; steps resolve at once unless a test holds them. */
let hold: Promise<void> | undefined;

const years = () => shown.map(([year]) => year);
const pressed = () => button.attributes.get('aria-pressed') === 'true';
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  button = new Button();
  shown = [];
  hold = undefined;
  player = new Player(button as unknown as HTMLElement, async (year, first) => {
    shown.push([year, first]);
    player.follow([2000, 2004], year);
    await hold;
  });
  player.follow([2000, 2004], 2001);
});
afterEach(() => void vi.useRealTimers());

test('says what it does', async () => {
  expect([button.textContent, pressed()]).toEqual(['Play', false]);
  button.click();
  expect([button.textContent, pressed()]).toEqual(['Stop', true]);
  button.click();
  expect([button.textContent, pressed()]).toEqual(['Play', false]);
  await pass(10_000);
});

describe('a play', () => {
  test('shows the years after the one shown, at a pace, to the last; only the first step says so', async () => {
    button.click();
    expect(years()).toEqual([2002]);
    await pass(899);
    expect(years()).toEqual([2002]);
    await pass(1);
    expect(years()).toEqual([2002, 2003]);
    await pass(10_000);
    expect(shown).toEqual([
      [2002, true],
      [2003, false],
      [2004, false],
    ]);
    expect(pressed()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('from the last year begins with the first', async () => {
    player.follow([2000, 2004], 2004);
    button.click();
    await pass(10_000);
    expect(years()).toEqual([2000, 2001, 2002, 2003, 2004]);
  });

  test('waits for a drawing that takes longer than its pace', async () => {
    let drawn = (): void => undefined;
    hold = new Promise((resolve) => (drawn = resolve));
    button.click();
    await pass(10_000);
    expect(years()).toEqual([2002]);
    hold = undefined;
    drawn();
    await pass(900);
    expect(years()).toEqual([2002, 2003]);
  });

  test('of a single year is over at once', async () => {
    player.follow([2000, 2000], 2000);
    button.click();
    player.follow([2000, 2000], 2000);
    await pass(5000);
    expect(years()).toEqual([2000]);
    expect(pressed()).toBe(false);
  });
});

describe('a stop', () => {
  test('holds the year that is shown', async () => {
    button.click();
    await pass(900);
    button.click();
    await pass(10_000);
    expect(years()).toEqual([2002, 2003]);
    expect(pressed()).toBe(false);
  });

  test('from outside does the same, and without a play does nothing', async () => {
    player.stop();
    button.click();
    player.stop();
    await pass(10_000);
    expect(years()).toEqual([2002]);
    expect(button.textContent).toBe('Play');
  });

  test('and a new play within a step go on at the same pace, as one play', async () => {
    button.click();
    await pass(100);
    button.click();
    await pass(100);
    button.click();
    expect(years()).toEqual([2002, 2003]);
    await pass(899);
    expect(years()).toEqual([2002, 2003]);
    await pass(1);
    expect(years()).toEqual([2002, 2003, 2004]);
    await pass(10_000);
    expect(years()).toEqual([2002, 2003, 2004]);
    expect(pressed()).toBe(false);
  });

  test('while a step is drawn, and a new play, are one play too', async () => {
    let drawn = (): void => undefined;
    hold = new Promise((resolve) => (drawn = resolve));
    button.click();
    button.click();
    hold = undefined;
    button.click();
    drawn();
    await pass(900);
    expect(years()).toEqual([2002, 2003, 2004]);
    await pass(10_000);
    expect(years()).toEqual([2002, 2003, 2004]);
  });
});

test('years that change under a play change where it ends', async () => {
  button.click();
  player.follow([2000, 2003], 2002);
  await pass(10_000);
  expect(years().filter((year) => year <= 2003)).toEqual([2002, 2003]);
});
