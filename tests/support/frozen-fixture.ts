import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { embedHead, embedMarkup } from '../../src/components/embed/embed-markup.ts';
import { relativise } from '../../src/integrations/relativise.ts';
import { POLICY } from '../../src/layouts/policy.ts';
import type { Markup } from '../../src/charts/svg.ts';
import type { DrawnFigure } from '../../src/views/figure.ts';
import { folderSums } from '../../scripts/lib/catalogue/folder-sums.ts';
import { hashedName } from '../../scripts/lib/manifest.ts';
import { pathsBelow } from '../../scripts/lib/paths.ts';
import { ATLAS } from './atlas-fixture.ts';
import { writeRelease } from './fixture-release.ts';

/** What differs between two releases of the small site. */
interface SmallSite {
  readonly version: string;
  /** Papers of Kenya and Uganda in 2020: in the table, the slice, the picture and the page. */
  readonly value: number;
  /** What the page's script writes before the value: the code of a release. */
  readonly says: string;
}

/**
 * A repository with a snapshot of one table, published and built as far as frozen embeds go: two views, a page that is drawn by a script
 * of two parts, with a worker, a font and a module that it only names. All is committed.
 */
export async function smallRepository(root: string, site: SmallSite): Promise<void> {
  const paths = pathsBelow(root);
  await rm(paths.snapshot, { recursive: true, force: true });
  await rm(paths.release, { recursive: true, force: true });
  await rm(paths.dist, { recursive: true, force: true });
  await put(root, '.gitignore', 'dist/\npublic/release/\n');
  await put(root, 'src/page.ts', `export const says = '${site.says}';\n`);
  await put(root, 'data/release.json', JSON.stringify({ version: site.version }));
  await publish(paths, site);
  await build(paths.dist, paths.release, site);
  await commit(root, `release ${site.version}`);
}

/** Commits whatever there is. */
export async function commit(root: string, message: string): Promise<void> {
  await git(root, 'init', '--quiet');
  await git(root, 'add', '--all');
  await git(root, 'commit', '--quiet', '--allow-empty', '--message', message);
}

export async function git(root: string, ...args: readonly string[]): Promise<void> {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  await promisify(execFile)('git', ['-C', root, ...who, ...args]);
}

async function publish(
  { snapshot, release }: { snapshot: string; release: string },
  { version, value }: SmallSite,
): Promise<void> {
  const sql = `SELECT * FROM (VALUES
    ('papers', 'openalex-copublications', 'KEN', 'UGA', 2020, ${value}),
    ('papers', 'openalex-copublications', 'KEN', 'TZA', 2020, 90)
  ) AS t(layer, source, origin, destination, year, value)`;
  const manifest = await writeRelease(release, [{ name: 'flows', sql }]);
  const bytes = await readFile(join(release, 'flows.parquet'));
  const path = hashedName('flows', bytes, 'parquet');
  await rename(join(release, 'flows.parquet'), join(release, path));
  await put(snapshot, 'flows.parquet', bytes);
  const resources = manifest.resources.map((one) => ({ ...one, path }));
  const files: Readonly<Record<string, string>> = {
    'datapackage.json': JSON.stringify({ ...manifest, version, resources }),
    'atlas.json': JSON.stringify({ version }),
    'indicators.json': '[]',
    'groups.json': '[]',
    'names.json': '{}',
    'flows.0000000000.csv.gz': 'not kept',
    'basemap.0a1b2c3d4e.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path id="KEN" d="M0 0h9v9z"/></svg>',
    'slices/countries/KEN.json': JSON.stringify({ uganda: value }),
    'citations/release.txt': `Crosscurrents (${version}).\n`,
    'citations/release.bib': `@misc{crosscurrents_${version}}\n`,
  };
  for (const [name, text] of Object.entries(files)) await put(release, name, text);
  await put(release, 'SHA256SUMS', await folderSums(release));
}

