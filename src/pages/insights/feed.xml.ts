import type { APIRoute } from 'astro';
import { articles } from '../../build/articles.ts';
import { atom } from '../../build/feed.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(atom('Insights', '/insights/feed.xml', await articles(), site), {
    headers: { 'content-type': 'application/atom+xml' },
  });
