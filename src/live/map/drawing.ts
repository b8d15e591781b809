import type { MapWindow, Point } from '../../charts/projection.ts';

/**
 * The map that a figure shows now, and what can be done to it at once, before it is drawn anew. All that is done are
 * attributes of the drawing, so that whoever redraws it undoes them by writing his own.
 */
export class Drawing {
  private readonly svg: SVGSVGElement;
  private readonly inner: SVGSVGElement;
  private readonly base: SVGGElement;

  private constructor(svg: SVGSVGElement, inner: SVGSVGElement, base: SVGGElement) {
    this.svg = svg;
    this.inner = inner;
    this.base = base;
  }

  /** The drawing in sight: a built page holds one for narrow and one for wide places. Null where there is no map. */
  static of(figure: HTMLElement): Drawing | null {
    const svg = [...figure.querySelectorAll<SVGSVGElement>('.picture svg.map')].find(
      (one) => one.getClientRects().length > 0,
    );
    const inner = svg?.querySelector<SVGSVGElement>('svg.window');
    const base = inner?.querySelector<SVGGElement>('g.base');
    return svg && inner && base ? new Drawing(svg, inner, base) : null;
  }

  /** Figure pixels in a pixel of the map. */
  private get scale(): number {
    const { transform } = this.base;
    return transform.baseVal.numberOfItems ? transform.baseVal.getItem(0).matrix.a : 1;
  }

  /** Where the map stands on the screen, without the legend below it. */
  get place(): DOMRect {
    const { left, top, width } = this.svg.getBoundingClientRect();
    const shrunk = width / this.svg.viewBox.baseVal.width;
    const { width: w, height: h } = this.inner;
    return new DOMRect(left, top, w.baseVal.value * shrunk, h.baseVal.value * shrunk);
  }

  /** CSS pixels in a pixel of the map. */
  get zoom(): number {
    const { width, height } = this.place;
    const box = this.inner.viewBox.baseVal;
    return Math.min(width / box.width, height / box.height) * this.scale;
  }

  /** What is seen, in map pixels. */
  get window(): MapWindow {
    const { x, y, width, height } = this.inner.viewBox.baseVal;
    const { scale } = this;
    return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
  }

  /** Whether it shows the globe turned, for the time being. */
  get turned(): boolean {
    return this.inner.classList.contains('turning');
  }

  /** The point of the map at a place of the screen; null beside the map. */
  at(clientX: number, clientY: number): Point | null {
    const { left, top, right, bottom, width, height } = this.place;
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) return null;
    const { window, zoom } = this;
    return [
      window.x + window.width / 2 + (clientX - left - width / 2) / zoom,
      window.y + window.height / 2 + (clientY - top - height / 2) / zoom,
    ];
  }

  /** Shows another window of what is drawn. Lines and words grow with it until it is drawn anew. */
  look({ x, y, width, height }: MapWindow): void {
    const { scale } = this;
    const box = [x, y, width, height].map((v) => (v * scale).toFixed(2)).join(' ');
    if (this.inner.getAttribute('viewBox') !== box) this.inner.setAttribute('viewBox', box);
  }

  /**
   * Shows the globe turned: land by its outlines, places where they now are; flows and names wait for the drawing.
   * @param land path data in map pixels, cut off by the outline `edge`
   * @param anchor where a place of the register now is, in map pixels
   */
  turn(land: string, edgeId: string, anchor: (iso3: string) => Point | null): void {
    this.inner.classList.add('turning');
    let sketch = this.base.querySelector(':scope > .sketch');
    if (!sketch) {
      sketch = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      sketch.setAttribute('class', 'land sketch');
      sketch.setAttribute('clip-path', `url(#${edgeId})`);
      this.base.append(sketch);
    }
    sketch.setAttribute('d', land);
    const { scale } = this;
    for (const dot of this.inner.querySelectorAll<SVGElement>('.dots [data-c]')) {
      const at = anchor(dot.dataset['c'] ?? '');
      if (!at) continue;
      dot.setAttribute('cx', (at[0] * scale).toFixed(1));
      dot.setAttribute('cy', (at[1] * scale).toFixed(1));
    }
  }
}
