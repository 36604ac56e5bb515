import { defineConfig } from 'vitest/config';

const { ENTRA_INBOUND_RUNS = '20', ENTRA_INBOUND_SEED = '1' } = process.env;

/** Tests of pure code, or of code that leaves no state: they share threads and loaded modules, which saves most of the time. */
const shared = { pool: 'threads', isolate: false, testTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      // Of each sweep (test/support/sweep.ts) a slice, always the same
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts'],
          env: { ENTRA_INBOUND_RUNS, ENTRA_INBOUND_SEED },
        },
      },
      // All of each sweep, and what takes long and cannot be sliced
      {
        test: { ...shared, name: 'unit-slow', include: ['test/unit/**/*.{slow,sweep}.test.ts'], testTimeout: 300_000 },
      },
      // Built bundles, processes and sockets: needs `npm run build` first
      {
        test: {
          name: 'system',
          include: ['test/{contract,system}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      // The workbench in a browser: needs the test host and a packaged extension
      {
        test: {
          name: 'ui',
          include: ['test/ui/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // A browser on a busy machine is late at times; what fails twice is wrong, and what was tried again is printed
          retry: 1,
        },
      },
    ],
  },
});
