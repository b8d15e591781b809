import type { Element } from './dom.ts';
import {
  INITIAL,
  PRESENTATION,
  presentationOf,
  type Presentation,
} from '../../../../src/files/presentation.ts';
import { xmlText } from '../../../../src/files/xml.ts';
import { computedColour } from './colour.ts';
import { splitList, type StyleRule } from './style-sheet.ts';

/** How an element looks, and what those inside it take from it. */
export interface Style {
  /** What readers of the file know of here: `presentationOf`. */
  readonly inherited: Presentation;
  /** The attributes that say it, as markup with a space before each. */
  readonly attributes: string;
  readonly display: string;
  readonly overflow: string;
  /** Number of this style, the same for equal ancestors. */
  readonly id: number;
  readonly values: Values;
}

/** Properties as they are computed, and variables by their name with its two hyphens. */
type Values = Readonly<Record<string, string>>;
type Declarations = StyleRule['declarations'];

/** Properties without an attribute: of the page, of pointers, or written once for the whole file. */
const OF_THE_PAGE = new Set([
  'border',
  'color-scheme',
  'font-variant-numeric',
  'forced-color-adjust',
  'height',
  'max-width',
  'pointer-events',
]);
const COLOURS = new Set(['color', 'fill', 'stroke', 'stop-color']);
const INHERITED = new Set([...Object.keys(INITIAL), 'color']);
const OTHERS = new Set(['color', 'display', 'overflow']);
/** Of properties that are not inherited, where nothing says otherwise. */
const UNSAID: Presentation = { 'stop-color': '#000000' };
const MOST_VARIABLES = 20;

/**
 * Computes what style sheets give the elements of a drawing, as a browser does with a light page, and says it in attributes.
 * Drawings of an atlas are made of the same few kinds of elements: a style is computed once for each kind of element
 * inside of the same ancestors.
 */
export class Styler {
  private readonly rules: readonly StyleRule[];
  private readonly matched = new Map<string, { id: number; declarations: Declarations }>();
  private readonly styles = new Map<string, Style>();
  /** What stands around everything. */
  readonly outside: Style = {
    inherited: INITIAL,
    attributes: '',
    display: 'inline',
    overflow: 'visible',
    id: 0,
    values: {},
  };
  /** Kinds of elements by the number of their style: ancestors may differ for rules where they are equal in looks. */
  private readonly kinds = new Map<number, number>([[0, 0]]);

  constructor(rules: readonly StyleRule[]) {
    const unknown = new Set(
      rules
        .flatMap(({ declarations }) => declarations.map(([property]) => property))
        .filter((name) => !name.startsWith('--') && !OF_THE_PAGE.has(name))
        .filter((name) => !PRESENTATION.has(name) && !OTHERS.has(name)),
    );
    if (unknown.size)
      throw new Error(
        `The pictures of embeds cannot follow these properties of the charts' styles: ${[...unknown].join(', ')}.`,
      );
    this.rules = rules;
  }

  /** The style of an element whose parent has the style `around`. */
  of(element: Element, around: Style): Style {
    const kind = this.kindOf(element, around);
    const hints = Object.entries(element.attribs).filter(([name]) => PRESENTATION.has(name));
    const key = `${around.id} ${kind.id} ${hints.map(([name, value]) => `${name}=${value}`).join(';')}`;
    const before = this.styles.get(key);
    if (before) return before;
    const style = this.compute(hints, kind.declarations, around);
    this.styles.set(key, style);
    this.kinds.set(style.id, kind.id);
    return style;
  }

  /** The declarations for an element, weakest first, and a number for its kind. */
  private kindOf(element: Element, around: Style): { id: number; declarations: Declarations } {
    const named = Object.keys(element.attribs).filter((name) => name.startsWith('data-'));
    const key = `${this.kinds.get(around.id) ?? 0} ${element.name}.${element.attribs['class'] ?? ''} ${named.join()}`;
    const before = this.matched.get(key);
    if (before) return before;
    const declarations = this.rules
      .filter(({ matches }) => matches(element))
      .flatMap((rule) => rule.declarations);
    const kind = { id: this.matched.size + 1, declarations };
    this.matched.set(key, kind);
    return kind;
  }

  private compute(
    hints: readonly (readonly [string, string])[],
    declared: Declarations,
    around: Style,
  ): Style {
    const given: Record<string, string> = {};
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(around.values))
      if (name.startsWith('--') || INHERITED.has(name)) values[name] = value;
    for (const [name, value] of [...hints, ...declared]) given[name] = value;
    for (const [name, value] of Object.entries(given)) if (name.startsWith('--')) values[name] = value;
    // Variables may be of variables that the same element gives.
    for (const name of Object.keys(given))
      if (name.startsWith('--'))
        values[name] = put(given[name] ?? '', {
          ...values,
          [name]: around.values[name] ?? INITIAL[name] ?? UNSAID[name] ?? '',
        });
    const colour = given['color'];
    if (colour !== undefined) values['color'] = computedColour(put(colour, values));
    for (const [name, written] of Object.entries(given)) {
      if (name.startsWith('--') || name === 'color' || written === 'inherit') continue;
      const value = put(written, values);
      if (name === 'font-weight') values[name] = wholeWeight(value);
      else if (!COLOURS.has(name)) values[name] = value;
      else if (value.toLowerCase() === 'currentcolor') values[name] = values['color'] ?? 'rgb(0 0 0)';
      else values[name] = computedColour(value);
    }
    const { inherited, attributes } = presentationOf(
      { getPropertyValue: (name) => values[name] ?? INITIAL[name] ?? UNSAID[name] ?? '' },
      around.inherited,
    );
    return {
      inherited,
      attributes: Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
        .join(''),
      display: given['display'] ?? 'inline',
      overflow: given['overflow'] ?? 'hidden',
      id: this.styles.size + 1,
      values,
    };
  }
}

/** Programs other than browsers know hundreds alone. Those between stand for the next one, as browsers have it with fonts of few weights. */
const wholeWeight = (weight: string): string =>
  /^\d+$/.test(weight) ? String(Math.ceil(Number(weight) / 100) * 100) : weight === 'bold' ? '700' : '400';

/** Puts variables into a value: `var(--a)`, `var(--a, otherwise)`. One that is not known makes the value empty. */
function put(value: string, variables: Values): string {
  let now = value;
  for (let i = 0; now.includes('var('); i += 1) {
    if (i > MOST_VARIABLES) throw new Error(`The variables of "${value}" are of each other.`);
    now = now.replace(/var\(((?:[^()]|\([^()]*\))*)\)/, (_all, inside: string) => {
      const [name = '', ...otherwise] = splitList(inside);
      return variables[name] ?? otherwise.join(',');
    });
  }
  return now;
}
