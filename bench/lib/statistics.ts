/** The smallest value that at least a share `q` of all values do not exceed; NaN of none. */
export const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * q) - 1)] ?? NaN;

export interface Spread {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
}

/** Median and 95th percentile in whole milliseconds. */
export const spread = (values: readonly number[]): Spread => ({
  n: values.length,
  p50: Math.round(quantile(values, 0.5)),
  p95: Math.round(quantile(values, 0.95)),
});
