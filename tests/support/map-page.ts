import { makeBasemap } from '../../scripts/basemap.ts';
import { cameraBar } from '../../src/live/map/camera-bar.ts';
import { bundledPage, pageOf } from './bundled-page.ts';

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
const page = (bar: string, classes: string): string =>
  pageOf({
    title: 'A map that moves',
    body: `<main>
<figure class="figure span-page${classes}" id="map" aria-labelledby="map-headline">
<p class="figure-status" role="status" data-figure-status hidden></p>
${bar}<div data-figure-body></div>
</figure>
<p class="long">What follows is as long as a page.</p>
</main>`,
  });

/** Bundles a page with one map that moves (map-page/main.ts), once a run. Answers with its folder. */
export const buildMapPage = (): Promise<string> =>
  bundledPage('map-page', () => {
    const { svg, geometry } = makeBasemap(CODES);
    return {
      'index.html': page(cameraBar(), ' map-figure'),
      'bare.html': page('', ''),
      'basemap.svg': svg,
      'basemap.topo.json': JSON.stringify(geometry),
    };
  });
