import type { Camera } from '../../charts/camera.ts';
import { cameraBar, CENTRES, centreWords } from './camera-bar.ts';
import { centreOf, isWhole, MOST_ZOOM, panBy, windowOf, zoomOf } from '../../charts/camera-math.ts';
import { degrees, sameCamera } from '../../charts/camera-text.ts';
import type { Move } from './gestures.ts';
import type { Anchors } from './map-camera.ts';

/**
 * The buttons of a map, in the figure but outside of what is drawn: `[data-map-tools]` of the page, or one of its own. It
 * shows where the camera is and says what the reader wants; it moves nothing.
 */
export class CameraButtons {
  private readonly bar: HTMLElement;
  private readonly select: HTMLSelectElement;
  private chosen: Anchors['chosen'] = null;
  private shown: Camera | null = null;

  /** @param centred the reader chose a meridian, or a place (then with its latitude) to stand in the middle */
  constructor(
    figure: HTMLElement,
    moved: (move: Move) => void,
    centred: (lon: number, lat: number | null) => void,
  ) {
    this.bar = barOf(figure);
    this.bar.inert = false;
    const select = this.bar.querySelector<HTMLSelectElement>('[data-centre]');
    if (!select) throw new Error('The bar of the map has no list of centres.');
    this.select = select;
    this.bar.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-move]') : null;
      const move = button?.dataset['move'];
      if (button && move && button.getAttribute('aria-disabled') !== 'true') moved(move as Move);
    });
    select.addEventListener('change', () => {
      if (select.value === 'chosen') {
        if (this.chosen) centred(this.chosen.lon, this.chosen.lat);
      } else centred(Number(select.value), null);
    });
  }

  show(camera: Camera, { chosen }: Anchors): void {
    if (this.shown && sameCamera(camera, this.shown) && chosen?.name === this.chosen?.name) return;
    this.shown = camera;
    const zoom = zoomOf(camera);
    const shown = this.bar.querySelector('.map-zoom');
    if (shown) shown.textContent = `${zoom < 9.95 ? Number(zoom.toFixed(1)) : Math.round(zoom)} ×`;
    const { y } = windowOf(camera);
    const can = {
      in: zoom < MOST_ZOOM - 0.01,
      out: !isWhole(camera),
      north: windowOf(panBy(camera, 0, -1)).y < y,
      south: windowOf(panBy(camera, 0, 1)).y > y,
    };
    // Not `disabled`: the focus would fall out of a button that is pressed until it has nothing left to do.
    for (const [move, possible] of Object.entries(can))
      this.bar.querySelector(`[data-move="${move}"]`)?.setAttribute('aria-disabled', String(!possible));
    this.chosen = chosen;
    this.list(camera);
  }

  /** Says below the buttons why a move did not come about; null takes it away. */
  note(words: string | null): void {
    const line = this.bar.querySelector<HTMLElement>('.map-note');
    if (!line) return;
    line.textContent = words;
    line.hidden = words === null;
  }

  /** Names what is in the middle: a choice of the list where it is just that, else its degrees. */
  private list(camera: Camera): void {
    const { lat } = centreOf(camera);
    const lon = isWhole(camera) ? camera.meridian : centreOf(camera).lon;
    const middle = Math.round(lon);
    const preset = isWhole(camera) ? CENTRES.find((c) => c.lon === middle) : undefined;
    const isChosen =
      !preset &&
      this.chosen !== null &&
      near(lon, this.chosen.lon) &&
      (isWhole(camera) || near(lat, this.chosen.lat));
    const words = isWhole(camera) ? centreWords(lon) : `${degrees(lat, 'N', 'S')}, ${degrees(lon, 'E', 'W')}`;
    const options: [value: string, words: string][] = [
      ...(preset || isChosen ? [] : [['now', words] as [string, string]]),
      ...CENTRES.map(({ name, lon: at }): [string, string] => [String(at), name]),
      ...(this.chosen ? [['chosen', this.chosen.name] as [string, string]] : []),
    ];
    const { select } = this;
    if (
      [...select.options].map((o) => `${o.value} ${o.text}`).join() !== options.map((o) => o.join(' ')).join()
    )
      select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
    select.value = preset ? String(preset.lon) : isChosen ? 'chosen' : 'now';
  }
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.75;

/** The bar of the page, or one that is put before the body of the figure. */
function barOf(figure: HTMLElement): HTMLElement {
  const there = figure.querySelector<HTMLElement>('[data-map-tools]');
  if (there) return there;
  const template = document.createElement('template');
  template.innerHTML = cameraBar();
  const bar = template.content.firstElementChild as HTMLElement;
  const body = figure.querySelector('[data-figure-body]');
  if (body) body.before(bar);
  else figure.prepend(bar);
  return bar;
}
