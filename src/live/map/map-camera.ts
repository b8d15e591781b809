import { STANDARD_CAMERA, type Camera } from '../../charts/camera.ts';
import { message } from '../message.ts';
import { CameraButtons } from './camera-buttons.ts';
import { centreOn, isWhole, shaped, windowOf, zoomBy, zoomOf, zoomStep } from '../../charts/camera-math.ts';
import { cameraWords, sameCamera, settleCamera } from '../../charts/camera-text.ts';
import { Drawing } from './drawing.ts';
import { listen, type Gestured, type Move } from './gestures.ts';
import { between, Glide } from './glide.ts';
import { Hint } from './hint.ts';
import { dragged, stepOf } from './moves.ts';
import { preview } from './preview.ts';
import type { RotatedBasemaps } from './rotated-basemap.ts';

/** What moved the camera. */
export type How = 'gesture' | 'key' | 'button';

export interface Anchors {
  /** The country that the reader chose, which the map can be centred on. */
  readonly chosen: { readonly name: string; readonly lon: number; readonly lat: number } | null;
  /** Degrees of a place, by its code; null where there is none. */
  at(iso3: string): readonly [lon: number, lat: number] | null;
}

export interface CameraOptions {
  readonly camera: Camera;
  readonly basemaps: RotatedBasemaps;
  anchors(): Anchors;
  /** Other figures whose maps are looked at by the same camera: they move along. */
  readonly others?: () => readonly HTMLElement[];
  /**
   * The camera came to rest: draw the map anew. The base map of its meridian is ready (`basemaps.ready`). Until then the old
   * drawing shows about the same, by attributes that a new one overwrites.
   */
  changed(camera: Camera, how: How): void;
  /** Tells readers who do not see it. */
  say(words: string): void;
}

/** A wheel that stands still for so long has come to rest, ms. */
const REST = 120;
/** Moves the map of a figure by mouse, touch, keys and buttons. Which camera is shown is the caller's to keep. */
export class MapCamera implements Gestured {
  private readonly figure: HTMLElement;
  private readonly options: CameraOptions;
  private readonly buttons: CameraButtons;
  private readonly hints: Hint;
  private readonly glide: Glide;
  /** What is settled. */
  private camera: Camera;
  /** Where the reader is on the way to; not yet rounded. */
  private live: Camera;
  private held = false;
  private how: How = 'gesture';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  /** Whether the drawing shows something else than what was settled. */
  private moved = false;
  /** Counts moves: what was waited for may come too late. */
  private moves = 0;

  constructor(figure: HTMLElement, options: CameraOptions) {
    this.figure = figure;
    this.options = options;
    this.camera = this.live = options.camera;
    figure.classList.add('map-figure');
    this.hints = new Hint(figure);
    this.glide = new Glide();
    this.buttons = new CameraButtons(
      figure,
      (move) => this.move(move, 'button'),
      (lon, lat) => this.centre(lon, lat),
    );
    this.buttons.show(this.camera, options.anchors());
    listen(figure, this);
  }

  /** Shows another camera in the buttons, as after going back: the caller draws it. Also after another country was chosen. */
  set(camera: Camera): void {
    // What else changes on the page takes the map out of nobody's hand.
    if (!sameCamera(camera, this.camera)) {
      this.stop();
      this.camera = this.live = camera;
    }
    this.buttons.show(this.live, this.options.anchors());
  }

  on(x: number, y: number): boolean {
    return Boolean(Drawing.of(this.figure)?.at(x, y));
  }

  zoom(factor: number, x: number, y: number): boolean {
    const about = Drawing.of(this.figure)?.at(x, y);
    if (!about) return false;
    this.grab();
    const from = this.start();
    const to = zoomBy(from, factor, about);
    if (Math.abs(zoomOf(to) - zoomOf(from)) < 1e-6) return false;
    this.go(to, 'gesture');
    return true;
  }

