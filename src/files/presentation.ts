import { plainColour } from './colour.ts';

/** What a style sheet gave an element, as the attributes of SVG that say the same. */
export type Presentation = Readonly<Record<string, string>>;

/** What elements that say nothing take from the element around them, and what it is at the root. */
const INHERITED: Presentation = {
  fill: '#000000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  'clip-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
  'font-family': '',
  'font-size': '16',
  'font-style': 'normal',
  'font-weight': '400',
  'letter-spacing': 'normal',
  'word-spacing': '0',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  visibility: 'visible',
};
/** What holds for an element alone. */
const OWN: Presentation = {
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  'vector-effect': 'none',
  'stop-color': '#000000',
  'stop-opacity': '1',
};

/** Attributes that `presentationOf` writes anew, and that are not copied. */
export const PRESENTATION: ReadonlySet<string> = new Set([...Object.keys(INHERITED), ...Object.keys(OWN)]);

/** What holds outside of the drawing. */
export const INITIAL: Presentation = INHERITED;

const FAMILIES = {
  serif: "'Source Serif 4', 'Source Serif Pro', Georgia, 'Times New Roman', serif",
  sans: "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
  mono: "'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
} as const;
/** Our families, with what readers may have where they do not have them. */
export const familyStack = (family: keyof typeof FAMILIES): string => FAMILIES[family];

/**
 * The attributes that make an element look as a computed style does. `style` needs `getPropertyValue` alone.
 * @param around what is inherited: what this gave for the element around
 * @returns all that is inherited from here on, and the attributes that differ from what a reader would assume
 */
export function presentationOf(
  style: Pick<CSSStyleDeclaration, 'getPropertyValue'>,
  around: Presentation,
): { readonly inherited: Presentation; readonly attributes: Presentation } {
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const [fill, stroke, stop] = (['fill', 'stroke', 'stop'] as const).map((name) =>
    paint(read(name === 'stop' ? 'stop-color' : name), read(`${name}-opacity`)),
  ) as [Paint, Paint, Paint];
  const painted: Presentation = {
    fill: fill.colour,
    'fill-opacity': fill.opacity,
    stroke: stroke.colour,
    'stroke-opacity': stroke.opacity,
    'stop-color': stop.colour,
    'stop-opacity': stop.opacity,
    'font-family': family(read('font-family')),
  };
  const value = (name: string, usual: string): string => painted[name] ?? (plain(read(name)) || usual);
  const inherited = Object.fromEntries(
    Object.entries(INHERITED).map(([name, usual]) => [name, value(name, usual)]),
  );
  const changed = Object.entries(inherited).filter(([name, now]) => now !== around[name]);
  const own = Object.entries(OWN)
    .map(([name, usual]) => [name, value(name, usual)] as const)
    .filter(([name, now]) => now !== OWN[name]);
  return { inherited, attributes: Object.fromEntries([...changed, ...own]) };
}

interface Paint {
  readonly colour: string;
  readonly opacity: string;
}

/** Colours that let through are a colour and an opacity: attributes of SVG 1.1 know no other way. */
function paint(computed: string, opacity: string): Paint {
  const colour = plainColour(computed);
  const own = Number(opacity || 1);
  if (!colour) return { colour: plain(computed) || 'none', opacity: short(own) };
  return { colour: colour.hex, opacity: short(own * colour.opacity) };
}

const short = (value: number): string => String(Number(value.toFixed(4)));

/** Lengths without their unit, which is that of the drawing; references without the address of the page. */
const plain = (computed: string): string =>
  computed
    .replace(/url\(\s*["']?[^"')#]*#([^"')]+)["']?\s*\)/g, 'url(#$1)')
    .replace(/(-?[\d.]+)px/g, '$1')
    .replace(/(?<=\d),\s*(?=\d)/g, ' ');

function family(computed: string): string {
  if (/mono/i.test(computed)) return FAMILIES.mono;
  return /serif/i.test(computed.replace(/sans-serif/gi, '')) ? FAMILIES.serif : FAMILIES.sans;
}
