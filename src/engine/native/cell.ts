import {
  DuckDBArrayValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeValue,
  DuckDBTypeId,
  DuckDBUUIDValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { date, decimal, integer, time, timestamp, unsupported, type Nested } from '../normalise.ts';

/** Types that the browser's engine cannot hand over, or hands over wrongly. */
const UNSUPPORTED = new Set<DuckDBTypeId>([
  DuckDBTypeId.ENUM,
  DuckDBTypeId.INTERVAL,
  DuckDBTypeId.BLOB,
  DuckDBTypeId.BIT,
  DuckDBTypeId.UNION,
  DuckDBTypeId.TIME_TZ,
  DuckDBTypeId.TIME_NS,
  DuckDBTypeId.BIGNUM,
  DuckDBTypeId.GEOMETRY,
  DuckDBTypeId.VARIANT,
]);

/** Throws for a column whose type the engines do not share. */
export function checkType(type: DuckDBType): void {
  if (UNSUPPORTED.has(type.typeId)) unsupported(type.toString());
}

/** A value of native DuckDB with its numbers and dates normalised. */
export function nested(value: DuckDBValue): Nested {
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? integer(value) : value;
  if (value instanceof DuckDBDecimalValue) return decimal(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return date(value.days);
  if (value instanceof DuckDBTimeValue) return time(value.micros);
  if (value instanceof DuckDBTimestampValue) return timestamp(value.micros, false);
  if (value instanceof DuckDBTimestampTZValue) return timestamp(value.micros, true);
  if (value instanceof DuckDBTimestampSecondsValue) return timestamp(value.seconds * 1_000_000n, false);
  if (value instanceof DuckDBTimestampMillisecondsValue) return timestamp(value.millis * 1000n, false);
  if (value instanceof DuckDBTimestampNanosecondsValue) return timestamp(value.nanos / 1000n, false);
  if (value instanceof DuckDBUUIDValue) return value.toString();
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(nested);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([key, entry]) => [key, nested(entry)]));
  if (value instanceof DuckDBMapValue)
    return Object.fromEntries(value.entries.map((entry) => [String(nested(entry.key)), nested(entry.value)]));
  return unsupported(value.constructor.name);
}
