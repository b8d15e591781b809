import type { LayerId } from '../model/layer.ts';
import type { Places } from '../model/country.ts';
import type { Markup } from './svg.ts';

/** What every chart is told beside its rows. */
export interface Frame {
  /** Width in CSS pixels that the figure is drawn for; the chart chooses its height and writes a viewBox. */
  readonly width: number;
  /** Unique on the page: prefix of every id inside the SVG. */
  readonly id: string;
  /** Text alternative, written as <title> and <desc> and tied by aria-labelledby. */
  readonly title: string;
  readonly desc: string;
}

/** The shared base map: symbols in Equal Earth, see basemap-symbols.ts. */
export interface Basemap {
  /** URL of the symbol file, relative to the page; empty where the symbols stand in the page. Charts write `<use href="{href}#{prefix}{iso3}">`. */
  readonly href: string;
  /** What the symbols' ids begin with, where they stand in a page with ids of its own. */
  readonly prefix?: string;
  /** ISO alpha-3 of the places that have an area large enough to see; every other place is drawn as a point. */
  readonly areas: ReadonlySet<string>;
}

/** A chart is pure: input and frame in, SVG text out. Styling is by class and custom property (src/styles/charts.css), never by inline style. */
export type Chart<Input> = (input: Input, frame: Frame) => Markup;

/** What map charts need beside their rows. */
export interface MapSetting {
  readonly places: Places;
  readonly basemap: Basemap;
  readonly layer: LayerId;
}
