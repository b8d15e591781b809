import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sha256Sums } from './sha256sums.ts';

/** Lies in the folder whose files it lists, itself left out. */
export const SUMS_FILE = 'SHA256SUMS';

/** The text of `SHA256SUMS` for every file below a folder. Takes one file into memory at a time. */
export async function folderSums(folder: string): Promise<string> {
  const files: { path: string; sha256: string }[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    // A name that begins with a dot is for the host (.htaccess), not for readers.
    if (!entry.isFile() || path === SUMS_FILE || entry.name.startsWith('.')) continue;
    files.push({
      path,
      sha256: createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    });
  }
  return sha256Sums(files);
}