  drag(dx: number, dy: number, y: number, mayTurn: boolean): void {
    const drawing = Drawing.of(this.figure);
    if (!drawing) return;
    this.grab();
    const from = this.start();
    if (isWhole(from) && (!mayTurn || dx === 0)) return;
    const { zoom, place } = drawing;
    this.go(dragged(from, dx / zoom, dy / zoom, windowOf(from).y + (y - place.top) / zoom), 'gesture');
  }

  step(way: 1 | -1, x: number, y: number): void {
    const about = Drawing.of(this.figure)?.at(x, y);
    if (about) this.glideTo(zoomStep(this.start(), way, about), 'gesture');
  }

  move(move: Move, how: How): void {
    if (move === 'reset') return this.reset(how);
    this.glideTo(stepOf(this.start(), move, this.options.anchors().chosen), how);
  }

  hold(): void {
    this.grab();
    this.held = true;
  }

  release(): void {
    this.held = false;
    clearTimeout(this.timer);
    void this.rest();
  }

  hint(how: 'wheel' | 'touch'): void {
    const place = Drawing.of(this.figure)?.place;
    if (place) this.hints.show(how, place);
  }

  /** A hand on a map that glides stops it where it is. */
  private grab(): void {
    if (this.glide.at) this.live = this.glide.at;
    this.glide.stop();
  }

  /** Brings a place into the middle. */
  private centre(lon: number, lat: number | null): void {
    this.glideTo(centreOn(this.start(), lon, lat), 'button');
  }

  /** Back to what the chart itself would show. */
  private reset(how: How): void {
    this.stop();
    this.how = how;
    this.live = STANDARD_CAMERA;
    void this.rest();
  }

  /** The camera that a move starts from: where a chart chose the window itself, the one that is seen. */
  private start(): Camera {
    if (this.live.window) return this.live;
    const seen = Drawing.of(this.figure)?.window;
    return seen ? { ...this.live, window: shaped(seen) } : this.live;
  }

  private go(camera: Camera, how: How): void {
    this.aim(camera, how);
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.preview(this.live);
    });
    clearTimeout(this.timer);
    if (!this.held) this.timer = setTimeout(() => void this.rest(), REST);
  }

  /** Goes there by itself, so that the reader sees where from; at once for readers who do not want motion. */
  private glideTo(camera: Camera, how: How): void {
    const from = this.glide.at ?? this.start();
    clearTimeout(this.timer);
    this.aim(camera, how);
    this.glide.run(
      (part) => {
        const at = between(from, camera, part);
        this.preview(at);
        return at;
      },
      () => void this.rest(),
    );
  }

  private aim(camera: Camera, how: How): void {
    this.moves += 1;
    this.how = how;
    this.live = camera;
    this.buttons.show(camera, this.options.anchors());
    this.buttons.note(null);
    // What turning needs is fetched while the hand is still moving. Whether it came is seen at rest.
    if (camera.meridian !== STANDARD_CAMERA.meridian) this.options.basemaps.load().catch(() => undefined);
  }

  private preview(camera: Camera): void {
    const { basemaps, anchors, others } = this.options;
    this.moved = true;
    preview([this.figure, ...(others?.() ?? [])], camera, this.camera.meridian, basemaps, anchors());
  }

  private stop(): void {
    this.moves += 1;
    this.glide.stop();
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** Settles what the reader came to, once what it needs is there. */
  private async rest(): Promise<void> {
    this.stop();
    const { moves } = this;
    let camera = settleCamera(this.live);
    try {
      await this.options.basemaps.at(camera.meridian);
    } catch (error) {
      if (moves !== this.moves) return;
      camera = this.camera;
      this.buttons.note(`The map was not turned. ${message(error)}`);
    }
    if (moves !== this.moves || this.held) return;
    const same = sameCamera(camera, this.camera);
    this.camera = this.live = camera;
    this.buttons.show(camera, this.options.anchors());
    // A drawing that was moved and came back to where it was is drawn anew too, so that nothing of the way stays.
    if (!same || this.moved) this.options.changed(camera, this.how);
    this.moved = false;
    if (!same) this.options.say(cameraWords(camera));
  }
}