async function build(dist: string, release: string, { version, value, says }: SmallSite): Promise<void> {
  await cp(release, join(dist, 'release'), { recursive: true });
  for (const page of ['', 'explore/', 'sources/', 'methods/glossary/'])
    await put(dist, `${page}index.html`, '<!doctype html><title>A page</title>');
  const asset = async (name: string, extension: string, content: string | Buffer): Promise<string> => {
    const path = hashedName(name, Buffer.from(content), extension);
    await put(dist, `_astro/${path}`, content);
    return path;
  };
  const font = await asset('font', 'woff2', Buffer.alloc(20_000, 'not a font, but as large as one '));
  const css = await asset('embed', 'css', `@font-face{font-family:F;src:url(./${font})}body{font-family:F}`);
  const wasm = await asset('engine', 'wasm', Buffer.alloc(40_000, `engine `));
  const worker = await asset('worker', 'js', `postMessage(new URL("${wasm}",import.meta.url).pathname)`);
  const part = await asset(
    'part',
    'js',
    `export const says=${JSON.stringify(says)};export const started=new Promise(r=>{const w=new Worker(new URL("${worker}",import.meta.url),{type:"module"});w.onmessage=e=>r(e.data)});`,
  );
  const script = await asset('start', 'js', START.replace('PART', part));
  await asset('lab', 'js', 'export const unused = true;');

  const page = (path: string, figure: DrawnFigure): string =>
    relativise(
      `<!DOCTYPE html><html lang="en"><head><meta http-equiv="content-security-policy" content="${POLICY}"><meta charset="utf-8"><base target="_blank">${embedHead(figure)}<link rel="stylesheet" href="/_astro/${css}"></head><body class="embed"><main data-embed="${figure.view}" data-manifest-url="/release/datapackage.json" data-site-url="/" data-release="${version}" data-frozen="false">${embedMarkup(figure, { sources: ATLAS.sources, release: version, frozen: false })}</main><p id="live"></p><script type="module" src="/_astro/${script}"></script></body></html>`,
      path,
    );
  for (const view of ['ranking', 'trend']) {
    await put(dist, `embed/${view}/index.html`, page(`/embed/${view}/`, drawn(view, value)));
    await put(dist, `embed/${view}/ken/index.html`, page(`/embed/${view}/ken/`, drawn(view, value)));
    await put(dist, `embed/${view}/ken/figure.svg`, picture(value, `${view}/ken/`));
    await put(dist, `embed/${view}/ken/figure.png`, 'not kept');
  }
  await put(
    dist,
    'embed/insights/newsroom-a-rows/index.html',
    page('/embed/insights/newsroom-a-rows/', drawn('insights', value)),
  );
  await put(
    dist,
    'insights/newsroom/a/record.json',
    JSON.stringify({
      id: 'newsroom/a',
      release: version,
      facts: { uganda: { value, year: '2020', words: String(value), sources: ['openalex-copublications'] } },
      figures: { rows: { drawn: drawn('insights', value), sql: 'SELECT 1' } },
    }),
  );
  const views = {
    insights: { 'newsroom-a-rows': 'newsroom-a-rows' },
    ranking: { ken: 'country=KEN' },
    trend: { ken: 'country=KEN' },
  };
  await put(dist, 'embed/states.json', JSON.stringify({ release: version, views }));
}

const picture = (value: number, path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><text y="15">${value} papers, /embed/${path}</text></svg>`;

/** A figure as views draw it, made up. */
export const drawn = (view: string, value: number): DrawnFigure => ({
  view,
  state: { layer: 'papers', country: 'KEN', year: 2020 } as DrawnFigure['state'],
  words: {
    title: 'Partners of Kenya in papers, 2020',
    takeaway: `Kenya and Uganda: ${value} papers in 2020.`,
    alt: `Uganda ${value}, Tanzania 90.`,
    coverage: null,
    notes: [],
    sources: ['openalex-copublications'],
    table: {
      caption: 'Partners',
      columns: [
        { key: 'name', label: 'Partner' },
        { key: 'value', label: 'Papers', numeric: true },
      ],
      rows: [
        { name: 'Uganda', value },
        { name: 'Tanzania', value: 90 },
      ],
    },
  },
  narrow:
    `<svg class="chart" viewBox="0 0 9 9"><use href="/release/basemap.0a1b2c3d4e.svg#KEN"/></svg>` as Markup,
  wide: null,
});

/** As embeds do: finds the release by the page's mark, and answers from a slice. */
const START = `import{says,started}from"./PART";
const main=document.querySelector("main");
const root=new URL("./",new URL(main.dataset.manifestUrl,location.href));
const slice=await(await fetch(new URL("slices/countries/KEN.json",root))).json();
const{version}=await(await fetch(new URL("datapackage.json",root))).json();
document.getElementById("live").textContent=[says,slice.uganda,version,main.dataset.frozen,await started].join(" ");`;

async function put(root: string, path: string, content: string | Uint8Array): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
