import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listenerFor } from './listener.ts';

test('the documentation has the same script as the builder and the page of the site', async () => {
  const text = await readFile(join(import.meta.dirname, '../../docs/embedding.md'), 'utf8');
  const code = /## The listener[\s\S]*?```js\n([\s\S]*?)\n```/.exec(text)?.[1];
  expect(code).toBe(listenerFor('https://HOST/'));
});

test('an address cannot end the words it stands in', () => {
  expect(listenerFor("https://atlas.example/it's/").split('\n')[0]).toBe(
    "const embeds = 'https://atlas.example/it%27s/embed/';",
  );
});
