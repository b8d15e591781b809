/** The layers of the atlas. Each is one kind of thing that joins an origin and a destination in a year. */
export const LAYER_IDS = ['students', 'scholars', 'papers', 'projects'] as const;
export type LayerId = (typeof LAYER_IDS)[number];
/** Layers whose source gives no years: their flows are `period_flows`, and no map or line of years shows them. */
export const UNDATED_LAYER_IDS = ['learners'] as const;
export type UndatedLayerId = (typeof UNDATED_LAYER_IDS)[number];

/** A row of the table `layers`. */
export interface Layer<Id extends string = LayerId> {
  readonly id: Id;
  readonly title: string;
  /** What a value counts, plural: "students", "moves", "papers", "projects". */
  readonly unit: string;
  /** Directed layers tell origin from destination; undirected ones store a pair once, origin < destination. */
  readonly directed: boolean;
  /** The source that a query means when it names none to a reader. */
  readonly default_source: string;
  readonly definition: string;
}

/** The rows of the table `layers`. A fifth layer is one more row here and one adapter in scripts/sources/. */
export const LAYERS: readonly Layer[] = [
  {
    id: 'students',
    title: 'Students',
    unit: 'students',
    directed: true,
    default_source: 'uis-student-flows',
    definition:
      'Internationally mobile tertiary students by country of origin and host country, as hosts reported them: of each year the ten largest hosts of every origin and the ten largest origins of every host.',
  },
  {
    id: 'scholars',
    title: 'Scholars',
    unit: 'moves',
    directed: true,
    default_source: 'scholarly-migration/scopus',
    definition:
      'Researchers whose main country of affiliation, read from their publications, changed within the year. One change is one move.',
  },
  {
    id: 'papers',
    title: 'Papers',
    unit: 'papers',
    directed: false,
    default_source: 'openalex-copublications',
    definition:
      'Works with authors in both countries, by year of publication. Whole counting: a paper of three countries counts once for each of its three pairs.',
  },
  {
    id: 'projects',
    title: 'Projects',
    unit: 'projects',
    directed: false,
    default_source: 'cordis-h2020',
    definition:
      'Horizon 2020 projects with participants in both countries, by year of start. Whole counting, as for papers.',
  },
];

/** The rows of the table `layers` whose flows have no years. */
export const UNDATED_LAYERS: readonly Layer<UndatedLayerId>[] = [
  {
    id: 'learners',
    title: 'Erasmus+ learners',
    unit: 'participants',
    directed: true,
    default_source: 'erasmus-mobility',
    definition:
      'Participants in Erasmus+ learning mobility by sending and receiving country since 2014, all fields of the programme: schools, vocational training and youth as well as higher education.',
  },
];
