import { contains, type Area, type Dot, type Spot } from './brush-math.ts';

/** The plot of a figure's drawing in sight, as a brush sees it: what the chart wrote into its markup (country-scatter.ts). */
export class BrushedPlot {
  private readonly figure: HTMLElement;

  constructor(figure: HTMLElement) {
    this.figure = figure;
  }

  /** Its edges in units of the drawing; null where no drawing with a plot is in sight. */
  get edges(): Area | null {
    const { x0, x1, y0, y1 } = this.plot?.dataset ?? {};
    return x0 && x1 && y0 && y1 ? { x0: Number(x0), x1: Number(x1), y0: Number(y0), y1: Number(y1) } : null;
  }

  get dots(): Dot[] {
    const all = this.plot?.ownerSVGElement?.querySelectorAll<SVGElement>('.country-dots > [data-c]') ?? [];
    return [...all].map((dot) => ({
      code: dot.dataset['c'] ?? '',
      at: [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))],
    }));
  }

  /** A place of the window in units of the drawing; null where it is not over the plot and has to be. */
  spotOf({ clientX, clientY }: MouseEvent, where: 'over' | 'anywhere'): Spot | null {
    const { edges } = this;
    const matrix = this.plot?.getScreenCTM();
    if (!edges || !matrix) return null;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return where === 'anywhere' || contains(edges, [x, y]) ? [x, y] : null;
  }

  /** Draws an area over the plot, or takes it away. */
  draw(area: Area | null): void {
    for (const old of this.figure.querySelectorAll('.brushed')) old.remove();
    const svg = this.plot?.ownerSVGElement;
    if (!area || !svg) return;
    const rect = document.createElementNS(svg.namespaceURI, 'rect') as SVGRectElement;
    rect.setAttribute('class', 'brushed');
    const { x0, x1, y0, y1 } = area;
    for (const [name, value] of Object.entries({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }))
      rect.setAttribute(name, String(value));
    svg.append(rect);
  }

  private get plot(): SVGRectElement | null {
    const all = this.figure.querySelectorAll<SVGRectElement>('.picture .plot-area');
    return [...all].find((plot) => plot.getClientRects().length > 0) ?? null;
  }
}
