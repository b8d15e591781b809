/** The two widths a statistical figure is drawn for, in CSS pixels; a container query shows the one that fits. */
export const WIDTHS = { narrow: 328, wide: 704 } as const;

/** From this width of its place on, a figure shows its wide drawing. The same number stands in site.css. */
export const WIDE_FROM = 640;
