import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { replaceWhole } from '../../scripts/lib/whole.ts';
import type { Aim } from './aims.ts';
import type { ColdSummary, PageSpread, RepaintSummary } from './summary.ts';

/** What is said of every part: when, on what, over which rows. */
export interface Setting {
  /** Day of the measurement. */
  readonly date: string;
  /** Version of the release. */
  readonly release: string;
  /** Flows in it. */
  readonly flows: number;
  readonly cores: number;
  readonly browser: string;
  readonly window: { readonly width: number; readonly height: number };
}

/** Writes parts into a record, beside the parts that it has and that were not measured now. */
export async function record(path: string, parts: Readonly<Record<string, unknown>>): Promise<void> {
  const before = existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as object) : {};
  const options = { ...(await resolveConfig(path)), parser: 'json' };
  const text = await format(JSON.stringify({ ...before, ...parts }), options);
  await replaceWhole(path, (temporary) => writeFile(temporary, text));
}

export function printRepaints({ explorer, mosaic }: RepaintSummary): void {
  const rows = (name: string, { first, all, floor, event, firstRound, parts, interactions }: PageSpread) => ({
    [`${name}: first part`]: first,
    [`${name}: every part`]: all,
    [`${name}: the screen alone`]: floor,
    [`${name}: Event Timing`]: event,
    [`${name}: first round`]: firstRound,
    ...prefixed(`${name}: part `, parts),
    ...prefixed(`${name}: `, interactions),
  });
  console.log('\nFrom a key to what it changed on the screen, ms');
  console.table({ ...rows('explorer', explorer), ...rows('Mosaic', mosaic) });
}

const prefixed = <T>(prefix: string, of: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [prefix + name, value]));

export function printCold(cold: readonly ColdSummary[]): void {
  console.log('\nEmpty cache, slow network, slow processor: ms, bytes');
  console.table(cold);
}

export function printAims(aims: readonly Aim[]): void {
  console.log('\nAims');
  console.table(aims);
}
