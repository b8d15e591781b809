import { sizeWords } from './size.ts';
import { stop } from './problem.ts';

/** Browsers give megabytes at a time. What is made of a small piece is gone before it costs memory, which is twice as fast. */
const PIECE_BYTES = 1 << 16;

/**
 * The bytes of a file in pieces, unpacked if it is gzipped. Reading goes on only as pieces are taken.
 * @param onBytes told how many bytes of the file itself have been read so far
 * @throws {FileProblem} if the file cannot be read, or is no sound gzip file
 */
export async function* bytesOf(
  file: Blob,
  gzip: boolean,
  onBytes: (read: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      read += piece.length;
      onBytes(read);
      controller.enqueue(piece);
    },
  });
  const counted = file.stream().pipeThrough(counter);
  const reader = (gzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader();
  let unpacked = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => explain(error, gzip, unpacked));
      if (done) return;
      unpacked += value.length;
      for (let at = 0; at < value.length; at += PIECE_BYTES) yield value.subarray(at, at + PIECE_BYTES);
    }
  } finally {
    // Where the reading ends early the file is let go; that it failed is known already.
    await reader.cancel().catch(() => undefined);
  }
}

/** The first bytes of a file, unpacked if it is gzipped, at most `most`; and whether that is all. */
export async function headOf(
  file: Blob,
  gzip: boolean,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  for await (const piece of bytesOf(file, gzip)) {
    pieces.push(piece);
    length += piece.length;
    if (length <= most) continue;
    whole = false;
    break;
  }
  const bytes = new Uint8Array(Math.min(length, most));
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, bytes.length - at);
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, whole };
}

function explain(error: unknown, gzip: boolean, unpacked: number): never {
  if (error instanceof DOMException)
    stop(
      'The file could not be read: it was moved, deleted or changed since it was chosen. Choose it again.',
    );
  if (gzip)
    stop(
      `The gzip file is damaged or cut short: it could be unpacked only up to ${sizeWords(unpacked)}. ` +
        'Get it anew; if it was put together from several files, unpack it first.',
    );
  stop(
    `The file could not be read (${error instanceof Error ? error.message : String(error)}). Choose it again.`,
  );
}
