/** What a reader chose for the figure of an indicator, as its selects write it: empty for none. */
export interface Choice {
  readonly layer: string;
  readonly country: string;
  readonly partner: string;
}

/**
 * The choice after one select was moved. Who chooses for one end the country that stands at the other means to swap them;
 * where there is nothing to swap with, the other end is left empty.
 */
export function choose(before: Choice, name: string, value: string): Choice {
  const after = { ...before, [name]: value };
  if (after.country !== after.partner) return after;
  return name === 'country'
    ? { ...after, partner: before.country }
    : { ...after, country: before.partner || before.country, partner: before.partner ? value : '' };
}
