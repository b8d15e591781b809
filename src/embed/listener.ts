/**
 * The script that gives frames the height of their figures, on pages without the web component: the one text of it, for the builder, the
 * page /data/embedding/ and docs/embedding.md.
 * @param root absolute address of the root of the site, with a slash
 */
export const listenerFor = (root: string): string => `\
const embeds = '${root.replaceAll("'", '%27')}embed/';
const frames = [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(embeds));
addEventListener('message', ({ origin, source, data }) => {
  if (origin !== new URL(embeds).origin || data?.type !== 'crosscurrents:height') return;
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (frame && Number.isFinite(data.height) && data.height > 80 && data.height < 8000) {
    frame.style.height = \`\${data.height}px\`;
  }
});
// A figure that was there before this script tells its height again.
for (const { contentWindow } of frames) contentWindow.postMessage({ type: 'crosscurrents:ask-height' }, '*');`;
