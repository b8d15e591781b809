/** One tie between two places as a figure shows it: what was counted, and what the chosen measure makes of it. */
export interface ShownTie {
  /** ISO alpha-3. In undirected layers the two ends of a pair, in the order in which a figure reads them. */
  readonly origin: string;
  readonly destination: string;
  /** What was counted in the year or the years, whole: links, moves, students. */
  readonly count: number;
  /** Value of the measure; the count itself where the measure is the count. */
  readonly value: number;
  /** Limits of the value, where the measure has some. */
  readonly low: number | null;
  readonly high: number | null;
  /** SDMX observation status codes, one letter each; null where nothing is to be said. */
  readonly flag: string | null;
  /** Of a mean over a range: how many years of the range have a number; left out where it is of one year, or a sum. */
  readonly years?: number;
  /** What it is compared with: the value of the other year, source, layer; null where that has no value. */
  readonly other?: number | null;
}

/** How a measure of ties is drawn: a size is a width, a ratio is a colour over the width of the count. */
export interface TieScale {
  /** In a legend: "Affinity", "Students". */
  readonly title: string;
  /** After a number: "papers", "moves per million inhabitants", "" for ratios. */
  readonly unit: string;
  readonly kind: 'size' | 'ratio' | 'signed';
  /** Of a ratio: the value that says "as expected"; null where there is none and colours run one way. */
  readonly neutral: number | null;
  readonly digits: number;
}
