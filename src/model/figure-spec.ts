/**
 * What a figure shows, for programs: the JSON that a reader takes of it. Its schema stands at a stable address, and what it says is a
 * promise: members may be added, none is taken away or changes its meaning under the same address.
 */

/** A value of a row: a number, words, or null where there is none, which is not zero. */
export type FigureCell = string | number | boolean | null;

/** What a column holds: ISO alpha-3 codes, words, whole numbers, numbers, or years. */
export const COLUMN_TYPES = ['code', 'text', 'integer', 'number', 'year'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export interface FigureColumn {
  /** Its name in every row. */
  readonly key: string;
  /** Its name for readers. */
  readonly label: string;
  readonly type: ColumnType;
  /** What a number counts: "students"; null where it is no quantity, or a ratio. */
  readonly unit: string | null;
}

export interface FigureSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Whether what is made from it carries the same licence. */
  readonly share_alike: boolean;
  readonly landing_page: string | null;
  /** Day on which it was read: "2024-07-09". */
  readonly retrieved: string;
}

export interface FigureSpec {
  /** Address of the schema; it ends in `SPEC_SCHEMA_PATH`. */
  readonly schema: string;
  /** Id of the view: "ranking". */
  readonly view: string;
  /** The whole state, by the names that addresses use. Settled again by the same release, it is itself. */
  readonly state: Readonly<Record<string, string | number | null>>;
  /** The same as a query, short: what differs from the view's standard state. */
  readonly search: string;
  /** Version of the release, a date. */
  readonly release: string;
  readonly title: string;
  /** The finding in one sentence; null where the rows allow none. */
  readonly takeaway: string | null;
  /** What stands for the picture where it is not seen. */
  readonly alt: string;
  /** Who is missing; null where coverage is whole. */
  readonly coverage: string | null;
  readonly notes: readonly string[];
  readonly sources: readonly FigureSource[];
  /** What the licences of the sources come to for the whole, in words. */
  readonly licence: string;
  /** Where this very state stands on the site. */
  readonly address: string;
  /** Where it can be embedded from; null where the state has no embed. */
  readonly embed: string | null;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly Readonly<Record<string, FigureCell>>[];
}

/** Where the schema stands, from the root of the site. */
export const SPEC_SCHEMA_PATH = 'api/v1/schema/figure.json';

const WORDS = { type: 'string', minLength: 1 } as const;
const words = (description: string) => ({ ...WORDS, description });
const wordsOrNull = (description: string) => ({ type: ['string', 'null'], description });
const DAY = { type: 'string', format: 'date' } as const;

/**
 * The schema of `FigureSpec`, JSON Schema draft 2020-12. It says what is there, and lets more be added later.
 * @param id absolute address at which it is served; left out where the address of the site is unknown
 */
export const figureSpecSchema = (id?: string) =>
  ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(id === undefined ? {} : { $id: id }),
    title: 'A figure of Crosscurrents',
    description: 'What a figure shows: its state, its words, its sources and its rows.',
    type: 'object',
    required: [
      'schema',
      'view',
      'state',
      'search',
      'release',
      'title',
      'takeaway',
      'alt',
      'coverage',
      'notes',
      'sources',
      'licence',
      'address',
      'embed',
      'columns',
      'rows',
    ],
    properties: {
      schema: { type: 'string', pattern: `${SPEC_SCHEMA_PATH.replaceAll('.', '\\.')}$` },
      view: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$', description: 'Id of the view.' },
      state: {
        type: 'object',
        description: 'The whole state, by the names that addresses use.',
        additionalProperties: { type: ['string', 'number', 'null'] },
      },
      search: {
        type: 'string',
        description: 'What differs from the standard state of the view, as a query.',
      },
      release: { ...DAY, description: 'Version of the release.' },
      title: words('What is shown.'),
      takeaway: wordsOrNull('The finding in one sentence; null where the rows allow none.'),
      alt: words('What stands for the picture where it is not seen.'),
      coverage: wordsOrNull('Who is missing; null where coverage is whole.'),
      notes: { type: 'array', items: WORDS, description: 'Rules a reader must know to read the figure.' },
      sources: { type: 'array', items: { $ref: '#/$defs/source' } },
      licence: {
        type: 'string',
        description: 'What the licences of the sources come to for the figure as a whole.',
      },
      address: { type: 'string', format: 'uri', description: 'Where this very state stands.' },
      embed: { type: ['string', 'null'], format: 'uri', description: 'Where it can be embedded from.' },
      columns: { type: 'array', items: { $ref: '#/$defs/column' } },
      rows: {
        type: 'array',
        description: 'One member for each column. Null is missing, which is not zero.',
        items: {
          type: 'object',
          additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
        },
      },
    },
    $defs: {
      source: {
        type: 'object',
        required: ['id', 'title', 'publisher', 'licence', 'share_alike', 'landing_page', 'retrieved'],
        properties: {
          id: WORDS,
          title: WORDS,
          publisher: WORDS,
          licence: WORDS,
          share_alike: { type: 'boolean', description: 'What is made from it carries the same licence.' },
          landing_page: { type: ['string', 'null'], format: 'uri' },
          retrieved: { ...DAY, description: 'Day on which it was read.' },
        },
      },
      column: {
        type: 'object',
        required: ['key', 'label', 'type', 'unit'],
        properties: {
          key: words('Its name in every row.'),
          label: words('Its name for readers.'),
          type: { enum: COLUMN_TYPES },
          unit: wordsOrNull('What a number counts; null where it is no quantity, or a ratio.'),
        },
      },
    },
  }) as const;
