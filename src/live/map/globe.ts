/** What turning the globe needs of code, fetched as one file when a reader first does so. */
export { basemapSymbols } from '../../charts/basemap-symbols.ts';
export { edgePath, LandSketch } from './land-sketch.ts';
