import type { APIRoute, GetStaticPaths } from 'astro';
import { articles, type Article } from '../../../../build/articles.ts';

/** What an article about one release rests on: facts and drawn figures. `npm run release` keeps it with that release. */
export const getStaticPaths = (async () =>
  (await articles()).flatMap((article) => {
    const { release } = article.entry.data;
    return release === undefined
      ? []
      : [{ params: { section: article.section, slug: article.slug }, props: { article, release } }];
  })) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => {
  const { article, release } = props as { article: Article; release: string };
  return Response.json(await article.piece.record(release));
};
