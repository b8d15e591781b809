import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { readTar } from './read-tar.ts';

/** A Chromium on this machine and the environment it wants. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const inflate = promisify(brotliDecompress);

/**
 * Finds a Chromium: the one that `CHROMIUM_PATH` names, else the one inside the package `@sparticuz/chromium`,
 * unpacked once per version and user into the folder for temporary files.
 * @throws if the package has no binary for this platform
 */
export async function findChromium(): Promise<Chromium> {
  const own = process.env['CHROMIUM_PATH'];
  if (own) return { executablePath: own, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'The browser tests bring a Chromium for Linux x64 only: set CHROMIUM_PATH to a Chromium or Chrome.',
    );

  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const { version } = JSON.parse(await readFile(join(bin, '../package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `crosscurrents-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpack(bin, folder);
  return {
    executablePath,
    // The package carries the few libraries (NSS, NSPR, expat) and the font that a bare machine lacks. Its own helper
    // sets them up on AWS only.
    env: {
      LD_LIBRARY_PATH: [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Unpacks into a folder of its own and renames it: of launches at the same time one wins, and none sees half a file. */
async function unpack(bin: string, folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`);
  try {
    for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
      for (const entry of readTar(await inflate(await readFile(join(bin, archive))))) {
        const path = join(draft, entry.name);
        if (entry.kind === 'folder') continue;
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, entry.data, { mode: entry.mode });
      }
    }
    await writeFile(
      join(draft, 'fonts.conf'),
      `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
    );
    await writeFile(join(draft, 'chromium'), await inflate(await readFile(join(bin, 'chromium.br'))), {
      mode: 0o755,
    });
    if (!(await renamed(draft, folder)) && !existsSync(join(folder, 'chromium'))) {
      // Something swept the folder for temporary files and left a part.
      await rm(folder, { recursive: true, force: true });
      await renamed(draft, folder);
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Whether the rename was done; false if the target is there already. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}
