import { API_POLICY, API_VERSION, jsonSchemas } from '../../../src/model/api.ts';
import { ENDPOINTS, type Endpoint } from '../../../src/model/api/endpoints.ts';
import { DESCRIPTION, filesOf, NOTES, TITLE } from './index-file.ts';

const CORS =
  'Every request is a GET without a key. Where the host lets other sites read (Access-Control-Allow-Origin: *), a page elsewhere may ask too; programs that are no browser always may.';
const LICENCES =
  'Each file names its sources and licences: licence and sources in JSON, the file -metadata.json beside CSV. Share-alike travels: what is made from a share-alike source carries its licence.';

/**
 * The OpenAPI 3.1 document, from the schemas and the list of paths. A path without a file in this release is left out.
 * @param site address of the site's root, where it is known; if not, servers are relative to the document, as the standard has it
 */
export function openApi(
  files: Readonly<Record<Endpoint['under'], readonly string[]>>,
  site: string | null,
): Record<string, unknown> {
  const root = site?.replace(/\/*$/, '/') ?? null;
  // A path is put behind a server's address as it stands: that must not end in a slash, also once it is resolved.
  const api = root === null ? '../v1' : `${root}api/v1`;
  const release = root === null ? '../../release' : `${root}release`;
  return {
    openapi: '3.1.0',
    info: {
      title: TITLE,
      version: API_VERSION,
      summary: 'Students, scholars, papers and funded projects between countries, as static files.',
      description: [
        DESCRIPTION,
        LICENCES,
        CORS,
        ...API_POLICY.map(([title, text]) => `**${title}.** ${text}`),
        `Before you add up or compare:\n\n${NOTES.map((note) => `- ${note}`).join('\n')}`,
      ].join('\n\n'),
      license: {
        name: 'Each value is under the licence of its source; what is ours is CC BY 4.0',
        url: '../../sources/',
      },
    },
    externalDocs: { description: 'Documentation, with examples', url: '../../data/api/' },
    servers: [{ url: api, description: 'The answers' }],
    tags: [
      { name: 'Answers', description: 'What is asked most, in words and with licences.' },
      {
        name: 'Slices',
        description:
          'The packed files that the site itself answers from. They name their sources; licences are in sources.json.',
      },
    ],
    paths: Object.fromEntries(
      ENDPOINTS.flatMap((endpoint) => {
        const own = filesOf(endpoint, files[endpoint.under]);
        return own.length ? [[endpoint.path, pathItem(endpoint, own, release)]] : [];
      }),
    ),
    components: { schemas: jsonSchemas() },
  };
}

function pathItem(endpoint: Endpoint, files: readonly string[], release: string): Record<string, unknown> {
  const { id, path, under, title, description, parameters, schema, media } = endpoint;
  const preferred = path
    .replace(/\{(\w+)\}/g, (_all, name: string) => parameters[name]?.example ?? '')
    .slice(1);
  const example = files.includes(preferred) ? preferred : (files[0] ?? preferred);
  const reference = { $ref: `#/components/schemas/${schema}` };
  return {
    ...(under === 'release' ? { servers: [{ url: release, description: 'Slices of the release' }] } : {}),
    get: {
      operationId: id,
      tags: [under === 'api' ? 'Answers' : 'Slices'],
      summary: title,
      description,
      ...(Object.keys(parameters).length
        ? {
            parameters: Object.entries(parameters).map(
              ([name, { description: what, pattern, values, example: one }]) => ({
                name,
                in: 'path',
                required: true,
                description: what,
                schema: {
                  type: 'string',
                  ...(pattern ? { pattern } : {}),
                  ...(values ? { enum: values } : {}),
                },
                example: one,
              }),
            ),
          }
        : {}),
      responses: {
        200: {
          description: title,
          content: {
            [media]: {
              // A schema cannot speak of a row of CSV: readers of OpenAPI see a text, and we say what a row is.
              ...(media === 'text/csv'
                ? { schema: { type: 'string' }, 'x-row-schema': rowSchemas() }
                : { schema: reference }),
              examples: {
                file: {
                  summary: example,
                  externalValue: `${under === 'api' ? '' : '../../release/'}${example}`,
                },
              },
            },
          },
        },
        404: { description: 'There is no such file: index.json lists all that there are.' },
      },
    },
  };
}

/** Of indicators of countries and of pairs. */
const rowSchemas = () => ({
  anyOf: ['CountryIndicatorRow', 'PairIndicatorRow'].map((name) => ({
    $ref: `#/components/schemas/${name}`,
  })),
});
