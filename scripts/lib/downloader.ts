import { createHash, type Hash } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { decodeAnswer } from './decode.ts';
import { Part } from './downloader-part.ts';
import { Failure, Passing, request, shown, type Answer } from './downloader-request.ts';
import { UserError } from './errors.ts';
import { counter, step } from './progress.ts';

/** What to bring, and what is known of it beforehand. */
export interface Ask {
  readonly url: string;
  /** Source and file as messages name them: "cordis-h2020, cordis-h2020projects-csv.zip". */
  readonly what: string;
  /** Most bytes that the body may have; a longer one is cut off and refused. */
  readonly maxBytes: number;
  /** Exactly these, where they are recorded. */
  readonly bytes?: number;
  readonly sha256?: string;
  /** Sent to the address itself; a redirect to another host does not get them. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Fetched {
  readonly bytes: number;
  readonly sha256: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface Options {
  /** Milliseconds that a server may leave us without an answer, or without another byte of it. */
  readonly patience: number;
  /** Attempts in a row, without much coming in between, after which a download is given up. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; each later one waits twice as long, a random part of it less. */
  readonly firstDelay: number;
  /** Milliseconds that no wait between attempts exceeds. */
  readonly longestDelay: number;
  readonly wait: (ms: number) => Promise<void>;
  readonly userAgent: string;
  /** Told of every chunk: bytes so far, and of how many where that is known. */
  readonly onProgress: (ask: Ask, bytes: number, total: number | null) => void;
}

const USUAL: Options = {
  patience: 60_000,
  attempts: 6,
  firstDelay: 1000,
  longestDelay: 120_000,
  wait: async (ms) => void (await sleep(ms)),
  userAgent: 'crosscurrents-atlas (an open atlas of academic collaboration)',
  onProgress: tellOfLarge(),
};

/** An attempt that brought this much more was worth it: it does not count against the attempts. */
const WORTH_IT = 1_000_000;

/**
 * Brings everything that the pipeline takes from the web. What may pass (no connection, a cut or silent one, 408, 429, 5xx) is
 * tried again, later each time, and not before a Retry-After; what will not (any other status, a wrong checksum, a body
 * that is too long) stops at once. Every error is a UserError that says what came, what was kept of it, and what to do.
 */
export class Downloader {
  readonly #options: Options;

  constructor(options: Partial<Options> = {}) {
    this.#options = { ...USUAL, ...options };
  }

