import { textWidth, wrap } from '../../../charts/measure.ts';

/** Pixels of a slide, which are its user units: 16 to 9, as screens are. */
export const SLIDE = { width: 1920, height: 1080 } as const;

export interface SlideWords {
  /** The finding. */
  readonly headline: string;
  /** What the picture shows; null where the headline says it. */
  readonly subline: string | null;
  /** Who is missing, sources, licence, release and address, a line each. */
  readonly credits: readonly string[];
}

/** A picture that may be shown, in its own units. */
export interface SlidePicture {
  readonly width: number;
  readonly height: number;
  /** Its smallest type. */
  readonly smallest: number;
}

export interface SlideLine {
  readonly text: string;
  readonly kind: 'headline' | 'subline' | 'credit';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
}

export interface Slide<P extends SlidePicture = SlidePicture> {
  readonly lines: readonly SlideLine[];
  readonly picture: P;
  readonly place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Right end and baseline of the mark. */
  readonly mark: readonly [x: number, y: number];
  /** Pixels of the smallest type of the picture. */
  readonly smallest: number;
}

const MARGIN = 64;
const GAP = 32;
/** Room of the mark beside the credits. */
const MARK = 260;
/** Of the column of words, where they stand beside the picture. */
const COLUMN = 600;
/** Type of a picture that can be read on a screen in a room, in pixels of the slide. */
const ENOUGH = 15;

/**
 * The layout in which a picture is read best: under its words where it is wide, beside them where it is tall. Of those that can be read the
 * one with the larger picture.
 * @param pictures the drawings that there are, the one for wide places first: it says more
 */
export function slideOf<P extends SlidePicture>(words: SlideWords, pictures: readonly P[]): Slide<P> {
  const layouts = pictures.map((picture) => [under(words, picture), beside(words, picture)]);
  const read = layouts.map((some) => some.filter(({ smallest }) => smallest >= ENOUGH));
  const area = ({ place }: Slide): number => place.width * place.height;
  const best =
    read.find((some) => some.length)?.toSorted((a, b) => area(b) - area(a))[0] ??
    layouts.flat().toSorted((a, b) => b.smallest - a.smallest)[0];
  if (!best) throw new Error('A slide needs a picture.');
  return best;
}

function under<P extends SlidePicture>(words: SlideWords, picture: P): Slide<P> {
  const inner = SLIDE.width - 2 * MARGIN;
  const head = column(headOf(words, inner, [48, 42, 36]), MARGIN);
  const foot = column(creditsOf(words, inner - MARK), 0);
  const below = SLIDE.height - MARGIN + 16 - foot.height;
  const top = MARGIN + head.height + GAP;
  return placed(picture, {
    lines: [...moved(head.lines, MARGIN, 0), ...moved(foot.lines, MARGIN, below)],
    room: { x: MARGIN, y: top, width: inner, height: below - GAP - top },
    mark: [SLIDE.width - MARGIN, SLIDE.height - MARGIN + 12],
  });
}

function beside<P extends SlidePicture>(words: SlideWords, picture: P): Slide<P> {
  const head = column(headOf(words, COLUMN, [44, 38, 32]), MARGIN);
  const foot = column(creditsOf(words, COLUMN), 0);
  const left = MARGIN + COLUMN + 2 * GAP;
  const mark = SLIDE.height - MARGIN + 12;
  return placed(picture, {
    lines: [...moved(head.lines, MARGIN, 0), ...moved(foot.lines, MARGIN, mark - 56 - foot.height)],
    room: {
      x: left,
      y: MARGIN,
      width: SLIDE.width - MARGIN - left,
      height: SLIDE.height - 2 * MARGIN,
    },
    mark: [MARGIN + COLUMN, mark],
  });
}

interface Frame {
  readonly lines: readonly SlideLine[];
  readonly room: Slide['place'];
  readonly mark: Slide['mark'];
}

/** The picture as large as its room takes it, in its middle. */
function placed<P extends SlidePicture>(picture: P, { lines, room, mark }: Frame): Slide<P> {
  const scale = Math.max(0, Math.min(room.width / picture.width, room.height / picture.height));
  const [width, height] = [picture.width * scale, picture.height * scale];
  return {
    lines,
    picture,
    mark,
    smallest: picture.smallest * scale,
    place: { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height },
  };
}

interface Written {
  readonly text: string;
  readonly kind: SlideLine['kind'];
  readonly size: number;
  /** Before the line. */
  readonly space: number;
}

/** Headline in the largest of some sizes in which it takes three lines, and what the picture shows. */
function headOf({ headline, subline }: SlideWords, width: number, sizes: readonly number[]): Written[] {
  const most = width > COLUMN ? 3 : 9;
  const size = sizes.find((one) => wrap(headline, width, one).length <= most) ?? sizes.at(-1) ?? 36;
  const small = Math.round(size * 0.62);
  return [
    ...written(headline, 'headline', width, size),
    ...(subline === null ? [] : written(subline, 'subline', width, small, small * 0.5)),
  ];
}

const creditsOf = ({ credits }: SlideWords, width: number): Written[] =>
  credits.flatMap((line) => written(line, 'credit', width, 16, 3));

const written = (words: string, kind: SlideLine['kind'], width: number, size: number, space = 0): Written[] =>
  wrap(words, width, size)
    .flatMap((line) => broken(line, width, size))
    .map((text, i) => ({ text, kind, size, space: i === 0 ? space : 0 }));

/** A word that is wider than a line, such as an address, in pieces. */
function broken(line: string, width: number, size: number): string[] {
  if (textWidth(line, size) <= width) return [line];
  let cut = line.length - 1;
  while (cut > 1 && textWidth(line.slice(0, cut), size) > width) cut -= 1;
  return [line.slice(0, cut), ...broken(line.slice(cut), width, size)];
}

/** Lines one below the other, and how high they are together. */
function column(all: readonly Written[], top: number): { lines: SlideLine[]; height: number } {
  let y = top;
  const lines = all.map(({ text, kind, size, space }) => {
    const leading = size * (kind === 'headline' ? 1.2 : 1.36);
    y += space + leading;
    return { text, kind, size, x: 0, y: y - leading * 0.26 };
  });
  return { lines, height: y - top };
}

const moved = (lines: readonly SlideLine[], x: number, y: number): SlideLine[] =>
  lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y }));
