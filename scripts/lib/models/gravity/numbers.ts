/** An element that is there: indices of these modules come from the arrays themselves. */
export const at = (values: Float64Array | Int32Array, index: number): number => values[index] as number;

export function addTo(values: Float64Array, index: number, amount: number): void {
  values[index] = at(values, index) + amount;
}

/** Sum of products, element by element. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

export const times = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, i) => value * at(b, i));

/** `a` and so many times `b`. */
export const plus = (a: Float64Array, share: number, b: Float64Array): Float64Array =>
  a.map((value, i) => value + share * at(b, i));

export const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

export const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
