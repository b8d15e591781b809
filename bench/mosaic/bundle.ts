import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { writeData } from './data.ts';

const HERE = import.meta.dirname;
/** Inside the installed packages: no tool of the project looks there, and nothing of it is ever committed. */
const OUTPUT = join(HERE, 'node_modules/.cache/page');

/** A built page of Mosaic over the rows of a release. */
export interface MosaicPage {
  readonly folder: string;
  /** Flows that the page loads. */
  readonly flows: number;
}

/** Installs Mosaic where it is not, bundles its page and writes the rows beside it. */
export async function buildMosaicPage(release: string): Promise<MosaicPage> {
  await install();
  await build({
    configFile: false,
    root: HERE,
    base: './',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: OUTPUT,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
    },
  });
  return { folder: OUTPUT, flows: await writeData(release, OUTPUT) };
}

/** `npm ci` in the folder of the page, unless what is installed is as new as the lockfile. */
async function install(): Promise<void> {
  const time = (path: string) =>
    stat(join(HERE, path)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
  if ((await time('node_modules/.package-lock.json')) >= (await time('package-lock.json'))) return;
  console.error('Installing Mosaic in bench/mosaic …');
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: HERE });
}
