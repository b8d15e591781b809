import { expect } from 'vitest';
import type { Frame } from './chart.ts';
import type { Markup } from './svg.ts';
import { WIDTHS } from './widths.ts';

/** Compares a chart at both widths with the drawings under tests/golden/, which are for looking at in a browser. */
export async function expectGolden(name: string, draw: (frame: Frame) => Markup): Promise<void> {
  for (const [kind, width] of Object.entries(WIDTHS)) {
    const frame = { width, id: `${name}-${kind}`, title: `Title of ${name}`, desc: `Description of ${name}` };
    const markup = draw(frame);
    expectClean(markup, frame);
    // A line an element: a change shows as the elements that changed.
    await expect(`${markup.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `../../tests/golden/${name}-${kind}.svg`,
    );
  }
}

/** What the pages' policy and a screen reader need of every chart. */
function expectClean(markup: Markup, frame: Frame): void {
  expect(markup).not.toMatch(/<style|\sstyle=|\son\w+=|NaN|undefined|Infinity/);
  expect(markup).toContain(`aria-labelledby="${frame.id}-title ${frame.id}-desc"`);
  for (const [, id] of markup.matchAll(/\sid="([^"]+)"/g)) expect(id?.startsWith(frame.id)).toBe(true);
}
