/** Widths of a column and of a page of most journals, and the densities that they ask for. */
export const PRINT_WIDTHS = [85, 180] as const;
export const PRINT_DPI = [300, 600] as const;

/** A width on paper at a density. */
export interface PrintSize {
  /** Millimetres. */
  readonly width: (typeof PRINT_WIDTHS)[number];
  readonly dpi: (typeof PRINT_DPI)[number];
}

const MM_IN_INCH = 25.4;
const POINTS_IN_INCH = 72;
/** Smaller type is refused by journals, and not read. Points. */
export const SMALLEST_TYPE = 6;

/** Which of a figure's two drawings is laid out for a width on paper. */
export const drawingFor = (width: PrintSize['width']): 'narrow' | 'wide' => (width < 120 ? 'narrow' : 'wide');

/** Pixels of a width on paper. */
export const pixelsOf = ({ width, dpi }: PrintSize): number => Math.round((width / MM_IN_INCH) * dpi);

/**
 * The smallest type of an SVG file when it is printed so wide, in points.
 * @param across its width in user units
 */
export function smallestType(svg: string, across: number, width: number): number {
  const sizes = [...svg.matchAll(/ font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  return (Math.min(...sizes) * (width / MM_IN_INCH) * POINTS_IN_INCH) / across;
}
