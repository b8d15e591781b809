/** The largest of 1, 2 or 5 times a power of ten that is not above a positive number. */
export function niceFloor(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const lead = value / power + 1e-9;
  return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/** The smallest of 1, 2 or 5 times a power of ten that is not below a positive number. */
export function niceCeil(value: number): number {
  const floor = niceFloor(value);
  return floor >= value * (1 - 1e-9) ? floor : niceFloor(floor * 2.5);
}
