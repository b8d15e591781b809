import * as Plot from '@observablehq/plot';
import type { Frame } from './chart.ts';
import { sheet, type SheetParts } from './sheet.ts';
import { el, round, text, type Markup } from './svg.ts';
import { treeOf, virtualDocument, type VirtualElement } from './virtual-document.ts';

/** Observable Plot to SVG text: titled, with ids of its own, styled by class alone. */
export function plot(options: Plot.PlotOptions, frame: Frame, parts: SheetParts): Markup {
  const { body, height } = plotBody({ ...options, width: frame.width }, frame.id);
  return sheet(frame, parts, body, height);
}

/** The marks alone, for charts of several panels. `prefix` begins every id, so that ids stay unique on the page. */
export function plotBody(options: Plot.PlotOptions, prefix: string): { body: Markup; height: number } {
  const { parts, height } = plotParts(options, prefix);
  return { body: parts.map(({ markup }) => markup).join('') as Markup, height };
}

/** The same mark by mark, in the order in which they are drawn, each with the class that it was given. */
export function plotParts(
  options: Plot.PlotOptions,
  prefix: string,
): { parts: readonly { className: string; markup: Markup }[]; height: number } {
  const root = treeOf(Plot.plot({ ...options, document: virtualDocument(), figure: false }));
  refuseWarnings(root);
  const ids = new Map<string, string>();
  const rename = (id: string) => {
    if (id.startsWith(prefix)) return id;
    const known = ids.get(id) ?? `${prefix}-clip-${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  return {
    parts: root.children.map((child) => ({
      className: typeof child === 'string' ? '' : (child.attributes.get('class') ?? ''),
      markup: write(child, rename),
    })),
    height: Number(root.attributes.get('height')),
  };
}

/** Plot says that something is amiss by a sign in the picture, which a reader must never be the first to see. */
function refuseWarnings(root: VirtualElement): void {
  for (const child of root.children) {
    if (typeof child === 'string' || child.name !== 'text') continue;
    if (child.children.some((part) => typeof part === 'string' && part.startsWith('\u26a0')))
      throw new Error('Observable Plot warned about this chart; its message is on the console.');
  }
}

/** Words for machines that title and description already say, and styles that the pages' policy forbids. */
const DROPPED = new Set([
  'style',
  'aria-label',
  'aria-description',
  'aria-hidden',
  'font-family',
  'font-variant',
]);

function write(node: VirtualElement | string, rename: (id: string) => string): Markup {
  if (typeof node === 'string') return text(node);
  if (node.name === 'style') return '' as Markup;
  const children = node.children.map((child) => write(child, rename));
  if (node.name === 'g' && children.every((child) => child === '')) return '' as Markup;
  const attributes: Record<string, string> = {};
  for (const [name, value] of node.attributes) {
    if (DROPPED.has(name)) continue;
    if (name === 'id') attributes[name] = rename(value);
    else if (name === 'class') attributes[name] = value;
    else
      attributes[name] = shorten(
        value.replace(/url\(#([^)]+)\)/g, (_all, id: string) => `url(#${rename(id)})`),
      );
  }
  return el(node.name, attributes, ...children);
}

/** A tenth of a pixel is below sight; lengths in em keep two decimals. */
const shorten = (value: string): string =>
  value.replace(/-?\d+\.\d+(em)?/g, (number, em?: string) =>
    em ? `${Math.round(parseFloat(number) * 100) / 100}em` : round(Number(number)),
  );
