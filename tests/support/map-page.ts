import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { makeBasemap } from '../../scripts/basemap.ts';
import { POLICY } from '../../src/layouts/policy.ts';
import { cameraBar } from '../../src/live/map/camera-bar.ts';

const OUTPUT = join(import.meta.dirname, '../output/map-page');

/** UN M49 numbers of the places of src/charts/map-fixture.ts; all else is land without a name. */
const CODES = new Map(
  Object.entries({
    '840': 'USA',
    '156': 'CHN',
    '276': 'DEU',
    '826': 'GBR',
    '056': 'BEL',
    '528': 'NLD',
    '356': 'IND',
    '554': 'NZL',
    '152': 'CHL',
    '242': 'FJI',
    '702': 'SGP',
    '384': 'CIV',
  }),
);

/** With the bar written at build, as the site has it, or without. */
const page = (bar: string, classes: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>A map that moves</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<figure class="figure span-page${classes}" id="map" aria-labelledby="map-headline">
<p class="figure-status" role="status" data-figure-status hidden></p>
${bar}<div data-figure-body></div>
</figure>
<p class="long">What follows is as long as a page.</p>
</main>
<script type="module" src="main.js"></script>
</body>
</html>
`;

let built: Promise<string> | null = null;

/** Bundles a page with one map that moves (map-page/main.ts), once a run. Answers with its folder. */
export function buildMapPage(): Promise<string> {
  built ??= (async () => {
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'map-page'),
      base: './',
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir: OUTPUT,
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 1000,
        reportCompressedSize: false,
        rollupOptions: {
          input: join(import.meta.dirname, 'map-page/main.ts'),
          output: { entryFileNames: 'main.js', assetFileNames: 'style[extname]' },
        },
      },
    });
    await mkdir(OUTPUT, { recursive: true });
    const { svg, geometry } = makeBasemap(CODES);
    await Promise.all([
      writeFile(join(OUTPUT, 'index.html'), page(cameraBar(), ' map-figure')),
      writeFile(join(OUTPUT, 'bare.html'), page('', '')),
      writeFile(join(OUTPUT, 'basemap.svg'), svg),
      writeFile(join(OUTPUT, 'basemap.topo.json'), JSON.stringify(geometry)),
    ]);
    return OUTPUT;
  })();
  return built;
}
