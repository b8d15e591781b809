import type { Asked } from '../views/params.ts';

/** A click on a flow chooses its two countries, a click on a place chooses that place. The selects do the same by keyboard. */
export function pick(figure: HTMLElement, choose: (asked: Asked) => void): void {
  figure.addEventListener('click', (event) => {
    const mark =
      event.target instanceof Element ? event.target.closest<SVGElement>('[data-o], [data-c]') : null;
    const { o, d, c } = mark?.dataset ?? {};
    if (o && d) choose({ country: o, partner: d });
    else if (c) choose({ country: c, partner: null });
  });
}
