/** How far a download is: the engine itself, or one table of the release. */
export interface Progress {
  readonly phase: 'engine' | 'table';
  /** Name of the table; `engine` for the engine. */
  readonly name: string;
  /** Bytes, after decompression. */
  readonly loaded: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;
