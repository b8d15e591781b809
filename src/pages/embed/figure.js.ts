import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/**
 * `embed/figure.js`: the web component (src/live/embed/component.ts) as one small script at an address that stays, as other people's pages
 * have it. The build's own scripts have names that change.
 */
export async function GET(): Promise<Response> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      reportCompressedSize: false,
      lib: {
        entry: join(process.cwd(), 'src/live/embed/component.ts'),
        formats: ['iife'],
        name: 'crosscurrentsFigure',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = outputs.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('The web component could not be bundled.');
  return new Response(chunk.code, { headers: { 'Content-Type': 'text/javascript' } });
}
