import '../../../src/styles/tokens.css';
import '../../../src/styles/fonts.css';
import '../../../src/styles/site.css';
import '../../../src/styles/figure.css';
import '../../../src/styles/charts.css';
import '../../../src/styles/charts-map.css';
import '../../../src/styles/map-camera.css';
import './page.css';
import type { Camera } from '../../../src/charts/camera.ts';
import { flowMap, type FlowArc } from '../../../src/charts/flow-map.ts';
import { PLACES } from '../../../src/charts/map-fixture.ts';
import { readCamera, writeCamera } from '../../../src/charts/camera-text.ts';
import { MapCamera, type How } from '../../../src/live/map/map-camera.ts';
import { RotatedBasemaps } from '../../../src/live/map/rotated-basemap.ts';
import { patchChildren } from '../../../src/live/patch.ts';

/** What the page offers to a test. */
interface MapPage {
  /** Every camera that came to rest, as its text, and how. */
  readonly changes: (readonly [camera: string | null, how: How])[];
  readonly said: string[];
  /** Marks that were clicked. */
  readonly clicked: string[];
  set(text: string | null): void;
  choose(iso3: string | null): void;
}

declare global {
  var mapPage: MapPage;
}

const ARCS: readonly FlowArc[] = [
  ['USA', 'CHN', 900],
  ['USA', 'DEU', 500],
  ['DEU', 'GBR', 400],
  ['IND', 'GBR', 250],
  ['NZL', 'CHL', 90],
  ['FJI', 'NZL', 60],
  ['SGP', 'CHN', 200],
  ['BEL', 'NLD', 120],
].map(([origin, destination, value]) => ({
  origin: String(origin),
  destination: String(destination),
  value: Number(value),
  flag: null,
}));

const figure = document.querySelector<HTMLElement>('#map');
const body = figure?.querySelector<HTMLElement>('[data-figure-body]');
if (!figure || !body) throw new Error('The page has no figure.');

const standard = { href: 'basemap.svg', areas: new Set([...PLACES.keys()].filter((iso3) => iso3 !== 'SGP')) };
const basemaps = new RotatedBasemaps(standard, 'basemap.topo.json');
const page = { changes: [], said: [], clicked: [] } as Pick<MapPage, 'changes' | 'said' | 'clicked'>;
let chosen: string | null = 'IND';
const asked = new URLSearchParams(location.search).get('map');
let camera: Camera = readCamera(asked).camera ?? { meridian: 11, window: null };

function draw(): void {
  const width = (figure?.clientWidth ?? 0) >= 640 ? 880 : 328;
  const frame = { width, id: 'map-w', title: 'Papers between countries', desc: 'A map of eight ties.' };
  const drawn = flowMap(
    {
      arcs: ARCS,
      directed: false,
      layer: 'papers',
      focus: chosen,
      missing: [],
      unit: 'papers',
      places: PLACES,
      basemap: basemaps.ready(camera.meridian) ?? standard,
      camera,
    },
    frame,
  );
  const fresh = document.createElement('template');
  fresh.innerHTML =
    '<div class="figure-head"><h1 class="figure-title" id="map-headline">Papers between countries</h1></div>' +
    `<div class="figure-body"><div class="picture"><div class="picture-wide">${drawn}</div></div>` +
    '<figcaption class="figure-foot"><p class="coverage">Made up for tests.</p></figcaption></div>';
  if (body) patchChildren(body, fresh.content);
}

await basemaps.at(camera.meridian);
draw();
const live = new MapCamera(figure, {
  camera,
  basemaps,
  anchors: () => {
    const place = chosen ? PLACES.get(chosen) : undefined;
    return {
      chosen: place ? { name: place.short_name, lon: place.anchor_lon, lat: place.anchor_lat } : null,
      at: (iso3) => {
        const found = PLACES.get(iso3);
        return found ? [found.anchor_lon, found.anchor_lat] : null;
      },
    };
  },
  changed: (next, how) => {
    camera = next;
    page.changes.push([writeCamera(next), how]);
    draw();
  },
  say: (words) => page.said.push(words),
});
figure.addEventListener('click', ({ target }) => {
  const mark = target instanceof Element ? target.closest<SVGElement>('[data-c], [data-o]') : null;
  if (mark) page.clicked.push(mark.dataset['c'] ?? `${mark.dataset['o'] ?? ''} ${mark.dataset['d'] ?? ''}`);
});
const offered: MapPage = {
  ...page,
  set(text) {
    camera = readCamera(text).camera ?? camera;
    live.set(camera);
    void basemaps.at(camera.meridian).then(draw);
  },
  choose(iso3) {
    chosen = iso3;
    draw();
    live.set(camera);
  },
};
// Not by assignment: the bundle lies among what is type-checked.
Object.assign(globalThis, { mapPage: offered });
document.documentElement.dataset['ready'] = '';
