import { vi, type MockInstance } from 'vitest';

let stderr: MockInstance<typeof process.stderr.write> | undefined;

/** Keeps the steps that commands tell of on standard error out of the report of the tests, until `speak`. */
export function hush(): void {
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
}

export const speak = (): void => stderr?.mockRestore();

/** What was told since the last time this was asked. */
export function told(): string {
  const text = (stderr?.mock.calls ?? []).map(([chunk]) => String(chunk)).join('');
  stderr?.mockClear();
  return text;
}
