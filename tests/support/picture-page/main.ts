import { standalone } from '../../../src/live/take/standalone.ts';
import type { Taken } from '../../../src/live/take/taken.ts';

/** What a test may do in a page of the built site: take its drawing as readers take it. */
declare global {
  var takeDrawing: () => Promise<string>;
}

const NOTHING = {
  title: '',
  takeaway: null,
  coverage: null,
  notes: [],
  sources: [],
  release: '',
  address: '',
  date: '',
} as unknown as Taken;

globalThis.takeDrawing = async () => {
  const drawing = document.querySelector<SVGSVGElement>('.picture-wide svg');
  if (!drawing) throw new Error('The page has no wide drawing.');
  return (await standalone(drawing, NOTHING, { theme: 'light' })).svg;
};
