import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { POLICY } from '../../src/layouts/policy.ts';

interface PageParts {
  readonly title: string;
  /** What stands before the script. */
  readonly body?: string;
  /** Whether `main.ts` imports styles. */
  readonly styled?: boolean;
}

/** A page with the policy of the site's pages, that runs the bundle beside it. */
export const pageOf = ({ title, body = '', styled = true }: PageParts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
${styled ? '<link rel="stylesheet" href="style.css">' : ''}
</head>
<body>
${body}
<script type="module" src="main.js"></script>
</body>
</html>
`;

const built = new Map<string, Promise<string>>();

/**
 * Bundles a page of tests/support, once a run: its `main.ts` as main.js, and all its styles as style.css.
 * @param name its folder: "map-page"
 * @param files what lies beside the bundle, by name; index.html among it
 * @returns the folder of the page, ready to be served
 */
export function bundledPage(name: string, files: () => Readonly<Record<string, string>>): Promise<string> {
  const standing = built.get(name);
  if (standing) return standing;
  // Files of tests run side by side, and each bundles what it needs.
  const folder = join(import.meta.dirname, '../output', `${name}-${process.env['VITEST_POOL_ID'] ?? '0'}`);
  const done = bundle(join(import.meta.dirname, name), folder).then(async () => {
    await Promise.all(Object.entries(files()).map(([file, text]) => writeFile(join(folder, file), text)));
    return folder;
  });
  built.set(name, done);
  return done;
}

async function bundle(root: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      // The policy lets no file stand in another.
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
      reportCompressedSize: false,
      rollupOptions: {
        input: join(root, 'main.ts'),
        output: { entryFileNames: 'main.js', assetFileNames: '[name][extname]' },
      },
    },
  });
}
