import type { APIRoute } from 'astro';
import { figureSpecSchema, SPEC_SCHEMA_PATH } from '../../../../model/figure-spec.ts';

/** The schema of the JSON that a reader takes of a figure, at the address that such a file names. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `${JSON.stringify(figureSpecSchema(site && new URL(SPEC_SCHEMA_PATH, site).href), null, 1)}\n`,
    { headers: { 'content-type': 'application/schema+json' } },
  );
