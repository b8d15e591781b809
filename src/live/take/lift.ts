import { plainColour } from '../../files/colour.ts';
import type { SheetColours } from '../../files/sheet-markup.ts';
import { plainCopy } from './plain-copy.ts';
import { bringShapes } from './shapes.ts';
import { inTheme, type TakenTheme } from './theme.ts';

/** A drawing lifted off the page, whole, with the colours that it stood among. */
export interface Lifted {
  /** In a document of its own: styles in attributes, shapes of other files brought in. */
  readonly root: SVGSVGElement;
  /** In user units. */
  readonly width: number;
  readonly height: number;
  readonly colours: SheetColours;
}

/**
 * Lifts a drawing off the page. What is read of the page is read at once, so that a figure that changes meanwhile leaves no
 * mixture.
 * @throws {TakeError} where the base map does not come
 */
export async function lift(drawing: SVGSVGElement, theme: TakenTheme): Promise<Lifted> {
  const { copy, colours } = inTheme(theme, () => ({ copy: plainCopy(drawing), colours: coloursAt(drawing) }));
  await bringShapes(copy.root, copy.uses);
  return { root: copy.root, width: copy.width, height: copy.height, colours };
}

/** The page's colours of paper and ink where the drawing stands, in hexadecimal. */
function coloursAt(drawing: SVGSVGElement): SheetColours {
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  drawing.append(probe);
  const read = (token: string, fallback: string): string => {
    probe.style.fill = `var(--${token}, ${fallback})`;
    return plainColour(getComputedStyle(probe).fill)?.hex ?? fallback;
  };
  const colours = {
    paper: read('paper', '#ffffff'),
    ink: read('ink', '#000000'),
    muted: read('ink-muted', '#444444'),
    rule: read('rule', '#cccccc'),
  };
  probe.remove();
  return colours;
}
