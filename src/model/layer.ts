/** The layers of the atlas. Each is one kind of thing that joins an origin and a destination in a year. */
export const LAYER_IDS = ['students', 'scholars', 'papers', 'projects'] as const;
export type LayerId = (typeof LAYER_IDS)[number];

/** A row of the table `layers`. */
export interface Layer {
  readonly id: LayerId;
  readonly title: string;
  /** What a value counts, plural: "students", "moves", "papers", "projects". */
  readonly unit: string;
  /** Directed layers tell origin from destination; undirected ones store a pair once, origin < destination. */
  readonly directed: boolean;
  /** The source that a query means when it names none to a reader. */
  readonly default_source: string;
  readonly definition: string;
}
