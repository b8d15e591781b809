import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { POLICY } from '../../../src/layouts/policy.ts';
import { serveFolder, type TestServer } from '../server.ts';

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>A palette and a tour</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<header><a href="#field">A link of the head</a></header>
<main>
<h1>Explore</h1>
<form class="controls" data-controls><label>Field <input id="field"></label> <label>Year <input id="year" type="range"></label></form>
<fieldset class="parts" data-parts><legend>Show</legend><label><input type="checkbox"> Map</label></fieldset>
<button type="button" id="palette-button" data-palette>Commands</button>
<button type="button" id="tour-button" data-tour>Tour</button>
<div class="take" data-take><button type="button">Take it with you</button></div>
<figure class="figure" id="map"><div class="picture"></div></figure>
<figure class="figure" id="ranking"><div class="picture"></div></figure>
<p class="long">What follows is as long as a page.</p>
<p><button type="button" id="last">The last</button></p>
</main>
<script type="module" src="main.js"></script>
</body>
</html>
`;

/** Bundles a page with a palette and a tour (main.ts) and serves it. Closing the server clears up. */
export async function servePalettePage(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'crosscurrents-palette-'));
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'main.ts'),
        output: { entryFileNames: 'main.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  await writeFile(join(folder, 'index.html'), HTML);
  const server = await serveFolder(folder);
  return {
    ...server,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