  /**
   * Streams a body to `target`: whole, checked and renamed, or not there at all (what was there before stays). A part that
   * this run or an earlier one left, even a killed one, is gone on with where the server's validator or the recorded
   * checksum makes that safe.
   */
  async file(ask: Ask, target: string): Promise<Fetched> {
    const part = await Part.open(target, { url: ask.url, sha256: ask.sha256 ?? null });
    try {
      const fetched = await this.#persist(
        ask,
        () => this.#bring(ask, part),
        () => part.kept,
      );
      await part.place();
      return fetched;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const kept = part.kept
        ? `The first ${part.kept} bytes are kept in ${dirname(part.folder)}, and the next run goes on from there.`
        : 'Nothing was kept.';
      throw complaint(ask, error, kept);
    } finally {
      await part.leave();
    }
  }

  /** A small answer as text, decoded by the charset that it names, or else as UTF-8; a byte-order mark is dropped. */
  async text(ask: Ask): Promise<string> {
    const { bytes, headers } = await this.#memory(ask);
    const charset = /;\s*charset="?([^";\s]+)/i.exec(headers.get('content-type') ?? '')?.[1];
    return decodeAnswer(bytes, `${ask.what}: what ${shown(ask.url)} answered`, charset);
  }

  /** A small answer as JSON, in the shape that `parse` makes of it; where it throws, its message says what does not fit. */
  async json<T>(ask: Ask, parse: (value: unknown) => T): Promise<T> {
    const { bytes } = await this.#memory({ ...ask, headers: { accept: 'application/json', ...ask.headers } });
    // JSON is UTF-8, whatever its header says (RFC 8259, 8.1).
    const text = decodeAnswer(bytes, `${ask.what}: what ${shown(ask.url)} answered`);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      const beginning = text.trim().replace(/\s+/g, ' ').slice(0, 80);
      throw new UserError(
        `${ask.what}: ${shown(ask.url)} answered no JSON, but ${beginning ? `"${beginning}"` : 'nothing'}. Is this still the publisher's address for it?`,
      );
    }
    try {
      return parse(value);
    } catch (error) {
      const why = error instanceof z.core.$ZodError ? z.prettifyError(error) : (error as Error).message;
      throw new UserError(
        `${ask.what}: ${shown(ask.url)} answered in another shape than we know:\n${why}\nHas the publisher changed it? Compare with its documentation and mend the script that asks for it.`,
      );
    }
  }

  /** One attempt at a file: adds to the part what it still lacks, and checks the whole. */
  async #bring(ask: Ask, part: Part): Promise<Fetched> {
    // Killed after its last byte and before it was put in place, it lacks nothing.
    const complete = ask.sha256 !== undefined && part.kept === ask.bytes;
    const answer = complete ? null : await this.#answer(ask, part);
    const before = part.kept;
    const hash = await part.hash();
    if (answer) await part.fill(this.#watched(ask, answer, part, hash));

    const bytes = part.size;
    const sha256 = hash.digest('hex');
    const wrong = mismatch(ask, bytes, sha256);
    if (wrong) {
      await part.discard();
      // The fault may be in what an earlier attempt left.
      if (before) throw new Passing(`put together from parts, ${wrong}`);
      throw new Failure(wrong, NEW_EDITION);
    }
    return {
      bytes,
      sha256,
      etag: answer?.headers.get('etag') ?? part.origin?.etag ?? null,
      lastModified: answer?.headers.get('last-modified') ?? part.origin?.lastModified ?? null,
    };
  }

  /** Asks for what the part lacks. Where the server does not go on from there, the part is emptied. */
  async #answer(ask: Ask, part: Part): Promise<Answer> {
    const from = part.kept;
    const validator = part.isFrom(ask.url) ? part.validator : null;
    const answer = await this.#request(
      ask,
      {
        // Sizes and checksums are of the file, not of what a server makes of it on the way.
        'accept-encoding': 'identity',
        ...(from && { range: `bytes=${from}-`, ...(validator && { 'if-range': validator }) }),
      },
      from ? [200, 206, 416] : [200],
    );
    if (answer.status === 200) {
      const { headers } = answer;
      // Ranges would be of the encoded bytes, and we get them decoded.
      if (isEncoded(headers)) await part.begin(null);
      else
        await part.begin({
          url: ask.url,
          sha256: ask.sha256 ?? null,
          etag: headers.get('etag'),
          lastModified: headers.get('last-modified'),
        });
      return answer;
    }
    if (answer.status === 206 && goesOn(answer.headers, from, part)) return answer;
    answer.close();
    await part.discard();
    return this.#answer(ask, part);
  }

  /** The body as it comes, hashed, counted, told of, and stopped where it is too long or too short. */
  async *#watched(ask: Ask, answer: Answer, part: Part, hash: Hash): AsyncGenerator<Uint8Array> {
    const total = totalOf(answer.headers, ask);
    const check = async (bytes: number) => {
      if (bytes <= longest(ask)) return;
      await part.discard();
      throw tooLong(ask);
    };
    // Where it says so beforehand, nothing of it need come.
    await check(total ?? 0);
    let bytes = part.size;
    for await (const chunk of answer.body) {
      bytes += chunk.length;
      await check(bytes);
      hash.update(chunk);
      yield chunk;
      this.#options.onProgress(ask, bytes, total);
    }
    // Not every server marks the end of a body, so that a cut one looks whole; some send no more than so much at a time.
    if (total !== null && bytes !== total)
      throw new Passing(`${shown(ask.url)} ended after ${bytes} of ${total} bytes`);
  }

  /** A small body, checked. */
  async #memory(ask: Ask): Promise<{ bytes: Buffer; headers: Headers }> {
    try {
      return await this.#persist(ask, async () => {
        const { headers, body } = await this.#request(ask, {}, [200]);
        const chunks: Uint8Array[] = [];
        let length = 0;
        for await (const chunk of body) {
          length += chunk.length;
          if (length > longest(ask)) throw tooLong(ask);
          chunks.push(chunk);
        }
        const bytes = Buffer.concat(chunks);
        const wrong = mismatch(ask, length, createHash('sha256').update(bytes).digest('hex'));
        if (wrong) throw new Failure(wrong, NEW_EDITION);
        return { bytes, headers };
      });
    } catch (error) {
      throw error instanceof Failure ? complaint(ask, error, 'Nothing was kept.') : error;
    }
  }

  #request(ask: Ask, extra: Readonly<Record<string, string>>, statuses: readonly number[]): Promise<Answer> {
    const { userAgent, patience } = this.#options;
    const headers = new Headers({ 'user-agent': userAgent, ...ask.headers });
    for (const [name, value] of Object.entries(extra)) headers.set(name, value);
    return request({ url: ask.url, headers, statuses, patience });
  }

  /** Tries until it succeeds, or fails for good. `kept` counts the bytes that the next attempt need not bring again. */
  async #persist<T>(ask: Ask, attempt: () => Promise<T>, kept: () => number = () => 0): Promise<T> {
    const { attempts, firstDelay, longestDelay, wait } = this.#options;
    let furthest = kept();
    for (let failures = 1; ; failures++) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Passing)) throw error;
        if (kept() >= furthest + WORTH_IT) failures = 1;
        furthest = Math.max(furthest, kept());
        const asked = error.retryAfter ?? 0;
        if (asked > longestDelay) {
          const then = new Date(Date.now() + asked).toISOString().slice(0, 16).replace('T', ' ');
          throw new Failure(
            `${error.message} and asks to be left alone until ${then} UTC`,
            'Try again then.',
          );
        }
        if (failures >= attempts)
          throw new Failure(`${error.message}; given up after ${failures} attempts`, error.advice);
        // Half of it by chance, so that not all who were sent away come back at once.
        const backoff = Math.min(longestDelay, firstDelay * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
        const delay = Math.max(asked, backoff);
        step(
          `waiting   ${ask.what}: ${error.message}; attempt ${failures + 1} of ${attempts} in ${Math.ceil(delay / 1000)} s`,
        );
        await wait(delay);
      }
    }
  }
}

