import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';
import type { Browser } from 'playwright-core';
import readXlsx from 'read-excel-file/node';
import { extractLinks, extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { fontFile } from '../src/live/take/formats/font-file.ts';
import { joinFonts } from '../src/live/take/formats/join-fonts.ts';
import { unpackWoff } from '../src/live/take/formats/woff.ts';
import { figureSpecSchema, type FigureSpec } from '../src/model/figure-spec.ts';
import { blockDifference } from './support/take-page/blocks.ts';
import type { Change, FileKind } from './support/take-page/main.ts';
import { closeTakeServer, openTakePage, type TakePage } from './support/take-page/open.ts';

let browser: Browser;
let opened: TakePage;
let fonts: string;

beforeAll(async () => {
  browser = await launchBrowser();
  opened = await openTakePage(browser);
  fonts = await mkdtemp(join(tmpdir(), 'fonts-'));
});
afterAll(async () => {
  try {
    await opened?.close();
    // Nothing that is taken may ask another host, or break the page's policy.
    expect([...opened.network.foreign, ...opened.network.violations, ...opened.errors]).toEqual([]);
  } finally {
    await browser?.close();
    await closeTakeServer();
    await rm(fonts, { recursive: true, force: true });
  }
});

/** Figures of ties, of years, and one without ties: their drawings are those of tests/golden/. */
const FIGURES = ['flow-map', 'ranking', 'ego', 'matrix', 'trend', 'choropleth'] as const;
type Figure = (typeof FIGURES)[number];

async function golden(name: Figure, place: 'narrow' | 'wide'): Promise<string> {
  const svg = await readFile(join(import.meta.dirname, `golden/view-${name}-${place}.svg`), 'utf8');
  return svg.replace(/href="[^"#]*basemap[^"#]*#/g, 'href="basemap.svg#');
}
interface GoldenWords extends Pick<Change, 'title' | 'takeaway' | 'coverage' | 'notes'> {
  readonly table: NonNullable<Change['table']>;
}
/** What the figure says, with its own table where it shows no ties. */
async function wordsOf(name: Figure): Promise<Change> {
  const file = join(import.meta.dirname, `golden/view-${name}-words.json`);
  const { title, takeaway, coverage, notes, table } = JSON.parse(await readFile(file, 'utf8')) as GoldenWords;
  const own = { title, takeaway, coverage, notes, table } as Change;
  return name === 'trend' || name === 'choropleth' ? { ...own, ties: null } : own;
}

async function show(name: Figure): Promise<Change> {
  const [narrow, wide] = await Promise.all([golden(name, 'narrow'), golden(name, 'wide')]);
  await opened.page.evaluate(
    ([narrow, wide]) => {
      take.show(wide);
      take.anew({ narrow, wide });
    },
    [narrow, wide] as const,
  );
  await opened.page.evaluate(() => document.fonts.ready);
  return wordsOf(name);
}

async function file(kind: FileKind, change: Change = {}): Promise<Buffer> {
  const data = await opened.page.evaluate(([kind, change]) => take.file(kind, change), [
    kind,
    change,
  ] as const);
  if (!data.startsWith('data:')) throw new Error(data);
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
}

/** Title, source, licence, release and address of the made-up state: what every file must hold. */
const FIVE = [
  'Students from and in India, 2018',
  'The uis record, Publisher of uis',
  'CC BY-SA 3.0 IGO',
  '2026-11-22',
  'https://example.org/explore/?layer=students&country=IND&year=2018',
];
const HOSTILE: Change = {
  title: '=1+1 <script>alert(1)</script> & "Türkiye" – Côte d’Ivoire ]]> \u0007 日本',
  takeaway: '@SUM(A1) “Łódź” and Türkiye’s largest partner – Côte d’Ivoire: 1\u202f234 −5 → more.',
  notes: ['+1', '-2', '\t=3', '(a) \\ (b', 'x'.repeat(300)],
};

/** A mark of each figure, and a colour of some of its marks. */
const MARKS: Readonly<Record<Figure, readonly [mark: string, colour: string]>> = {
  'flow-map': ['<rect y="5.5" width="109" height="9" fill="#2267b0"/>', '"#1c5795"'],
  ranking: ['<rect width="2" height="5" fill="#257a46"/>', '"#257a46"'],
  ego: ['<circle cx="505.2" cy="154.2" r="7" fill="#1c5795" stroke="#faf7f0"/>', '"#2267b0"'],
  matrix: ['<rect x="84" y="18.6" width="41" height="12" fill="#82a8e8"/>', '"#82a8e8"'],
  trend: ['<path d="M312.5,159L367.8,168.4"/>', '"#94400f"'],
  choropleth: ['<rect y="3.9" width="18" height="11" fill="#4b9593"/>', '"#7a4310"'],
};

/** An SVG file as the browser draws it. */
async function byChromium(svg: string): Promise<Buffer> {
  const data = await opened.page.evaluate(async (file) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    // An image may be ready before the fonts in it are.
    for (let i = 0; i < 4; i++) {
      context?.drawImage(image, 0, 0);
      await new Promise((done) => setTimeout(done, 30));
    }
    return canvas.toDataURL();
  }, svg);
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
}
const TEXT = /<text\b[^>]*>[\s\S]*?<\/text>/g;
/** Words are drawn otherwise by every program, so that shapes are compared apart and closely. */
const SHAPES = { block: 6, above: 8 };

describe('an SVG file looks alike in Chromium and in resvg', () => {
  const FACES = [
    ['inter', '400-normal'],
    ['inter', '400-italic'],
    ['inter', '500-normal'],
    ['inter', '600-normal'],
    ['inter', '700-normal'],
    ['source-serif-4', '400-normal'],
    ['source-serif-4', '600-normal'],
  ] as const;
  let fontFiles: string[];
  beforeAll(async () => {
    fontFiles = await Promise.all(
      FACES.map(async ([family, face]) => {
        const part = async (alphabet: string) => {
          const path = `../node_modules/@fontsource/${family}/files/${family}-${alphabet}-${face}.woff`;
          return unpackWoff(new Uint8Array(await readFile(join(import.meta.dirname, path))).buffer);
        };
        const path = join(fonts, `${family}-${face}.ttf`);
        await writeFile(path, fontFile(joinFonts(await part('latin'), await part('latin-ext'))));
        return path;
      }),
    );
  });

  const byResvg = (svg: string): Buffer =>
    Buffer.from(new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render().asPng());
  /** The words of the picture by their greyness; those of the sheet around it are long, and end elsewhere. */
  const WORDS = { block: 24, above: 8 };
  const withoutSheet = (svg: string): string =>
    svg.replace(
      /<g font-family="[^"]*" font-size="(21|15|11)"[^>]*>(<text x="24"[^>]*>[^<]*<\/text>)+<\/g>/g,
      '',
    );
  const WORST = { shapes: 20, words: 18 };

  test.each(FIGURES)('%s', async (name) => {
    const change = await show(name);
    const plain = await opened.page.evaluate((c) => take.standalone('light', false, c), change);
    const shapes = plain.svg.replace(TEXT, '');
    const there = await byChromium(shapes);
    const apart = async (svg: string) => blockDifference(opened.page, there, byResvg(svg), SHAPES);
    expect((await apart(shapes)).worst).toBeLessThan(WORST.shapes);
    expect((await apart(shapes)).many).toBeLessThan(16);

    const { svg } = await opened.page.evaluate((c) => take.standalone('light', true, c), change);
    const worded = withoutSheet(svg);
    const words = async (svg: string) =>
      (await blockDifference(opened.page, written, byResvg(svg), WORDS)).worst;
    const written = await byChromium(worded);
    const bare = worded.replace(/<style>.*?<\/style>/s, '');
    expect(await words(bare)).toBeLessThan(WORST.words);

    // What proves that the comparison sees a shape, a colour or a word that is lost: it does, of each figure.
    const [mark, other] = MARKS[name];
    expect(shapes).toContain(mark);
    expect((await apart(shapes.replace(mark, ''))).worst).toBeGreaterThan(WORST.shapes);
    expect((await apart(shapes.replaceAll(other, '"#cc00cc"'))).worst).toBeGreaterThan(WORST.shapes);
    const label = [...bare.matchAll(TEXT)].map(([one]) => one).sort((a, b) => b.length - a.length)[1] ?? '';
    expect(await words(bare.replace(label, ''))).toBeGreaterThan(WORST.words);
  });
});

