import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from './errors.ts';
import { PATHS } from './paths.ts';

/** A publisher's file as we know it. `url` brings exactly these bytes; without it the file was put together from several. */
const RecordFile = z.strictObject({
  path: z.string().check(z.regex(/^[a-z0-9-]+\/[A-Za-z0-9._-]+$/)),
  bytes: z.int(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  url: z.optional(z.url()),
  rebuilt_from: z.optional(z.string()),
});

/** One of several bases that a source publishes side by side, never merged. */
const Base = z.strictObject({
  id: z.string(),
  short: z.string(),
  /** One word that tells it from the other bases, for labels in charts. */
  tag: z.string(),
  title: z.string(),
  caveats: z.array(z.string()),
});

const SourceRecord = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  short: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.strictObject({ id: z.string(), title: z.string(), url: z.url(), share_alike: z.boolean() }),
  /** The publisher's page; our own tables have none. */
  landing_page: z.optional(z.url()),
  retrieved: z.string(),
  citation: z.string(),
  what: z.string(),
  caveats: z.array(z.string()),
  refresh: z.string(),
  bases: z.optional(z.array(Base)),
  files: z.array(RecordFile),
});
export type SourceRecord = z.infer<typeof SourceRecord>;
export type RecordFile = z.infer<typeof RecordFile>;

/** All records of data/sources/, by id. Throws a UserError that names file and field where one does not fit. */
export async function readRecords(folder: string = PATHS.records): Promise<Map<string, SourceRecord>> {
  const records = new Map<string, SourceRecord>();
  for (const name of (await readdir(folder)).filter((n) => n.endsWith('.json')).sort()) {
    const path = join(folder, name);
    let content: unknown;
    try {
      content = JSON.parse(await readFile(path, 'utf8'));
    } catch (error) {
      throw new UserError(`${path} is not JSON: ${(error as Error).message}`);
    }
    // The small zod has no words of its own for what is wrong.
    const parsed = SourceRecord.safeParse(content, { error: z.locales.en().localeError });
    if (!parsed.success)
      throw new UserError(`${path} is no source record:\n${z.prettifyError(parsed.error)}`);
    if (name !== `${parsed.data.id}.json`)
      throw new UserError(`${path}: its id is ${parsed.data.id}; name the file ${parsed.data.id}.json`);
    records.set(parsed.data.id, parsed.data);
  }
  return records;
}
