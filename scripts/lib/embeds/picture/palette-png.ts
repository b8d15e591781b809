import { crc32, deflateSync } from 'node:zlib';

/** Most colours that a PNG with a palette may have. */
const MOST = 256;

/**
 * An opaque picture as PNG. Drawings have few colours: a palette says them in a byte a pixel. Where edges that are smoothed and colours
 * that shine through make more than 256, the rarest take the nearest of the others.
 * @param pixels red, green, blue and opacity, a byte each
 */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const { colours, numbers } = colourNumbers(words);
  const { kept, places } = paletteOf(colours);
  // Each row begins with its filter: none (0), as places in a palette do not follow from each other.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    to += 1;
    for (const end = from + width; from < end; from += 1, to += 1) rows[to] = places[numbers[from] ?? 0] ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, by palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(kept.flatMap(({ red, green, blue }) => [red, green, blue]))),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Of deflate: one more takes two fifths more time for a hundredth of the bytes. */
const LEVEL = 5;

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  count: number;
}

/** Kept from one picture to the next: to be given new memory costs as much as to fill it. */
let scratch = new Uint32Array(0);

/** The colours of a picture, and of each pixel the number of its colour. Neighbours are mostly alike, so that few are looked up. */
function colourNumbers(words: Uint32Array): { colours: readonly Colour[]; numbers: Uint32Array } {
  const { length } = words;
  if (scratch.length < length) scratch = new Uint32Array(length);
  const numbers = scratch;
  const known = new Map<number, number>();
  const colours: Colour[] = [];
  for (let from = 0; from < length;) {
    const word = words[from] ?? 0;
    let number = known.get(word);
    if (number === undefined) {
      number = colours.length;
      known.set(word, number);
      // As the bytes lie in memory: the lowest is red.
      colours.push({ red: word & 255, green: (word >> 8) & 255, blue: (word >> 16) & 255, count: 0 });
    }
    let to = from;
    for (; to < length && words[to] === word; to += 1) numbers[to] = number;
    (colours[number] as Colour).count += to - from;
    from = to;
  }
  return { colours, numbers };
}

/**
 * The palette of some colours, and the place of each in it. Where they are too many, those that are seen most come first, and what can hardly be
 * told from one of them takes its place, which leaves room for colours that are rare and like no other.
 */
function paletteOf(colours: readonly Colour[]): { kept: readonly Colour[]; places: Uint8Array } {
  const kept: Colour[] = [];
  const places = new Uint8Array(colours.length);
  const order = [...colours.keys()].sort((a, b) => (colours[b]?.count ?? 0) - (colours[a]?.count ?? 0));
  const alike = colours.length > MOST ? ALIKE : 0;
  for (const number of order) {
    const colour = colours[number] as Colour;
    const [place, apart] = nearest(colour, kept);
    places[number] = place;
    if (apart > alike && kept.length < MOST) places[number] = kept.push(colour) - 1;
  }
  return { kept, places };
}

/** Three of 255 steps in each channel. */
const ALIKE = 81;

/** The colour that looks most like it, and how far it is: differences of green weigh most. */
function nearest({ red, green, blue }: Colour, among: readonly Colour[]): [place: number, apart: number] {
  let found = 0;
  let least = Infinity;
  for (let i = 0; i < among.length; i += 1) {
    const other = among[i] as Colour;
    const r = red - other.red;
    const g = green - other.green;
    const b = blue - other.blue;
    const apart = 2 * r * r + 4 * g * g + 3 * b * b;
    if (apart < least) {
      found = i;
      least = apart;
    }
  }
  return [found, least];
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