/** Size in pixels, and pixels of a metre. */
function pngOf(bytes: Buffer) {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(bytes.subarray(37, 41).toString('latin1')).toBe('pHYs');
  expect([bytes.readUInt32BE(41), bytes[49]]).toEqual([bytes.readUInt32BE(45), 1]);
  return { size: [bytes.readUInt32BE(16), bytes.readUInt32BE(20)], metre: bytes.readUInt32BE(41) } as const;
}

describe('a PNG file', () => {
  test.each([
    [85, 300, 1004, 11_811],
    [85, 600, 2008, 23_622],
    [180, 300, 2126, 11_811],
    [180, 600, 4252, 23_622],
  ] as const)('of %i mm at %i dpi is %i pixels wide', async (width, dpi, pixels, metre) => {
    for (const name of dpi === 300 ? FIGURES : ['matrix' as const]) {
      const change = await show(name);
      const png = pngOf(await file({ kind: 'print-png', size: { width, dpi } }, change));
      expect([name, png.size[0], png.metre]).toEqual([name, pixels, metre]);
      // In millimetres, as programs of layout reckon it.
      expect((png.size[0] / png.metre) * 1000).toBeCloseTo(width, 1);
    }
  });

  test.each([1, 2, 3, 4])('at %i× is so many times the sheet, and as large on paper', async (scale) => {
    await show('ranking');
    const { width, height } = await opened.page.evaluate(() => take.standalone('light'));
    const data = await opened.page.evaluate((scale) => take.png('light', scale), scale);
    const { size, metre } = pngOf(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'));
    expect(size).toEqual([width * scale, height * scale]);
    expect((size[0] / metre) * 1000).toBeCloseTo((width / 96) * 25.4, 1);
  });

  test('has every word it should have, the first time too', async () => {
    const fresh = await openTakePage(browser);
    try {
      const wide = await golden('ranking', 'wide');
      await fresh.page.evaluate((wide) => take.show(wide), wide);
      await fresh.page.evaluate(() => document.fonts.ready);
      const first = await fresh.page.evaluate(() => take.png('light', 1));
      expect(await fresh.page.evaluate(() => take.png('light', 1))).toBe(first);
    } finally {
      await fresh.close();
    }
  });

  test('with type that is too small for print is refused in words', async () => {
    await show('matrix');
    await opened.page.evaluate(() => {
      take.anew(null);
    });
    await expect(file({ kind: 'print-png', size: { width: 85, dpi: 300 } })).rejects.toThrow(
      /smaller than 6 points\. Take it at 180 mm/,
    );
  });
});

describe('a slide', () => {
  test.each(FIGURES)('of %s is 16 to 9, with finding, picture and source in it', async (name) => {
    const change = await show(name);
    expect(pngOf(await file({ kind: 'slide-png' }, change)).size).toEqual([1920, 1080]);
    const svg = (await file({ kind: 'slide-svg' }, change)).toString();
    const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)];
    const words = texts
      .map(([, , , text]) => text)
      .join(' ')
      .replaceAll('&quot;', '"');
    for (const part of [change.takeaway ?? '', change.title ?? '', ...FIVE.slice(1, 4), 'Crosscurrents'])
      expect(words).toContain(part);
    expect(words.replaceAll(' ', '').replaceAll('&amp;', '&')).toContain(FIVE[4]);
    const picture = /<svg [^>]*\bviewBox="0 0 (?:328|704|880) [^>]*>/.exec(svg)?.[0] ?? '';
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) =>
      Number(new RegExp(` ${key}="([\\d.]+)"`).exec(picture)?.[1]),
    ) as [number, number, number, number];
    expect([x >= 64, y >= 64, x + width <= 1856.01, y + height <= 1016.01]).toEqual([true, true, true, true]);
    // A picture that is no smaller than a fifth of the slide is one that is seen.
    expect(width * height).toBeGreaterThan(0.2 * 1920 * 1080);
  });

  test('of a figure that is far too tall is refused in words', async () => {
    await opened.page.evaluate(() => {
      const tall =
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 328 3000" width="328"><text y="20" font-size="12">x</text></svg>';
      take.show(tall);
      take.anew(null);
    });
    await expect(file({ kind: 'slide-png' })).rejects.toThrow(
      /too tall to be read on a slide\. Show fewer rows/,
    );
  });
});

