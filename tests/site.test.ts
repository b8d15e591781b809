import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { listedPath, PICTURES, slugIn, type EmbedIndex } from '../src/embed/address.ts';
import { filesOf } from './checks/files.ts';
import { tagsOf, type Tag } from './checks/html.ts';
import { violations } from './checks/inline.ts';
import { brokenLinks } from './checks/links.ts';
import { pageSizes, type PageSizes } from './checks/sizes.ts';
import { DIST, PAGE_TYPES, readAtlas, readManifest, RELEASE } from './support/site.ts';

/** Budgets of sizes, in bytes as sent. */
const BUDGET = { page: 40e3, basemap: 40e3, figure: 25e3, scripts: 60e3, bytesPerFlow: 1.5, slice: 60e3 };

interface BuiltPage {
  readonly file: string;
  readonly html: string;
  readonly tags: readonly Tag[];
}
const pages: BuiltPage[] = [];
let files: string[];

beforeAll(async () => {
  files = await filesOf(DIST);
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(DIST, file), 'utf8');
    pages.push({ file, html, tags: tagsOf(html) });
  }
});

/** Pages for which a fault is found, with it. */
const faulty = (fault: (page: BuiltPage) => unknown): { file: string; fault: unknown }[] =>
  pages.flatMap((page) => {
    const found = fault(page);
    return found ? [{ file: page.file, fault: found }] : [];
  });
const kilobytes = (n: number): string => `${(n / 1000).toFixed(1)} kB`;

describe('every page', () => {
  test('leads nowhere that is not there, neither by link nor by #fragment', async () => {
    expect(await brokenLinks(DIST)).toEqual([]);
  });

  test('holds no inline script or style, no address from the root, no load from another host', async () => {
    expect(await violations(DIST)).toEqual([]);
  });

  test('has one heading of the first level', () => {
    expect(faulty(({ tags }) => tags.filter(({ name }) => name === 'h1').length !== 1)).toEqual([]);
  });

  test('leaves out no level of headings', () => {
    const fault = ({ tags }: BuiltPage) => {
      const levels = tags.flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? []).map(Number);
      return levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1) && levels.join(' ');
    };
    expect(faulty(fault)).toEqual([]);
  });

  test('says its language, a title of its own and what it holds', () => {
    const titles = new Map<string, string>();
    const fault = ({ file, tags }: BuiltPage) => {
      const title = tags.find(({ name }) => name === 'title')?.body ?? '';
      const description = tags.find(({ attributes }) => attributes.get('name') === 'description');
      // The title of an embed is its figure's own, as long as that is, and two addresses may show one figure.
      const embed = file.startsWith('embed/');
      const same = embed ? undefined : titles.get(title);
      titles.set(title, file);
      return [
        tags[0]?.name === 'html' && tags[0].attributes.get('lang') === 'en' ? '' : 'language',
        (embed ? /^.{5,160}$/ : /^.{5,80}$/).test(title) ? '' : `title "${title}"`,
        same ? `title of ${same}` : '',
        /^.{20,200}$/.test(description?.attributes.get('content') ?? '') ? '' : 'description',
      ].filter(Boolean)[0];
    };
    expect(faulty(fault)).toEqual([]);
  });

  test('gives no two things the same id', () => {
    const fault = ({ tags }: BuiltPage) => {
      const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
      return ids.length !== new Set(ids).size && ids.filter((id, i) => ids.indexOf(id) !== i).join(', ');
    };
    expect(faulty(fault)).toEqual([]);
  });

  test('refers to nothing on itself that is not there', () => {
    const fault = ({ tags }: BuiltPage) => {
      const ids = new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? []));
      return tags
        .flatMap(({ attributes }) =>
          ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap(
            (name) => attributes.get(name)?.split(/\s+/) ?? [],
          ),
        )
        .concat(
          tags.flatMap(({ attributes }) =>
            [...attributes.values()].flatMap((v) => /^url\(#([^)]+)\)$/.exec(v)?.[1] ?? []),
          ),
        )
        .filter((id) => !ids.has(id))
        .join(', ');
    };
    expect(faulty(fault)).toEqual([]);
  });

  test('puts a space between words and links', () => {
    const run = /[A-Za-z,;:]<(?:a|code|strong|em)\b[^>]*>[^<]*|[^>]*<\/(?:a|code|strong|em)>[A-Za-z0-9]\w*/;
    expect(faulty(({ html }) => run.exec(html)?.[0])).toEqual([]);
  });

  test('shows no number that is none', () => {
    expect(
      faulty(({ html }) => />[^<]*\b(?:undefined|NaN|Infinity|\[object Object\])/.exec(html)?.[0]),
    ).toEqual([]);
  });

  test('has with each figure a source, a text alternative and a table', () => {
    const fault = ({ html }: BuiltPage) =>
      [...html.matchAll(/<figure\b[\s\S]*?<\/figure>/g)]
        // A hidden one is the place of a figure that scripts draw when a reader asks for it; a small one in a list has its whole
        // on a page of its own.
        .filter(
          ([figure]) =>
            !/^<figure\b[^>]*\s(hidden|data-whole="[^"]+")/.test(figure) &&
            !(
              /class="table-scroll"/.test(figure) &&
              /<svg[^>]*aria-labelledby=/.test(figure) &&
              (/class="sources"/.test(figure) || /<tbody><\/tbody>/.test(figure))
            ),
        )
        .map(([figure]) => /id="([^"]*)"/.exec(figure)?.[1])
        .join(', ');
    expect(faulty(fault)).toEqual([]);
  });
});

