import { defineConfig } from 'vitest/config';

/** Two projects: `unit` needs nothing but the sources and the snapshot; `site` needs the built site in dist/. */
export default defineConfig({
  test: {
    // By default a core is left idle; tests of two cores run on both.
    maxWorkers: '100%',
    setupFiles: ['./scripts/testing/setup.ts'],
    reporters: ['default', './tests/support/summary-reporter.ts'],
    projects: [
      {
        extends: true,
        // A busy machine is slow, not wrong: time is measured in bench/ alone.
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          // A worker for each of 330 files took a third of the time: files share them, and clear up behind them.
          isolate: false,
          unstubEnvs: true,
          unstubGlobals: true,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
