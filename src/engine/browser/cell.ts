import { date, decimal, int128, integer, time, timestamp, unsupported, type Nested } from '../normalise.ts';

/** As much of an Arrow type as reading its values needs; which fields are there depends on `typeId`. */
export interface ArrowType {
  readonly typeId: number;
  readonly bitWidth?: number;
  readonly isSigned?: boolean;
  readonly precision?: number;
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
  /** Memory of the values and of all that belongs to them. */
  readonly byteLength: number;
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

/** Codes and names are short and of ASCII: for them a call of the decoder takes longer than reading them. */
function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 24) return UTF8.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) return UTF8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Microseconds in one of a unit of time: second, millisecond, microsecond; nanoseconds are cut. */
const inMicros = (value: bigint, unit = 2): bigint =>
  [value * 1_000_000n, value * 1000n, value, value / 1000n][unit] ?? value;

/** A 64-bit number, stored as one or as two 32-bit halves. */
function int64({ values, stride }: ArrowData, index: number): bigint {
  const first = values[index * stride];
  if (typeof first === 'bigint') return first;
  return (BigInt(values[index * stride + 1] ?? 0) << 32n) | BigInt((first ?? 0) >>> 0);
}

/**
 * A value of an Arrow column with its numbers and dates normalised, straight from the buffers: exact and fast.
 * @param toWhole what becomes of a whole number that may be too large for a number
 */
export function nested(
  data: ArrowData,
  index: number,
  toWhole: (value: bigint) => number | string = integer,
): Nested {
  const { type, values } = data;
  if (type.typeId === TYPE.null || !data.getValid(index)) return null;
  switch (type.typeId) {
    case TYPE.int:
      return type.bitWidth === 64 ? toWhole(values[index] as bigint) : (values[index] as number);
    case TYPE.float:
      return values[index] as number;
    case TYPE.bool: {
      const bit = data.offset + index;
      return ((values[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
    }
    case TYPE.utf8:
      return textOf(values as Uint8Array, data.valueOffsets[index] ?? 0, data.valueOffsets[index + 1] ?? 0);
    case TYPE.decimal:
      return type.scale
        ? decimal(int128(values as ArrayLike<number>, index * 4), type.scale)
        : toWhole(int128(values as ArrayLike<number>, index * 4));
    case TYPE.date:
      return date(type.unit === 0 ? (values[index] as number) : Number(int64(data, index)) / 86_400_000);
    case TYPE.time:
      return time(
        inMicros(type.bitWidth === 64 ? int64(data, index) : BigInt(values[index] ?? 0), type.unit),
      );
    case TYPE.timestamp:
      return timestamp(inMicros(int64(data, index), type.unit), Boolean(type.timezone));
    case TYPE.list:
      return itemsOf(data, index, (items, at) => nested(items, at, toWhole));
    case TYPE.struct:
      return Object.fromEntries(
        data.children.map((child, n) => [
          type.children?.[n]?.name ?? String(n),
          nested(child, index, toWhole),
        ]),
      );
    case TYPE.map:
      return Object.fromEntries(
        itemsOf(data, index, (pairs, at) => {
          const [key, value] = pairs.children as [ArrowData, ArrowData];
          return [String(nested(key, at, toWhole)), nested(value, at, toWhole)] as const;
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

/** As `checkType`, for the parts of lists and structs too. */
export function checkWholeType(type: ArrowType): void {
  checkType(type);
  type.children?.forEach((child) => checkWholeType(child.type));
}
