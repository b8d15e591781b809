import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embedHead, embedMarkup, type EmbedSetting } from '../../../src/components/embed/embed-markup.ts';
import { listedPath, OEMBED_FILE, PICTURES } from '../../../src/embed/address.ts';
import type { DrawnFigure } from '../../../src/views/figure.ts';
import { oembedLink, oembedOf } from '../oembed/oembed.ts';
import type { Pictured } from './picture/picture.ts';
import type { templateOf } from './template.ts';

/** What writes the embeds of a process: kept from one to the next. */
export interface EmbedWriter {
  /** The page that figures are written into. */
  readonly page: ReturnType<typeof templateOf>;
  readonly setting: EmbedSetting;
  readonly picture: (figure: Pictured) => string;
  readonly raster: (svg: string) => Buffer;
  /** Address of the site with a slash at its end; null where the build does not know it. */
  readonly site: string | null;
}

/**
 * Writes the page of a figure, its pictures and, where the site knows its address, the oEmbed answer: `<folder>/<view>/<slug>/`.
 * @param from path of the page that the figure stands on, where that is not the explorer
 */
export async function writeEmbed(
  { page, setting, picture, raster, site }: EmbedWriter,
  drawn: DrawnFigure,
  slug: string,
  folder: string,
  from?: string,
): Promise<void> {
  const path = listedPath(drawn.view, slug);
  const { words, wide, state } = drawn;
  if (wide === null) throw new Error(`The figure of ${path} has no wide drawing.`);
  const sources = words.sources.flatMap((id) => setting.sources.get(id) ?? []);
  const { layer } = state as { layer?: string };
  const svg = picture({
    drawing: wide,
    classes: layer ? `figure layer-${layer}` : 'figure',
    credited: {
      ...words,
      sources,
      release: setting.release,
      address: (site ?? '/') + path,
      date: null,
    },
  });
  const png = raster(svg);
  const link = site === null ? '' : oembedLink(site, path, words.title);
  const parts = { head: embedHead(drawn) + link, figure: embedMarkup(drawn, setting, { from }) };
  const answer =
    site === null ? null : oembedOf({ drawn, slug, root: site, sources, release: setting.release, png });
  const here = join(folder, drawn.view, slug);
  await mkdir(here, { recursive: true });
  await Promise.all([
    writeFile(join(here, 'index.html'), page(parts, `/${path}`)),
    writeFile(join(here, PICTURES.svg), svg),
    writeFile(join(here, PICTURES.png), png),
    ...(answer ? [writeFile(join(here, OEMBED_FILE), JSON.stringify(answer))] : []),
  ]);
}
