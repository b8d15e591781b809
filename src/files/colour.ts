/** A colour that every reader of SVG knows, and its opacity from 0 to 1. */
export interface PlainColour {
  readonly hex: string;
  readonly opacity: number;
}

/**
 * A colour as browsers compute it (CSS Color 4: `rgb()`, `color(srgb …)` and `oklab()` of color-mix), in hexadecimal; null for what
 * is no such colour: `none`, `url(…)`. Programs other than browsers know hexadecimal alone.
 */
export function plainColour(computed: string): PlainColour | null {
  const match = /^(rgba?|color|oklab)\((.*)\)$/.exec(computed.trim());
  if (!match) return null;
  const [, name, inside = ''] = match;
  const parts = inside.split(/[\s,/]+/).filter(Boolean);
  if (name === 'color' && parts.shift() !== 'srgb') return null;
  const [a = NaN, b = NaN, c = NaN, opacity = 1] = parts.map(component);
  const channels =
    name === 'oklab' ? fromOklab(a, b, c) : name === 'color' ? [a, b, c] : [a, b, c].map((v) => v / 255);
  if (![...channels, opacity].every(Number.isFinite)) return null;
  return { hex: `#${channels.map(byte).join('')}`, opacity: Math.min(1, Math.max(0, opacity)) };
}

const component = (part: string): number =>
  part === 'none' ? 0 : part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part);

const byte = (channel: number): string =>
  Math.round(Math.min(1, Math.max(0, channel)) * 255)
    .toString(16)
    .padStart(2, '0');

/** After Ottosson (2020), "A perceptual color space for image processing", with the matrices of CSS Color 4. */
function fromOklab(lightness: number, a: number, b: number): number[] {
  const [l, m, s] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((v) => v ** 3) as [number, number, number];
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((v) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
}
