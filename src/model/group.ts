/** A group of countries as `groups.json` of a release holds it: a region, a union, an income group. */
export interface Group {
  readonly id: string;
  readonly kind: 'region' | 'subregion' | 'political' | 'income' | 'development';
  readonly title: string;
  /** ISO alpha-3, and the days on which membership began and ended; a group without dates has members throughout. */
  readonly members: readonly (readonly [iso3: string, from?: string | null, to?: string | null])[];
}

/** Members at the end of a year: who left within it, or joined after it, is none. */
export const membersIn = ({ members }: Group, year: number): string[] => [
  ...new Set(
    members
      .filter(([, from, to]) => (from ?? '') <= `${year}-12-31` && (to ?? '9999') > `${year}-12-31`)
      .map(([iso3]) => iso3),
  ),
];

/** Whether membership depends on the year. */
export const isDated = ({ members }: Group): boolean => members.some(([, from, to]) => from ?? to);
