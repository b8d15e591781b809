import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { UserError } from './errors.ts';
import type { RecordFile } from './records.ts';
import { replaceWhole } from './whole.ts';

/** Whether a file is there with the size and checksum of its record. */
export async function isThere(path: string, file: RecordFile): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found || found.size !== file.bytes) return false;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex') === file.sha256;
}

/** How long a server may leave us without an answer, or without another byte of it. */
const PATIENCE = 60_000;

/**
 * Brings one file of a record to `target`, from a mirror folder or by its URL. It lands whole and checked, or not at all.
 * @param patience milliseconds without an answer or another byte after which the server is given up
 * @throws {UserError} that says which file, what was wrong with it and what to do
 */
export async function bring(
  file: RecordFile,
  target: string,
  mirror: string | null,
  patience: number = PATIENCE,
): Promise<void> {
  await replaceWhole(target, async (temporary) => {
    const hash = createHash('sha256');
    let bytes = 0;
    const stalled = new AbortController();
    const timer = setTimeout(
      () =>
        stalled.abort(
          new UserError(
            `${file.path}: ${mirror ?? file.url} sent nothing for ${patience / 1000} s, after ${bytes} of ${file.bytes} bytes. ${AGAIN}`,
          ),
        ),
      patience,
    );
    const check = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        timer.refresh();
        bytes += chunk.length;
        hash.update(chunk);
        // A body that never ends must not fill the disk: stop as soon as it is longer than recorded.
        if (bytes > file.bytes)
          done(new UserError(mismatch(file, `it is longer than the ${file.bytes} bytes recorded`)));
        else done(null, chunk);
      },
    });
    try {
      const body = mirror ? await fromMirror(file, mirror) : await fromWeb(file, stalled.signal);
      await pipeline(body, check, createWriteStream(temporary), { signal: stalled.signal });
    } catch (error) {
      stalled.signal.throwIfAborted();
      // This is how fetch says that the other side went away.
      if (error instanceof TypeError)
        throw new UserError(
          `${file.path}: the connection to ${file.url} broke off after ${bytes} of ${file.bytes} bytes (${causeOf(error)}). ${AGAIN}`,
        );
      throw error;
    } finally {
      clearTimeout(timer);
    }
    if (bytes !== file.bytes)
      throw new UserError(mismatch(file, `${bytes} bytes came, ${file.bytes} are recorded`));
    const sha256 = hash.digest('hex');
    if (sha256 !== file.sha256)
      throw new UserError(mismatch(file, `its sha256 is ${sha256}, not ${file.sha256}`));
  });
}

async function fromMirror(file: RecordFile, mirror: string): Promise<Readable> {
  const path = join(mirror, file.path);
  if (!(await stat(path).catch(() => null))?.isFile())
    throw new UserError(
      `${file.path}: not in the mirror folder ${mirror}. Leave out --mirror to fetch it by its URL.`,
    );
  return createReadStream(path);
}

async function fromWeb(file: RecordFile, signal: AbortSignal): Promise<Readable> {
  if (!file.url)
    throw new UserError(
      `${file.path} has no URL: it was rebuilt from ${file.rebuilt_from ?? 'several files'}. Bring it from a folder that holds it: --mirror FOLDER.`,
    );
  const response = await fetch(file.url, {
    signal,
    headers: { 'user-agent': 'crosscurrents-atlas' },
  }).catch((error: Error) => {
    signal.throwIfAborted();
    throw new UserError(`${file.path}: ${file.url} cannot be reached (${causeOf(error)}). ${AGAIN}`);
  });
  if (!response.ok || !response.body)
    throw new UserError(
      `${file.path}: ${file.url} answered ${response.status} ${response.statusText}. ${AGAIN}`,
    );
  return Readable.fromWeb(response.body as ReadableStream);
}

const AGAIN = 'Nothing was kept. Try again, or use --mirror FOLDER.';

/** What lies under fetch's own "fetch failed"; where it tried several addresses, there is only a code. */
function causeOf({ cause, message }: Error): string {
  if (!(cause instanceof Error)) return message;
  return cause.message || ((cause as NodeJS.ErrnoException).code ?? message);
}

const mismatch = (file: RecordFile, what: string): string =>
  `${file.path}: ${what}. Nothing was kept. If the publisher has a new edition, record it in data/sources/ with its own URL, size and sha256.`;
