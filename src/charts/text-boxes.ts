import { textWidth } from './measure.ts';

/** A line of text in a drawing, in its pixels. */
export interface TextBox {
  readonly words: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What an element hands down to what it holds. */
interface Inherited {
  readonly name: string;
  readonly dx: number;
  readonly dy: number;
  readonly size: number;
  readonly anchor: string;
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Every line of text that a chart draws upright, as charts measure it. Reads the SVG that `el` writes, and no other. */
export function textBoxes(svg: string): TextBox[] {
  const boxes: TextBox[] = [];
  const stack: Inherited[] = [{ name: '', dx: 0, dy: 0, size: 16, anchor: 'start' }];
  let open: { at: Inherited; x: number; y: number; words: string; turned: boolean } | null = null;
  for (const [, close, name = '', attributes = '', empty, words = ''] of svg.matchAll(
    /<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>([^<]*)/g,
  )) {
    const of = (key: string): string | undefined => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1];
    if (close) {
      stack.pop();
      if (name === 'text' && open) {
        if (!open.turned && open.words.trim()) boxes.push(boxOf(open));
        open = null;
      }
    } else {
      const above = stack.at(-1) as Inherited;
      const [, x = '0', y = '0'] = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(of('transform') ?? '') ?? [];
      const here: Inherited = {
        name,
        dx: above.dx + Number(x),
        dy: above.dy + Number(y),
        size: Number(of('font-size') ?? above.size),
        anchor: of('text-anchor') ?? above.anchor,
      };
      if (name === 'text')
        open = {
          at: here,
          x: here.dx + Number(of('x') ?? 0),
          y: here.dy + Number(of('y') ?? 0),
          words: '',
          turned: (of('transform') ?? '').includes('rotate'),
        };
      else if (name === 'tspan' && open) open.words += ' ';
      if (!empty) stack.push(here);
    }
    if (open && stack.some((one) => one.name === 'text')) open.words += words;
  }
  return boxes;
}

function boxOf({ at, x, y, words }: { at: Inherited; x: number; y: number; words: string }): TextBox {
  const plain = words.trim().replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
  const width = textWidth(plain, at.size);
  const x0 = at.anchor === 'end' ? x - width : at.anchor === 'middle' ? x - width / 2 : x;
  // From the height of a capital to the baseline: what must not touch.
  return { words: plain, x0, y0: y - at.size * 0.72, x1: x0 + width, y1: y };
}

/** Words over words, and words that stand out of the drawing; empty where all is well. */
export function textFaults(svg: string): string[] {
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const boxes = textBoxes(svg);
  return boxes.flatMap((box, i) => {
    const outside =
      box.x0 < -1 || box.x1 > Number(width) + 1 || box.y0 < -1 || box.y1 > Number(height) + 1
        ? [`“${box.words}” stands out of the drawing`]
        : [];
    const over = boxes
      .slice(i + 1)
      .filter((other) => box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1)
      .map((other) => `“${box.words}” and “${other.words}” cover each other`);
    return [...outside, ...over];
  });
}
