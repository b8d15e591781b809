/** Something that a reader can do by its name. */
export interface Command {
  /** Stays the same from one visit to the next: what was run lately is kept by it. */
  readonly id: string;
  /** Its heading: "Countries", "Layers", "Measures", "Views", "Groups", "Actions". */
  readonly group: string;
  readonly title: string;
  /** Further words that it is found by: names in other languages, codes. */
  readonly words?: string;
  /** The key that does the same. */
  readonly hint?: string;
  run(): void;
}