test('without scripts, a figure leads to its own page and pictures where the build drew them, and only there', async () => {
  const index = JSON.parse(await readFile(join(DIST, 'embed/states.json'), 'utf8')) as EmbedIndex;
  let ways = 0;
  const fault = ({ file, html }: BuiltPage) =>
    [...html.matchAll(/<figure\b[^>]*\bdata-root-url[\s\S]*?<\/figure>/g)].flatMap(([figure]) => {
      const attributes = tagsOf(figure)[0]?.attributes ?? new Map<string, string>();
      const view = attributes.get('data-view') ?? 'insights';
      const search = attributes.get('data-search') ?? attributes.get('data-article');
      const slug = search === undefined ? null : slugIn(index, view, search);
      const expected =
        slug === null ? [] : ['', PICTURES.svg, PICTURES.png].map((n) => listedPath(view, slug) + n);
      const [, plain = ''] = /<noscript class="plain-take">([\s\S]*?)<\/noscript>/.exec(figure) ?? [];
      const found = tagsOf(plain).map(({ attributes: a }) =>
        new URL(a.get('href') ?? '', `https://site/${file}`).pathname.slice(1),
      );
      ways += found.length;
      return found.join() === expected.join() ? [] : [attributes.get('id')];
    })[0];
  expect(faulty(fault)).toEqual([]);
  expect(ways).toBeGreaterThan(1000);
});

test('every country with data has a page, and no other has', async () => {
  const { withData } = await readAtlas();
  const built = files.flatMap(
    (file) => /^countries\/([a-z]{3})\/index\.html$/.exec(file)?.[1]?.toUpperCase() ?? [],
  );
  expect(built.sort()).toEqual([...withData].sort());
  expect(built.length).toBeGreaterThan(200);
});

test('every page type is built', () => {
  for (const path of Object.values(PAGE_TYPES)) expect(files).toContain(`${path}index.html`);
  expect(files).toContain('404.html');
});

