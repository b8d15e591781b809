import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { forgetParts } from './downloader-part.ts';
import { Downloader } from './downloader.ts';
import { UserError } from './errors.ts';
import type { RecordFile } from './records.ts';
import { replaceWhole } from './whole.ts';

/** Whether a file is there with the size and checksum of its record. */
export async function isThere(path: string, file: RecordFile): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.size === file.bytes && (await sha256Of(path)) === file.sha256;
}

/**
 * Brings one file of a record to `target`, from a mirror folder or by its URL. It lands whole and checked, or not at all.
 * @throws {UserError} that says which file, what was wrong with it and what to do
 */
export async function bring(
  file: RecordFile,
  target: string,
  mirror: string | null,
  downloader: Downloader = new Downloader(),
): Promise<void> {
  if (mirror) {
    await copy(file, target, mirror);
    await forgetParts(target);
    return;
  }
  const { path, url, bytes, sha256 } = file;
  if (!url) throw new UserError(`${path} has no URL: ${rebuilt(file)}. ${ELSEWHERE}`);
  try {
    await downloader.file({ url, what: path, maxBytes: bytes, bytes, sha256 }, target);
  } catch (error) {
    throw error instanceof UserError ? new UserError(`${error.message} Or use --mirror FOLDER.`) : error;
  }
}

/** Why a file has no URL. */
export const rebuilt = ({ rebuilt_from }: RecordFile): string =>
  `it was rebuilt from ${rebuilt_from ?? 'several files'}`;

const ELSEWHERE = 'Bring it from a folder that holds it: --mirror FOLDER.';

async function copy(file: RecordFile, target: string, mirror: string): Promise<void> {
  const original = join(mirror, file.path);
  const found = await stat(original).catch(() => null);
  if (!found?.isFile())
    throw new UserError(
      `${file.path}: not in the mirror folder ${mirror}. ` +
        (file.url
          ? 'Leave out --mirror to fetch it by its URL.'
          : `It has no URL: ${rebuilt(file)}. ${ELSEWHERE}`),
    );
  if (found.size !== file.bytes)
    throw new UserError(mismatch(file, `it has ${found.size} bytes, ${file.bytes} are recorded`));
  await replaceWhole(target, async (temporary) => {
    await pipeline(createReadStream(original), createWriteStream(temporary));
    const sha256 = await sha256Of(temporary);
    if (sha256 !== file.sha256)
      throw new UserError(mismatch(file, `its sha256 is ${sha256}, not ${file.sha256}`));
  });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const mismatch = (file: RecordFile, what: string): string =>
  `${file.path}: ${what}. Nothing was kept. If the publisher has a new edition, record it in data/sources/ with its own URL, size and sha256.`;
