import type { APIRoute, GetStaticPaths } from 'astro';
import { articles, type Article } from '../../../../build/articles.ts';
import { citedArticle } from '../../../../build/cited.ts';
import { CITATION_FILES, type CitationFile } from '../../../../cite/files.ts';

/** The citation of an article as files, beside its page: cite.bib, cite.ris, cite.json. */
export const getStaticPaths = (async () =>
  (await articles()).flatMap((article) =>
    CITATION_FILES.map((file) => ({
      params: { section: article.section, slug: article.slug, format: file.extension },
      props: { article, file },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props, site }) => {
  const { article, file } = props as { article: Article; file: CitationFile };
  return new Response(file.write([await citedArticle(article, site)]), {
    headers: { 'content-type': `${file.mediaType}; charset=utf-8` },
  });
};
