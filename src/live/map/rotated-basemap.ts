import type { basemapSymbols, BasemapTopology } from '../../charts/basemap-symbols.ts';
import type { Basemap } from '../../charts/chart.ts';
import { CENTRAL_MERIDIAN } from '../../charts/projection.ts';
import { importAnew } from '../../engine/browser/import-anew.ts';
import { fetchJson, FileError } from '../fetch-json.ts';
import { wrap } from '../../charts/camera-math.ts';
import type { LandSketch } from './land-sketch.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** How many turned base maps stay in the page: the drawing in sight, the next one, and some that a reader goes back to. */
const MOST = 5;

/** What it takes to turn the globe; fetched when a reader first does so. */
interface Globe {
  readonly topology: BasemapTopology;
  readonly symbols: typeof basemapSymbols;
  readonly sketch: LandSketch;
}

/** Base maps under other meridians than the standard one: symbols in the page itself. One of these serves a whole page. */
export class RotatedBasemaps {
  /** Clip path with the map's outline; there once `load` is done. */
  readonly edgeId = 'turned-map-edge';
  private readonly standard: Basemap;
  private readonly geometry: string;
  private globe: Promise<Globe> | null = null;
  private loaded: Globe | null = null;
  private holder: SVGSVGElement | null = null;
  /** By meridian, the one that was asked for last at the end. */
  private readonly made = new Map<number, { readonly basemap: Basemap; readonly defs: SVGElement }>();

  /** @param geometry address of the base map's shapes, `basemap.geometry` of the release's atlas.json */
  constructor(standard: Basemap, geometry: string) {
    this.standard = standard;
    this.geometry = geometry;
  }

  /** Fetches what turning needs. Throws a FileError in words for readers; the next call tries again. */
  async load(): Promise<void> {
    this.globe ??= this.fetch();
    try {
      this.loaded = await this.globe;
    } catch (error) {
      this.globe = null;
      throw error;
    }
  }

  /** Outlines of the land that follow a reader's hand; null until `load` is done. */
  get sketch(): LandSketch | null {
    return this.loaded?.sketch ?? null;
  }

  /** The base map under a meridian in whole degrees. Throws a FileError if the shapes do not come. */
  async at(meridian: number): Promise<Basemap> {
    if (this.loaded === null && wrap(meridian) !== CENTRAL_MERIDIAN) await this.load();
    return this.ready(meridian) ?? this.standard;
  }

  /** As `at`, without waiting: null if the shapes are not there yet. */
  ready(meridian: number): Basemap | null {
    const middle = wrap(meridian);
    if (middle === CENTRAL_MERIDIAN) return this.standard;
    if (!this.loaded) return null;
    const known = this.made.get(middle);
    const entry = known ?? this.make(middle, this.loaded);
    this.made.delete(middle);
    this.made.set(middle, entry);
    for (const [old, { defs }] of this.made) {
      if (this.made.size <= MOST) break;
      defs.remove();
      this.made.delete(old);
    }
    return entry.basemap;
  }

  private async fetch(): Promise<Globe> {
    const [topology, globe] = await Promise.all([
      fetchJson(this.geometry),
      importAnew(() => import('./globe.ts')),
    ]);
    if (!isBasemap(topology)) throw new FileError('The base map came damaged: it holds no places.');
    const sketch = new globe.LandSketch(topology);
    this.add(`<clipPath id="${this.edgeId}"><path d="${globe.edgePath()}"/></clipPath>`);
    return { topology, symbols: globe.basemapSymbols, sketch };
  }

  private make(meridian: number, { symbols, topology }: Globe) {
    const prefix = `map${String((meridian + 360) % 360)}-`;
    const defs = this.add(symbols(topology, meridian, prefix));
    return { defs, basemap: { href: '', prefix, areas: this.standard.areas } };
  }

  /** Puts symbols into the page, out of sight. */
  private add(markup: string): SVGElement {
    if (!this.holder) {
      this.holder = document.createElementNS(SVG, 'svg');
      for (const [name, value] of Object.entries({
        class: 'map-symbols',
        'aria-hidden': 'true',
        width: 0,
        height: 0,
      }))
        this.holder.setAttribute(name, String(value));
      document.body.append(this.holder);
    }
    const defs = document.createElementNS(SVG, 'defs');
    defs.innerHTML = markup;
    this.holder.append(defs);
    return defs;
  }
}

const isBasemap = (value: unknown): value is BasemapTopology => {
  const { type, arcs, objects } = (value ?? {}) as Partial<BasemapTopology>;
  return type === 'Topology' && Array.isArray(arcs) && Array.isArray(objects?.places?.geometries);
};
