/** A choice of a menu. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the controls of the page offer: made by data.ts, read by page.ts. */
export interface Lists {
  readonly layers: readonly (Choice & { readonly directed: boolean; readonly source: string })[];
  readonly countries: readonly Choice[];
  readonly regions: readonly Choice[];
}