const NEW_EDITION =
  'If the publisher has a new edition, record it in data/sources/ with its own URL, size and sha256.';

const longest = ({ bytes, maxBytes }: Ask): number => Math.min(bytes ?? Infinity, maxBytes);

function tooLong({ bytes, maxBytes }: Ask): Failure {
  if (bytes !== undefined && bytes <= maxBytes)
    return new Failure(`it is longer than the ${bytes} bytes recorded`, NEW_EDITION);
  return new Failure(
    `it is longer than the ${maxBytes} bytes that we let it have`,
    'If it has really grown so much, raise that limit in the script that asks for it.',
  );
}

function mismatch(ask: Ask, bytes: number, sha256: string): string | null {
  if (ask.bytes !== undefined && bytes !== ask.bytes) return `${bytes} bytes came, ${ask.bytes} are recorded`;
  if (ask.sha256 !== undefined && sha256 !== ask.sha256) return `its sha256 is ${sha256}, not ${ask.sha256}`;
  return null;
}

const complaint = ({ what }: Ask, { message, advice }: Failure, kept: string): UserError =>
  new UserError(`${what}: ${message}. ${kept} ${advice}`);

/** Whether an answer with a part begins where ours ends, and is of the same edition. */
function goesOn(headers: Headers, from: number, part: Part): boolean {
  if (isEncoded(headers) || Number(rangeOf(headers)?.[1] ?? NaN) !== from) return false;
  // The recorded checksum decides in the end. Without one, a server that minds no If-Range would make us a file of two editions.
  if (part.origin?.sha256) return true;
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return (
    (etag === null || etag === part.origin?.etag) &&
    (lastModified === null || lastModified === part.origin?.lastModified)
  );
}

const rangeOf = (headers: Headers): RegExpExecArray | null =>
  /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');

const isEncoded = (headers: Headers): boolean =>
  (headers.get('content-encoding') ?? 'identity') !== 'identity';

/** Bytes that the whole file should come to; null where only the end of the body tells. */
function totalOf(headers: Headers, ask: Ask): number | null {
  if (isEncoded(headers)) return null;
  const total = headers.has('content-range') ? rangeOf(headers)?.[2] : headers.get('content-length');
  if (total && total !== '*') return Number(total);
  // A chunked body marks its own end.
  return headers.has('transfer-encoding') ? null : (ask.bytes ?? null);
}

/** Tells of files that one waits for: by tenths of what is known to come, or else by what has come. */
function tellOfLarge(): Options['onProgress'] {
  const LARGE = 8_000_000;
  const tellers = new WeakMap<Ask, (bytes: number) => void>();
  const tellerOf = (what: string, total: number | null) => {
    if (total !== null && total < LARGE) return () => undefined;
    const tell = total === null ? null : counter(`fetching  ${what}`, total);
    let last = -1;
    return (bytes: number) => {
      const now = Math.floor(total === null ? bytes / (5 * LARGE) : (100 * bytes) / total);
      if (now === last) return;
      last = now;
      if (tell) tell(bytes);
      else if (now > 0) step(`fetching  ${what} ${Math.round(bytes / 1e6)} MB`);
    };
  };
  return (ask, bytes, total) => {
    let tell = tellers.get(ask);
    if (!tell) tellers.set(ask, (tell = tellerOf(ask.what, total)));
    tell(bytes);
  };
}