describe('sizes', () => {
  let sizes: ReadonlyMap<string, PageSizes>;
  beforeAll(async () => {
    sizes = new Map(
      await Promise.all(
        Object.entries(PAGE_TYPES).map(async ([type, path]) => [type, await pageSizes(DIST, path)] as const),
      ),
    );
  });
  const report = (what: string, of: ReadonlyMap<string, number>, budget: number): void => {
    const [name, size] = [...of].sort((a, b) => b[1] - a[1])[0] ?? ['none', 0];
    console.log(`${what}: the largest is ${name}, ${kilobytes(size)} of ${kilobytes(budget)}`);
    expect([...of].filter(([, one]) => one > budget).map(([n, one]) => `${n}: ${kilobytes(one)}`)).toEqual(
      [],
    );
  };

  test('HTML without drawings, and CSS: every page', async () => {
    const sheets = new Map<string, number>();
    for (const name of files.filter((one) => one.endsWith('.css')))
      sheets.set(name, gzip(await readFile(join(DIST, name))));
    /** Style sheets that a page links to, which it loads before it is seen. */
    const cssOf = (file: string, html: string): number => {
      const hrefs = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
      expect(hrefs.length, file).toBeGreaterThan(0);
      return hrefs.reduce((sum, href) => {
        const size = sheets.get(new URL(href, `https://site/${file}`).pathname.slice(1));
        if (size === undefined) throw new Error(`${file} links to ${href}, which is not there.`);
        return sum + size;
      }, 0);
    };
    const all = new Map(
      pages.map(({ file, html }) => [
        file,
        gzip(html.replace(/<svg\b[\s\S]*?<\/svg>/g, '')) + cssOf(file, html),
      ]),
    );
    report('page (gzip)', all, BUDGET.page);
  });

  test('each figure, both widths together: every page', () => {
    const figures = new Map<string, number>();
    for (const { file, html } of pages)
      for (const [figure, id = ''] of html.matchAll(/<figure\b[^>]*\bid="([^"]+)"[\s\S]*?<\/figure>/g)) {
        const drawings = (figure.match(/<svg\b[\s\S]*?<\/svg>/g) ?? []).join('');
        // The quality that hosts compress at beforehand takes its time: it is used where a quick one is near the budget.
        const quick = brotli(drawings, 5);
        figures.set(`${file}#${id}`, quick < 0.9 * BUDGET.figure ? quick : brotli(drawings, 11));
      }
    expect(figures.size).toBeGreaterThan(1000);
    report('figure (brotli)', figures, BUDGET.figure);
  });

  test('base map', async () => {
    const { basemap } = await readAtlas();
    const map = await readFile(join(RELEASE, basemap.path), 'utf8');
    report('base map (brotli)', new Map([[basemap.path, brotli(map, 11)]]), BUDGET.basemap);
    for (const [type, { shared }] of sizes) expect([0, Buffer.byteLength(map)], type).toContain(shared.raw);
  });

  test('scripts that a page loads by itself', () => {
    report(
      'scripts (brotli)',
      new Map([...sizes].map(([type, { scripts }]) => [type, scripts.brotli])),
      BUDGET.scripts,
    );
  });

  test('published flows', async () => {
    const flows = (await readManifest()).resources.find(({ name }) => name === 'flows');
    if (!flows) throw new Error('The release has no flows.');
    const each = flows.bytes / flows.rows;
    console.log(`flows: ${each.toFixed(2)} bytes each, of ${BUDGET.bytesPerFlow}`);
    expect(each).toBeLessThanOrEqual(BUDGET.bytesPerFlow);
    expect((await readFile(join(RELEASE, flows.path))).length).toBe(flows.bytes);
  });

  test('slices, as they are sent', async () => {
    const slices = new Map<string, number>();
    for (const file of files.filter((name) => name.startsWith('release/slices/')))
      slices.set(file, brotli(await readFile(join(DIST, file)), 4));
    expect(slices.size).toBeGreaterThan(300);
    report('slice (brotli)', slices, BUDGET.slice);
  });
});

const gzip = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;
const brotli = (content: string | Buffer, quality: number): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
