import { date, decimal, int128, integer, time, timestamp, unsupported, type Nested } from '../normalise.ts';

/** As much of an Arrow type as reading its values needs; which fields are there depends on `typeId`. */
export interface ArrowType {
  readonly typeId: number;
  readonly bitWidth?: number;
  readonly scale?: number;
  readonly unit?: number;
  readonly timezone?: string | null;
  readonly children?: readonly { readonly name: string; readonly type: ArrowType }[] | null;
}

/** As much of an Arrow column (`Data`) as reading its values needs. */
export interface ArrowData {
  readonly type: ArrowType;
  readonly offset: number;
  readonly stride: number;
  readonly values: ArrayLike<number | bigint>;
  readonly valueOffsets: Int32Array;
  readonly children: readonly ArrowData[];
  getValid(index: number): boolean;
}

/** Ids of Arrow's types, from its format. */
const TYPE = {
  null: 1,
  int: 2,
  float: 3,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  list: 12,
  struct: 13,
  map: 17,
} as const;

const NAMES: Readonly<Record<number, string>> = { 4: 'BLOB', 11: 'INTERVAL', 14: 'UNION', [-1]: 'ENUM' };

const UTF8 = new TextDecoder();

/** Microseconds in one of a unit of time: second, millisecond, microsecond; nanoseconds are cut. */
const inMicros = (value: bigint, unit = 2): bigint =>
  [value * 1_000_000n, value * 1000n, value, value / 1000n][unit] ?? value;

/** A 64-bit number, stored as one or as two 32-bit halves. */
function int64({ values, stride }: ArrowData, index: number): bigint {
  const first = values[index * stride];
  if (typeof first === 'bigint') return first;
  return (BigInt(values[index * stride + 1] ?? 0) << 32n) | BigInt((first ?? 0) >>> 0);
}

/** A value of an Arrow column with its numbers and dates normalised, straight from the buffers: exact and fast. */
export function nested(data: ArrowData, index: number): Nested {
  const { type, values } = data;
  if (type.typeId === TYPE.null || !data.getValid(index)) return null;
  switch (type.typeId) {
    case TYPE.int:
      return type.bitWidth === 64 ? integer(values[index] as bigint) : (values[index] as number);
    case TYPE.float:
      return values[index] as number;
    case TYPE.bool: {
      const bit = data.offset + index;
      return ((values[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
    }
    case TYPE.utf8:
      return UTF8.decode(
        (values as Uint8Array).subarray(data.valueOffsets[index], data.valueOffsets[index + 1]),
      );
    case TYPE.decimal:
      return decimal(int128(values as ArrayLike<number>, index * 4), type.scale ?? 0);
    case TYPE.date:
      return date(type.unit === 0 ? (values[index] as number) : Number(int64(data, index)) / 86_400_000);
    case TYPE.time:
      return time(
        inMicros(type.bitWidth === 64 ? int64(data, index) : BigInt(values[index] ?? 0), type.unit),
      );
    case TYPE.timestamp:
      return timestamp(inMicros(int64(data, index), type.unit), Boolean(type.timezone));
    case TYPE.list:
      return itemsOf(data, index, (items, at) => nested(items, at));
    case TYPE.struct:
      return Object.fromEntries(
        data.children.map((child, n) => [type.children?.[n]?.name ?? String(n), nested(child, index)]),
      );
    case TYPE.map:
      return Object.fromEntries(
        itemsOf(data, index, (pairs, at) => {
          const [key, value] = pairs.children as [ArrowData, ArrowData];
          return [String(nested(key, at)), nested(value, at)] as const;
        }),
      );
    default:
      return unsupported(NAMES[type.typeId] ?? `Arrow ${type.typeId}`);
  }
}

function itemsOf<T>(data: ArrowData, index: number, read: (items: ArrowData, at: number) => T): T[] {
  const [items] = data.children;
  const start = data.valueOffsets[index] ?? 0;
  const end = data.valueOffsets[index + 1] ?? start;
  return items ? Array.from({ length: end - start }, (_, n) => read(items, start + n)) : [];
}

/** Throws for a column whose type the engines do not share, even if all its values are missing. */
export function checkType({ typeId }: ArrowType): void {
  if (typeId in NAMES) unsupported(NAMES[typeId] ?? '');
}
