import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownFigures } from './own-figures.ts';

let content: string;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'own-figures-'));
  const piece = async (path: string, text: string): Promise<void> => {
    await mkdir(join(content, path), { recursive: true });
    await writeFile(join(content, path, 'index.mdx'), text);
  };
  await piece(
    'focus/two-ways',
    '---\ntitle: x\nfigures:\n  - id: rates\n    view: own\n  - id: map\n    view: flow-map\n---\n<Fig id="rates" />\n---\n',
  );
  await piece('claims/one-sided', '---\nclaim: y\nfigures:\n  - id: kept\n    view: own\n---\n');
  await piece('questions/none', '---\nquestion: z\n---\n');
});
afterAll(() => rm(content, { recursive: true }));

test('only figures that are of no view are listed, by section, piece and figure', async () => {
  expect(await ownFigures(content)).toEqual([
    { slug: 'claims-one-sided-kept', page: 'insights/claims/one-sided/', id: 'figure-kept' },
    { slug: 'focus-two-ways-rates', page: 'insights/focus/two-ways/', id: 'figure-rates' },
  ]);
});

test('names of those that there are differ, and any address takes them', async () => {
  const slugs = (await ownFigures()).map(({ slug }) => slug);
  expect(slugs.length).toBeGreaterThan(40);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});