async function pdfOf(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  const { text } = await extractText(pdf, { mergePages: true });
  return {
    pages: pdf.numPages,
    points: [width, height] as const,
    text: text.replace(/\s+/g, ' '),
    info: (await getMeta(pdf)).info as Record<string, string>,
    links: (await extractLinks(pdf)).links,
  };
}
const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('a PDF', () => {
  test.each(FIGURES)('of %s looks as the picture does', async (name) => {
    const change = await show(name);
    const { svg } = await opened.page.evaluate((c) => take.standalone('light', false, c), change);
    const shapes = svg.replace(TEXT, '');
    const there = await byChromium(shapes);
    const apart = async (svg: string): Promise<number> => {
      const data = await opened.page.evaluate((s) => take.throughPdf(s), svg);
      const read = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
      return (await blockDifference(opened.page, there, read, { block: 12, above: 8 })).worst;
    };
    const limit = 11;
    expect(await apart(shapes)).toBeLessThan(limit);
    expect(await apart(shapes.replace(MARKS[name][0], ''))).toBeGreaterThan(limit);
    if (name === 'ranking' || name === 'matrix' || name === 'choropleth')
      expect(await apart(shapes.replace(/ fill="url[^"]*"/g, ' fill="none"'))).toBeGreaterThan(limit);
  });

  test('fills every land of a map with its pattern, wherever its outline begins', async () => {
    const map = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="96" viewBox="0 0 240 96"><rect width="240" height="96" fill="#ffffff"/><defs><g id="land"><path id="A" d="m12 12h48v48h-48z"/><path id="B" d="m108 24h60v48h-60z"/></g><pattern id="lines" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="4" fill="#000000"/></pattern></defs><use href="#land" fill="url(#lines)"/></svg>`;
    const data = await opened.page.evaluate((svg) => take.throughPdf(svg), map);
    const read = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
    const { worst } = await blockDifference(opened.page, await byChromium(map), read, {
      block: 12,
      above: 8,
    });
    expect(worst).toBeLessThan(40);
  });

  test.each(FIGURES)('of %s holds its words as words, on a page of its size', async (name) => {
    const change = await show(name);
    const { svg, width, height } = await opened.page.evaluate(
      (c) => take.standalone('light', false, c),
      change,
    );
    const pdf = await pdfOf(await file({ kind: 'pdf' }, change));
    expect(pdf.pages).toBe(1);
    for (const [i, pixels] of [width, height].entries()) expect(pdf.points[i]).toBeCloseTo(pixels * 0.75, 1);
    const texts = await opened.page.evaluate((svg) => {
      const file = new DOMParser().parseFromString(svg.replace(/ style="[^"]*"/, ''), 'image/svg+xml');
      return [...file.querySelectorAll('text')].map((text) => text.textContent);
    }, svg);
    const said = squeezed(pdf.text);
    expect(texts.filter((text) => !said.includes(squeezed(text)))).toEqual([]);
    expect(pdf.links).toContain(FIVE[4]);
    expect(pdf.info).toMatchObject({ Title: change.title, Author: 'Crosscurrents' });
    expect(pdf.info['Subject']).toContain(FIVE[1]);
    expect(pdf.info['Keywords']).toContain('2026-11-22');
  });

  test('reads letters of other languages right, and a hostile title does no harm', async () => {
    await show('ranking');
    const pdf = await pdfOf(await file({ kind: 'pdf' }, HOSTILE));
    for (const words of [
      'Türkiye',
      'Côte d’Ivoire',
      '–',
      '“Łódź”',
      '<script>alert(1)</script> & "',
      '−5 -> more',
    ])
      expect(pdf.text).toContain(words);
    expect(pdf.info['Title']).toBe(HOSTILE.title);
    // What our fonts lack is seen to be lacking.
    expect(pdf.text).toMatch(/\]\]> .{0,2} \?\?/);
  });

  test('of a slide has the page of a slide', async () => {
    const change = await show('matrix');
    const { points, text } = await pdfOf(await file({ kind: 'slide-pdf' }, change));
    expect(points).toEqual([960, 540]);
    expect(squeezed(text)).toContain(squeezed(change.takeaway ?? ''));
  });

  test('without its fonts is refused in words', async () => {
    const fresh = await openTakePage(browser);
    try {
      const wide = await golden('trend', 'wide');
      await fresh.page.route('**/*.woff', (route) => route.fulfill({ status: 503 }));
      const said = await fresh.page.evaluate((wide) => {
        take.show(wide);
        return take.file({ kind: 'pdf' });
      }, wide);
      expect(said).toMatch(/fonts did not come/);
    } finally {
      await fresh.close();
    }
  });
});

describe('an XLSX file', () => {
  async function read(change: Change) {
    const sheets = await readXlsx(await file({ kind: 'xlsx' }, change));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Data', 'About']);
    const [data, about] = sheets.map(({ data }) => data);
    const [labels = [], keys = [], ...rows] = data ?? [];
    return {
      labels,
      keys,
      rows: rows.map((row) => Object.fromEntries(keys.map((key, i) => [String(key), row[i]]))),
      about: (about ?? []).map(([what, words]) => [what, words]),
    };
  }

  test('of ties has numbers as numbers, years as whole ones, flags as text, and nothing where nothing is', async () => {
    const { labels, keys, rows } = await read({});
    expect(keys.slice(0, 6)).toEqual([
      'origin',
      'origin_name',
      'destination',
      'destination_name',
      'layer',
      'year',
    ]);
    expect([labels[1], labels[6]]).toEqual(['Origin', 'Count (students)']);
    expect(rows[0]).toMatchObject({
      origin: 'IND',
      year: 2018,
      count: 135_940,
      value: 135_940,
      flag: 'ep',
      low: null,
    });
    expect(rows[1]).toMatchObject({ low: 9.5, high: 0.3, flag: null, count: 12 });
    expect(rows[3]).toMatchObject({ count: 0, value: -5 });
    // A name that a spreadsheet would run stays a name.
    expect(rows[1]?.['destination_name']).toBe('=HYPERLINK("https://example.org","A & B")');
    expect(rows[2]?.['origin_name']).toBe('-2+3 <b>, "quoted";\nsecond line');
  });

  test('says on its second sheet what it is, whatever the words are', async () => {
    const { about } = await read({});
    const said = about.map((line) => line.join(' ')).join('\n');
    for (const part of FIVE) expect(said).toContain(part);
    expect(said).toContain('read 2024-07-09');
    const hostile = (await read(HOSTILE)).about;
    expect(hostile[0]?.[1]).toMatch(/^=1\+1 <script>.*Türkiye.*日本$/);
    expect(hostile.filter(([what]) => what === 'Note').map(([, words]) => words)).toContain('+1');
  });

  test('holds no formula', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(new Uint8Array(await file({ kind: 'xlsx' }, HOSTILE)));
    const sheets = Object.entries(files).filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
    expect(sheets.length).toBe(2);
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
  });

  test.each(['trend', 'choropleth'] as const)('of %s has the columns of its table', async (name) => {
    const change = await show(name);
    const { labels, rows } = await read(change);
    for (const { label } of change.table?.columns ?? []) expect(labels).toContain(label);
    expect(rows).toHaveLength(change.table?.rows.length ?? -1);
    for (const [i, row] of (change.table?.rows ?? []).entries())
      for (const { key } of change.table?.columns ?? [])
        if (typeof row[key] === 'number') expect(typeof rows[i]?.[key]).toBe('number');
        else if (row[key] === null) expect(rows[i]?.[key]).toBeNull();
  });
});

describe('a JSON file', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats.default(ajv);
  const valid = ajv.compile(figureSpecSchema('https://example.org/api/v1/schema/figure.json'));
  const shown = {
    view: 'ranking',
    state: { layer: 'students', country: 'IND', year: 2018, partner: null },
    search: 'layer=students&country=IND&year=2018',
    alt: 'Rows, largest first.',
    root: 'https://example.org/',
  } as const;
  const spec = async (change: Change): Promise<FigureSpec> =>
    JSON.parse((await file({ kind: 'json', of: shown }, change)).toString()) as FigureSpec;

  test.each([...FIGURES, 'hostile', 'no rows'] as const)('of %s is as its schema says', async (name) => {
    const change =
      name === 'hostile' ? HOSTILE : name === 'no rows' ? ({ ties: [] } as Change) : await wordsOf(name);
    const one = await spec(change);
    expect(valid(one) ? [] : valid.errors).toEqual([]);
    expect(one.rows).toHaveLength(
      (change.ties === null ? change.table?.rows : (change.ties ?? [1, 2, 3, 4]))?.length ?? -1,
    );
    for (const row of one.rows) expect(Object.keys(row)).toEqual(one.columns.map(({ key }) => key));
    for (const { key, type } of one.columns)
      for (const { [key]: value } of one.rows)
        if (value !== null)
          expect([
            key,
            type === 'integer' || type === 'year' ? Number.isInteger(value) : typeof value,
          ]).toEqual([
            key,
            type === 'integer' || type === 'year' ? true : type === 'number' ? 'number' : 'string',
          ]);
  });

  test('holds all that must travel, and the state as it was asked', async () => {
    const one = await spec({});
    const words = JSON.stringify(one);
    for (const part of FIVE.filter((part) => !part.includes(', P'))) expect(words).toContain(part);
    expect(one.sources[0]).toMatchObject({ title: 'The uis record', publisher: 'Publisher of uis' });
    expect(one).toMatchObject({
      view: shown.view,
      state: shown.state,
      search: shown.search,
      alt: shown.alt,
      embed: 'https://example.org/embed/ranking/?layer=students&country=IND&year=2018',
      schema: 'https://example.org/api/v1/schema/figure.json',
    });
  });

  test('that lacks something, or says it otherwise, is refused by its schema', async () => {
    const one = await spec({});
    const { licence, ...without } = one;
    expect([valid(one), licence]).toEqual([true, expect.stringContaining('CC BY-SA 3.0 IGO')]);
    for (const wrong of [
      without,
      { ...one, release: 'newest' },
      { ...one, columns: [{ key: 'a', label: 'A', type: 'text' }] },
      { ...one, rows: [{ a: [1] }] },
      { ...one, address: 'explore' },
    ])
      expect(valid(wrong)).toBe(false);
  });
});

test('a CSV file holds title, source, licence, release and address in every row', async () => {
  const csv = (await file({ kind: 'csv' })).toString('utf8');
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(4);
  for (const row of data) for (const part of FIVE) expect(Object.values(row)).toContain(part);
});
