/** An error in something that was published under /insights/. Errors in data: data/errata.csv. */
interface Erratum {
  /** Day on which it was put right: "2026-12-01". */
  readonly date: string;
  /** Path of the piece, from the root of the site. */
  readonly href: string;
  readonly title: string;
  /** What it said. */
  readonly was: string;
  /** What it says now. */
  readonly is: string;
  /** What went wrong, and whether the finding stands. */
  readonly why: string;
}

/** Every error that was found after a piece was published, the latest first. None is ever taken out. */
export const ERRATA: readonly Erratum[] = [];
