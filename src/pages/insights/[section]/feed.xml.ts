import type { APIRoute, GetStaticPaths } from 'astro';
import { articles } from '../../../build/articles.ts';
import { atom } from '../../../build/feed.ts';
import { ABOUT_SECTION, SECTIONS, type SectionId } from '../../../publication/sections.ts';

export const getStaticPaths = (() =>
  SECTIONS.map((section) => ({ params: { section }, props: { section } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props, site }) => {
  const section = (props as { section: SectionId }).section;
  const some = (await articles()).filter((article) => article.section === section);
  return new Response(atom(ABOUT_SECTION[section].title, `/insights/${section}/feed.xml`, some, site), {
    headers: { 'content-type': 'application/atom+xml' },
  });
};
