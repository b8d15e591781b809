import { Resvg } from '@resvg/resvg-js';
import { palettePng } from './palette-png.ts';

/** Pixels of a PNG in a user unit of its picture. */
export const SCALE = 2;

/**
 * Draws SVG files as PNG, exactly `SCALE` times as wide and as high, with the letters in those font files alone: the same on every machine.
 */
export const rasteriser =
  (fontFiles: readonly string[]) =>
  (svg: string): Buffer => {
    const drawn = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: SCALE },
      font: {
        loadSystemFonts: false,
        fontFiles: [...fontFiles],
        defaultFontFamily: 'Inter',
        sansSerifFamily: 'Inter',
        serifFamily: 'Source Serif 4',
      },
    }).render();
    return palettePng(drawn.pixels, drawn.width, drawn.height);
  };
