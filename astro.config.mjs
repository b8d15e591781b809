import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import relativeLinks from './src/integrations/relative-links.ts';

/**
 * The built site is plain files that work under any base path, so there is no `base` here: the client build writes
 * URLs relative to the file that holds them, and `relative-links` does the same for the pages.
 * SITE_URL only adds what must be absolute by nature: canonical links, and the root that 404.html links to.
 */
const site = process.env.SITE_URL ? process.env.SITE_URL.replace(/\/*$/, '/') : undefined;

export default defineConfig({
  ...(site ? { site } : {}),
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Highlighting writes inline styles, which the policy of the pages refuses.
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), relativeLinks({ site })],
  vite: {
    // Nothing is inlined: the content security policy allows no inline script, style or data: font.
    build: { assetsInlineLimit: 0 },
    plugins: [
      {
        // jsPDF can print whole pages by three libraries that it asks for only then. Ours never does.
        name: 'pdf-without-pages',
        enforce: 'pre',
        resolveId: (id) => (/^(html2canvas|dompurify|canvg)$/.test(id) ? '\0left-out' : null),
        load: (id) => (id === '\0left-out' ? 'export default null;' : null),
      },
      {
        // d3 is used for geometry and scales. Its parts for live documents say that importing them changes something, so
        // they would come along with any other part.
        name: 'd3-without-documents',
        enforce: 'pre',
        transform: (code, id) =>
          /\/node_modules\/d3-(transition|selection|drag|zoom|brush)\//.test(id)
            ? { code, map: null, moduleSideEffects: false }
            : null,
      },
    ],
    experimental: {
      // Pages are rendered at build from a root-absolute URL, which relative-links then rewrites by the page's depth.
      renderBuiltUrl: (_file, { ssr, hostType }) =>
        ssr && hostType !== 'css' ? undefined : { relative: true },
    },
  },
});
