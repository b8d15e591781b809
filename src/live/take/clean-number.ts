/** Twelve digits: more are noise of the reckoning (0.30000000000000004). What is missing or no number is null. */
export const cleanNumber = (value: number | null | undefined): number | null =>
  value == null || !Number.isFinite(value) ? null : Number(value.toPrecision(12));
