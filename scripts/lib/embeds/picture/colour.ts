import { transform, type CssColor } from 'lightningcss';

const known = new Map<string, string>();

/**
 * A colour as browsers compute it, of any way in which CSS writes one: "rgb(34 103 176 / 0.24)", "oklab(0.6 0.1 0 / 1)". What is no colour
 * (`none`, `url(#a)`) is given back as it is. Variables are put in before. Of two
 * colours for light and dark pages it is the light one.
 */
export function computedColour(written: string): string {
  const before = known.get(written);
  if (before !== undefined) return before;
  const computed = reckon(written);
  known.set(written, computed);
  return computed;
}

function reckon(written: string): string {
  if (/^(none|url\(|context-)/.test(written)) return written;
  let found: CssColor | undefined;
  transform({
    filename: 'colour.css',
    code: Buffer.from(`a{color:${written}}`),
    visitor: { Color: (colour) => ((found ??= colour), undefined) },
  });
  if (found === undefined) throw new Error(`"${written}" is no colour.`);
  return inWords(found, written);
}

function inWords(colour: CssColor, written: string): string {
  if (typeof colour === 'object')
    switch (colour.type) {
      case 'rgb':
        // Kept in 255 steps, of which hundredths are what was written.
        return `rgb(${colour.r} ${colour.g} ${colour.b} / ${Math.round(colour.alpha * 100) / 100})`;
      case 'srgb':
        return `color(srgb ${colour.r} ${colour.g} ${colour.b} / ${colour.alpha})`;
      case 'oklab':
        return `oklab(${colour.l} ${colour.a} ${colour.b} / ${colour.alpha})`;
      case 'light-dark':
        return inWords(colour.light, written);
    }
  throw new Error(`Pictures do not know the kind of colour of "${written}".`);
}
