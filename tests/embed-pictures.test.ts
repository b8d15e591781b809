import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { isElement, type Element } from '../scripts/lib/embeds/picture/dom.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { PICTURES, type EmbedIndex } from '../src/embed/address.ts';
import { LETTERS } from '../scripts/lib/embeds/picture/letters.ts';
import { bundledPage } from './support/bundled-page.ts';
import { difference } from './support/take-page/compare.ts';
import { DIST } from './support/site.ts';

/** Pictures that are made at build, without a browser, held against what a browser makes of the same pages. */

let browser: Browser;
let server: TestServer;
let page: Page;
/** Two states of each view: its standard one, and one from the middle of its list. */
const index = JSON.parse(await readFile(join(DIST, 'embed/states.json'), 'utf8')) as EmbedIndex;
const STATES = Object.entries(index.views).flatMap(([view, slugs]) => {
  const names = Object.keys(slugs);
  const some = ['standard', names[Math.floor(names.length / 3)] ?? ''].filter((name) => names.includes(name));
  return [...new Set(some)].map((slug) => `${view}/${slug}`);
});

beforeAll(async () => {
  const folder = await bundledPage('picture-page', () => ({}));
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(DIST)]);
  // The script is none of the site's, which its policy would refuse.
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: true });
  page = await context.newPage();
  const script = await readFile(join(folder, 'main.js'), 'utf8');
  await page.addInitScript({ content: `addEventListener('DOMContentLoaded', () => { ${script} })` });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const fileOf = (name: string): Promise<string> => readFile(join(DIST, 'embed', name, PICTURES.svg), 'utf8');

/** The elements of the drawing of a file, in order: names, attributes, text. */
function elementsOf(file: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const [root] = parseDocument(file, { xmlMode: true }).children.filter(isElement);
  const all: ReturnType<typeof elementsOf> = [];
  const walk = (element: Element): void => {
    const text = element.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
    all.push({ name: element.name, attributes: { ...element.attribs }, text });
    element.children.filter(isElement).forEach(walk);
  };
  const drawing = root?.children
    .filter(isElement)
    .find(({ attribs }) => attribs['style'] !== undefined)
    ?.children.find(isElement);
  if (!drawing) throw new Error('The file has no drawing.');
  walk(drawing);
  return all;
}

/** A value, if it says another thing: colours may be one of 255 steps apart, opacities a thousandth, weights in whole hundreds. */
function unlike(name: string, one = '', other = ''): boolean {
  if (one === other) return false;
  const hex = (value: string) =>
    /^#[0-9a-f]{6}$/.test(value) && [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16));
  const [a, b] = [hex(one), hex(other)];
  if (a && b) return a.some((channel, i) => Math.abs(channel - (b[i] ?? 0)) > 1);
  if (name === 'font-weight') return Math.ceil(Number(one) / 100) !== Math.ceil(Number(other) / 100);
  const [n, m] = [one, other].map((list) => list.split(/[\s,]+/).map(Number)) as [number[], number[]];
  return n.length !== m.length || n.some((value, i) => !(Math.abs(value - (m[i] ?? NaN)) < 0.0015));
}

/** Where a drawing made at build says another thing than the browser's. */
function differences(built: string, taken: string): string[] {
  const [ours, theirs] = [elementsOf(built), elementsOf(taken)];
  if (ours.length !== theirs.length) return [`${ours.length} elements, and ${theirs.length} in the browser`];
  return ours.flatMap(({ name, attributes, text }, i) => {
    const other = theirs[i];
    if (name !== other?.name || text !== other.text)
      return [`${i}: ${name} "${text}", ${other?.name ?? ''} "${other?.text ?? ''}"`];
    return (
      [...new Set([...Object.keys(attributes), ...Object.keys(other.attributes)])]
        .filter((key) => !/^(x|y|xmlns)$/.test(key) || i > 0)
        // Browsers tell the turn of a pattern twice.
        .filter((key) => !(name === 'pattern' && key === 'transform'))
        .filter((key) => unlike(key, attributes[key], other.attributes[key]))
        .map(
          (key) =>
            `${i}: ${name} ${key}="${attributes[key] ?? ''}", in the browser "${other.attributes[key] ?? ''}"`,
        )
    );
  });
}

const takenOf = async (name: string): Promise<string> => {
  await page.goto(`${server.url}embed/${name}/?theme=light`);
  return page.evaluate(() => takeDrawing());
};

describe('an SVG file', () => {
  test.each(STATES)('of %s says what a browser makes of its page', async (name) => {
    expect(differences(await fileOf(name), await takenOf(name)).slice(0, 8)).toEqual([]);
  });

  // What proves that the comparison sees a style that is lost.
  test.each([
    ['ranking/standard', / fill="#257a46"/, ' fill="#257c46"'],
    ['flow-map/standard', / stroke-opacity="0\.\d+"/, ''],
    ['trend/standard', / stroke-dasharray="[^"]+"/, ''],
    ['matrix/standard', / font-weight="600"/, ' font-weight="400"'],
  ])('of %s is not the same without %s', async (name, found, put) => {
    const built = await fileOf(name);
    const at = built.indexOf('<g style=');
    const without = built.slice(0, at) + built.slice(at).replace(found, put);
    expect(without).not.toBe(built);
    expect(differences(without, await takenOf(name))).not.toEqual([]);
  });
});

describe('a PNG file', () => {
  // Letters are drawn by other hands, so that their edges differ; a part that is lost or of another colour is far more.
  const SAME = 0.015;

  test.each([
    'flow-map/standard',
    'ranking/standard',
    'choropleth/standard',
    'matrix/standard',
    'chord/standard',
    'pair/standard',
  ])('of %s looks as a browser draws the SVG file with the same letters', async (name) => {
    const svg = await fileOf(name);
    const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const sharp = await browser.newContext({
      viewport: { width: Number(width), height: Number(height) },
      deviceScaleFactor: 2,
    });
    const sheet = await sharp.newPage();
    const style = `<style>${await faces()}</style>`;
    await sheet.setContent(
      `<!doctype html><body style="margin:0">${svg.replace(/^<\?xml.*\?>/, '').replace(/(<svg[^>]*>)/, `$1${style}`)}`,
    );
    await sheet.evaluate(() => document.fonts.ready);
    const drawn = await sheet.screenshot();
    const built = await readFile(join(DIST, 'embed', name, PICTURES.png));
    expect((await difference(sheet, drawn, built)).share).toBeLessThan(SAME);
    // The same picture without its marks is another.
    await sheet.evaluate(() => document.querySelector('svg svg')?.remove());
    expect((await difference(sheet, await sheet.screenshot(), built)).share).toBeGreaterThan(1.5 * SAME);
    await sharp.close();
  });
});

/** The letters of the PNG files as CSS. */
async function faces(): Promise<string> {
  const rules = LETTERS.map(async (path) => {
    const [, weight = '400', style = 'normal'] = /-(\d+)-(\w+)\.woff$/.exec(path) ?? [];
    const data = (await readFile(join(import.meta.dirname, '../node_modules/@fontsource', path))).toString(
      'base64',
    );
    const range = path.includes('latin-ext') ? ';unicode-range:U+100-2AF,U+1E00-1EFF' : '';
    return `@font-face{font-family:'${path.startsWith('inter') ? 'Inter' : 'Source Serif 4'}';font-weight:${weight};font-style:${style};src:url(data:font/woff;base64,${data})${range}}`;
  });
  return (await Promise.all(rules)).join('');
}
