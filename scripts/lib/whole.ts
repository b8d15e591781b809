import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Lets `make` write to a temporary name and puts the result in place of `path` only when it succeeded. */
export async function replaceWhole(path: string, make: (temporary: string) => Promise<void>): Promise<void> {
  await draft(path, make, (temporary) => rename(temporary, path));
}

/** Like `replaceWhole` for a folder: the old one stays until the new one is complete. */
export async function replaceFolder(path: string, make: (temporary: string) => Promise<void>): Promise<void> {
  await draft(
    path,
    async (temporary) => {
      await mkdir(temporary);
      await make(temporary);
    },
    async (temporary) => {
      // A folder that holds something cannot be renamed over: the old one steps aside, and back if the new one fails.
      const old = `${path}.${process.pid}.old`;
      const stood = await rename(path, old).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
          return false;
        },
      );
      try {
        await rename(temporary, path);
      } catch (error) {
        if (stood) await rename(old, path);
        throw error;
      }
      await rm(old, { recursive: true, force: true });
    },
  );
}

/** Like `replaceWhole` for files of a folder that belong together: none is put in place before all are complete. */
export async function replaceFiles(
  folder: string,
  make: (temporary: string) => Promise<void>,
): Promise<void> {
  await draft(
    folder,
    async (temporary) => {
      await mkdir(temporary);
      await make(temporary);
    },
    async (temporary) => {
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(temporary)) await rename(join(temporary, name), join(folder, name));
    },
  );
}

async function draft(
  path: string,
  make: (temporary: string) => Promise<void>,
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  await mkdir(dirname(path), { recursive: true });
  await sweep(path);
  try {
    await make(temporary);
    await place(temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Removes what a run that was killed left beside `path`; what another run is still writing stays. */
async function sweep(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)];
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(`${name}.`)) continue;
    const pid = /^\.(\d+)\.(?:part|old)$/.exec(entry.slice(name.length))?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(folder, entry), { recursive: true, force: true });
  }
}

/** Whether a number that something was named by is that of another process that still runs. */
export function isRunning(pid: number): boolean {
  // Numbers of processes come again: a part under our own is an earlier run's.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
