import { appendFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../lib/errors.ts';
import { replaceWhole } from '../lib/whole.ts';

/** What one call was answered, of the question that it belongs to. */
export interface Page {
  readonly question: string;
  readonly groups: readonly (readonly [key: string, count: number])[];
  /** What the groups are called, by key, where that is wanted. */
  readonly names?: Readonly<Record<string, string>>;
  /** Where the next call goes on; null where there is nothing more. */
  readonly next: string | null;
}

/**
 * What a long run of calls was answered so far, on disk: a line for each call, appended as soon as it is answered. Whoever
 * runs it again, after a stop or a kill, asks nothing twice.
 */
export class Journal {
  /** The settings of the run, edition included. */
  readonly settings: Readonly<Record<string, string>>;
  private readonly folder: string;

  private constructor(folder: string, settings: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.settings = settings;
  }

  /** The journal of an unfinished run that is there; null for none. */
  static async find(folder: string): Promise<Journal | null> {
    const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => null);
    if (text === null) return null;
    try {
      return new Journal(folder, JSON.parse(text) as Record<string, string>);
    } catch {
      throw new UserError(
        `${join(folder, 'run.json')} is damaged. Remove the folder ${folder} and begin anew.`,
      );
    }
  }

  static async begin(folder: string, settings: Readonly<Record<string, string>>): Promise<Journal> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await replaceWhole(join(folder, 'run.json'), (temporary) =>
      writeFile(temporary, JSON.stringify(settings)),
    );
    return new Journal(folder, settings);
  }

  /** The pages of a chapter, by question, in the order in which they came. */
  async read(chapter: string): Promise<Map<string, Page[]>> {
    const path = this.path(chapter);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    // A run that was killed while it wrote leaves the beginning of a line: that call counts as not answered.
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) await truncate(path, whole);
    const pages = new Map<string, Page[]>();
    for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) {
      if (!line) continue;
      const page = JSON.parse(line) as Page;
      const earlier = pages.get(page.question);
      if (earlier) earlier.push(page);
      else pages.set(page.question, [page]);
    }
    return pages;
  }

  async add(chapter: string, page: Page): Promise<void> {
    await appendFile(this.path(chapter), `${JSON.stringify(page)}\n`);
  }

  /** Forgets the run: its result is in place. */
  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private path(chapter: string): string {
    return join(this.folder, `${chapter}.jsonl`);
  }
}
