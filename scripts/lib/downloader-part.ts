import { createHash, randomBytes, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './whole.ts';

/** Of what the bytes of a part are the beginning: what makes it safe, or not, to go on with them. */
export interface Origin {
  readonly url: string;
  /** The recorded checksum of the whole. */
  readonly sha256: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Parts that this process is writing. */
const ours = new Set<string>();

/**
 * The beginning of a file that is still coming, in a folder of its own beside its target:
 * `.partial/<name of the target>.<process>.<number>/{body,origin.json}`. It belongs to one download of one process, so that
 * two at once never write to one file; what a process left that is no longer there is taken over by renaming its folder.
 */
export class Part {
  /** Bytes that are there. */
  size = 0;
  /** Null where nothing makes it safe to go on with them. */
  origin: Origin | null = null;
  readonly folder: string;
  readonly #target: string;
  readonly #body: string;

  private constructor(target: string) {
    this.#target = target;
    this.folder = join(
      partsBeside(target),
      `${basename(target)}.${process.pid}.${randomBytes(4).toString('hex')}`,
    );
    this.#body = join(this.folder, 'body');
    ours.add(this.folder);
  }

  /** Takes over the longest part that an earlier run left and that may be gone on with; removes the others. */
  static async open(target: string, asked: Pick<Origin, 'url' | 'sha256'>): Promise<Part> {
    let best = new Part(target);
    for (const left of await leftBeside(target)) {
      const part = new Part(target);
      await part.#take(left, asked);
      const [longer, shorter] = part.size > best.size ? [part, best] : [best, part];
      await shorter.discard();
      ours.delete(shorter.folder);
      best = longer;
    }
    return best;
  }

  async #take(left: string, asked: Pick<Origin, 'url' | 'sha256'>): Promise<void> {
    try {
      // Whoever renames it has it: another run may be at the same.
      await rename(left, this.folder);
      const origin = JSON.parse(await readFile(join(this.folder, 'origin.json'), 'utf8')) as Origin;
      if (!maySatisfy(origin, asked)) return;
      this.size = (await stat(this.#body)).size;
      this.origin = origin;
    } catch {
      // Killed before it came to its first byte, or to the end of this note.
    }
  }

  /** Bytes that may be gone on with. */
  get kept(): number {
    return this.origin?.sha256 || this.validator ? this.size : 0;
  }

  /** What tells the server which edition our bytes are of; a weak tag must not be used for that (RFC 9110, 13.1.5). */
  get validator(): string | null {
    return this.origin && validatorOf(this.origin);
  }

  /** Whether its bytes came from this address, so that its validator means something there. */
  isFrom(url: string): boolean {
    return this.origin?.url === hashOf(url);
  }

  /** Starts over, with nothing in it. */
  async begin(origin: Origin | null): Promise<void> {
    await this.discard();
    await mkdir(this.folder, { recursive: true });
    if (!origin) return;
    // An address may hold a key; we only need to know whether it is the same.
    this.origin = { ...origin, url: hashOf(origin.url) };
    await writeFile(join(this.folder, 'origin.json'), JSON.stringify(this.origin));
  }

  /** The sha256 of what is there, to be gone on with. */
  async hash(): Promise<Hash> {
    const hash = createHash('sha256');
    if (this.size) for await (const chunk of createReadStream(this.#body)) hash.update(chunk as Buffer);
    return hash;
  }

  /** Adds these bytes, one chunk after the other, and is as long as they came. */
  async fill(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const body = await open(this.#body, 'a');
    try {
      for await (const chunk of chunks) {
        await body.appendFile(chunk);
        this.size += chunk.length;
      }
    } finally {
      await body.close();
    }
  }

  /** Puts the whole file in place of the target. */
  async place(): Promise<void> {
    await rename(this.#body, this.#target);
    await this.discard();
  }

  /** Lets go of it: what the next run may go on with stays, anything else does not. */
  async leave(): Promise<void> {
    if (!this.kept) await this.discard();
    ours.delete(this.folder);
  }

  async discard(): Promise<void> {
    this.size = 0;
    this.origin = null;
    await rm(this.folder, { recursive: true, force: true });
    // Gone with its last part; others may be in it.
    await rmdir(dirname(this.folder)).catch(() => undefined);
  }
}

/** Removes what earlier runs left of a target that came by another way. */
export async function forgetParts(target: string): Promise<void> {
  for (const left of await leftBeside(target)) await rm(left, { recursive: true, force: true });
  await rmdir(partsBeside(target)).catch(() => undefined);
}

const validatorOf = ({ etag, lastModified }: Origin): string | null =>
  etag && !etag.startsWith('W/') ? etag : lastModified;

/** Whether bytes of this origin may be the beginning of what is asked for: the same checksum, or the same address. */
function maySatisfy(origin: Origin, asked: Pick<Origin, 'url' | 'sha256'>): boolean {
  if (origin.sha256 !== asked.sha256) return false;
  return asked.sha256 !== null || (origin.url === hashOf(asked.url) && validatorOf(origin) !== null);
}

const partsBeside = (target: string): string => join(dirname(target), '.partial');
const hashOf = (url: string): string => createHash('sha256').update(url).digest('hex');

/** Folders of parts of this target that no process is writing. */
async function leftBeside(target: string): Promise<string[]> {
  const name = `${basename(target)}.`;
  const entries = await readdir(partsBeside(target)).catch(() => []);
  return entries
    .filter((entry) => {
      const pid = entry.startsWith(name) && /^(\d+)\.[0-9a-f]+$/.exec(entry.slice(name.length))?.[1];
      return (
        pid &&
        !(Number(pid) === process.pid ? ours.has(join(partsBeside(target), entry)) : isRunning(Number(pid)))
      );
    })
    .map((entry) => join(partsBeside(target), entry));
}
