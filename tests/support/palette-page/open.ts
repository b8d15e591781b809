import { bundledPage, pageOf } from '../bundled-page.ts';
import { serveFolder, type TestServer } from '../../../scripts/lib/serve-folder.ts';

const BODY = `<header><a href="#field">A link of the head</a></header>
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
</main>`;

/** Bundles a page with a palette and a tour (main.ts) and serves it. */
export const servePalettePage = async (): Promise<TestServer> =>
  serveFolder(
    await bundledPage('palette-page', () => ({
      'index.html': pageOf({ title: 'A palette and a tour', body: BODY }),
    })),
  );
