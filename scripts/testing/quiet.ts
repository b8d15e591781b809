import { afterAll, beforeAll, vi, type MockInstance } from 'vitest';

/** Keeps the steps that commands tell of on standard error out of the report of the tests. */
let stderr: MockInstance<typeof process.stderr.write> | undefined;
beforeAll(() => {
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterAll(() => stderr?.mockRestore());

/** What was told since the last time this was asked. */
export function told(): string {
  const text = (stderr?.mock.calls ?? []).map(([chunk]) => String(chunk)).join('');
  stderr?.mockClear();
  return text;
}
