import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, dirname } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Which rooms a room may import from, beside itself. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/cite': ['src/model'],
  'src/indicators': ['src/model'],
  'src/engine': ['src/model'],
  'src/charts': ['src/model'],
  'src/views': ['src/model', 'src/engine', 'src/charts'],
  'src/publication': ['src/model', 'src/engine', 'src/charts', 'src/views'],
  'src/content': ['src/model', 'src/charts', 'src/views', 'src/publication'],
  'src/content.config.ts': ['src/publication'],
  'src/env.d.ts': ['src/build'],
  'src/build': [
    'src/model',
    'src/cite',
    'src/indicators',
    'src/engine',
    'src/charts',
    'src/views',
    'src/publication',
    'src/content',
  ],
  'src/files': ['src/model', 'src/charts'],
  'src/embed': ['src/model', 'src/charts', 'src/views', 'src/files'],
  'src/live': [
    'src/model',
    'src/cite',
    'src/engine',
    'src/charts',
    'src/views',
    'src/files',
    'src/embed',
    'src/components',
    'src/styles',
  ],
  'src/lab': [
    'src/model',
    'src/engine',
    'src/charts',
    'src/files',
    'src/views',
    'src/components',
    'src/live',
    'src/styles',
  ],
  'src/integrations': [],
  'src/components': [
    'src/model',
    'src/cite',
    'src/engine',
    'src/charts',
    'src/views',
    'src/embed',
    'src/publication',
    'src/build',
    'src/live',
    'src/styles',
  ],
  'src/layouts': ['src/components', 'src/styles', 'src/views', 'src/live'],
  'src/pages': [
    'src/model',
    'src/cite',
    'src/indicators',
    'src/charts',
    'src/views',
    'src/publication',
    'src/content',
    'src/build',
    'src/live',
    'src/lab',
    'src/components',
    'src/layouts',
    'src/styles',
  ],
  'src/styles': [],
  scripts: [
    'src/model',
    'src/cite',
    'src/indicators',
    'src/engine',
    'src/charts',
    'src/files',
    'src/views',
    'src/embed',
    'src/components',
    'src/build',
    'src/integrations',
  ],
};

const roomOf = (path: string): string =>
  path.startsWith('scripts/') ? 'scripts' : path.split('/').slice(0, 2).join('/');

async function sources(): Promise<string[]> {
  const all = await Promise.all(
    ['src', 'scripts'].map(async (folder) =>
      (await readdir(join(ROOT, folder), { recursive: true })).map((name) => join(folder, name)),
    ),
  );
  return all.flat().filter((name) => /\.(ts|astro)$/.test(name) && !/\.test\.ts$/.test(name));
}

test('imports run one way between the rooms', async () => {
  const wrong: string[] = [];
  for (const file of await sources()) {
    const text = await readFile(join(ROOT, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/(?:from|import\(?)\s*['"](\.{1,2}\/[^'"]+)['"]/g)) {
      const [from, to] = [roomOf(file), roomOf(relative(ROOT, resolve(ROOT, dirname(file), target)))];
      const allowed = MAY_USE[from];
      if (allowed === undefined) wrong.push(`${file}: the room ${from} is not on the plan`);
      else if (from !== to && !allowed.includes(to)) wrong.push(`${file} imports from ${to}`);
    }
  }
  expect(wrong).toEqual([]);
});
