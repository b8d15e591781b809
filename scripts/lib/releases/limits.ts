import { UserError } from '../errors.ts';

export interface Limits {
  /** Most bytes that a release may add to the repository: its index, its pack, and blobs that no earlier release has. */
  readonly bytes: number;
  /** Most files that the site may have with it: what a host with a limit takes. */
  readonly files: number;
}

export const LIMITS: Limits = { bytes: 20_000_000, files: 20_000 };

/** @throws {UserError} that names what takes most */
export function holdToLimits(
  size: {
    readonly bytes: number;
    /** What was added, by name. */
    readonly parts: ReadonlyMap<string, number>;
    /** Files of the site as it will be. */
    readonly files: number;
    /** Those of this release. */
    readonly own: number;
  },
  limits: Limits = LIMITS,
): void {
  if (size.bytes > limits.bytes) {
    const largest = [...size.parts].sort(([, a], [, b]) => b - a).slice(0, 8);
    throw new UserError(
      [
        `The release would add ${count(size.bytes)} bytes to the repository, more than the ${count(limits.bytes)} that one may (scripts/lib/releases/limits.ts). The largest parts, in bytes:`,
        ...largest.map(([name, bytes]) => `  ${count(bytes).padStart(12)}  ${name}`),
        'Nothing was written. List fewer states (src/embed/listed.ts), or make what is large smaller.',
      ].join('\n'),
    );
  }
  if (size.files > limits.files)
    throw new UserError(
      `With this release the site would have ${count(size.files)} files (${count(size.own)} of them the release's), more than the ${count(limits.files)} that a host may take (scripts/lib/releases/limits.ts). Nothing was written. What to do: docs/releases.md, "When the site grows too large".`,
    );
}

const count = (n: number): string => n.toLocaleString('en');
